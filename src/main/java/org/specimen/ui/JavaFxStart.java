package org.specimen.ui;

import java.nio.file.Path;
import java.util.Optional;
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

    static void application(Optional<Path> folder) {
        Application.launch(
                SpecimenApplication.class, folder.stream().map(Path::toString).toArray(String[]::new));
    }
}
