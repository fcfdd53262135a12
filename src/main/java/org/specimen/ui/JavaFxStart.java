package org.specimen.ui;

import javafx.application.Application;
import javafx.application.Platform;

/** Starts JavaFX first and the application after it, so that it is clear which of the two failed. */
final class JavaFxStart {

    private JavaFxStart() {}

    static void toolkit() {
        try (QuietTerminal quiet = QuietTerminal.begin()) {
            Platform.startup(() -> {
                if (FirstWindow.isAskedFor()) {
                    FirstWindow.announce();
                }
            });
            quiet.passOn();
        }
    }

    static void application() {
        Application.launch(SpecimenApplication.class);
    }
}
