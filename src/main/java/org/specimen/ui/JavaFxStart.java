package org.specimen.ui;

import static org.specimen.app.store.Theme.DARK;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import org.specimen.ui.theme.Theme;

/** Starts JavaFX first and the application after it, so that it is clear which of the two failed. */
final class JavaFxStart {

    private JavaFxStart() {}

    static void toolkit() {
        try (QuietTerminal quiet = QuietTerminal.begin()) {
            Platform.startup(() -> {
                // What JavaFX's thread has to do itself, it does while this one makes the application.
                Theme.begin(Groundwork.laid().settings().value().theme() == DARK);
                Theme.loadFirstFonts();
            });
            quiet.passOn();
        }
    }

    static void application(Optional<Path> folder) {
        Application.launch(
                SpecimenApplication.class, folder.stream().map(Path::toString).toArray(String[]::new));
    }
}
