package org.specimen.ui;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;

/**
 * Says on standard output when the first window has been laid out and drawn, and when the first page has in it, for the
 * benchmark; only with the system property {@code specimen.benchmark} set to {@code first-window}, or to
 * {@code first-window-then-close}, which also ends the application.
 */
final class FirstWindow {

    private FirstWindow() {}

    static boolean isAskedFor() {
        return System.getProperty("specimen.benchmark", "").startsWith("first-window");
    }

    /** Called on the JavaFX thread, before there is a window. */
    static void announce() {
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList()
                        .forEach(window -> FirstFrame.then(window.getScene(), () -> {
                            say("first-window");
                            FirstFrame.then(window.getScene(), FirstWindow::sayAndEnd);
                        }));
            }
        });
    }

    private static void sayAndEnd() {
        say("first-page");
        if (System.getProperty("specimen.benchmark", "").endsWith("then-close")) {
            Platform.exit();
        }
    }

    private static void say(String what) {
        // Not to be closed: there is more to say.
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        try {
            out.write((what + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
