package org.specimen.ui;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javafx.application.Platform;

/**
 * Says on standard output when the first window has been laid out and drawn, and when the first page has in it, for the
 * benchmark; only with the system property {@code specimen.benchmark} set to {@code first-window}, or to
 * {@code first-window-then-close}, which also ends the application.
 */
final class FirstWindow {

    private static final String ASKED = System.getProperty("specimen.benchmark", "");

    private FirstWindow() {}

    /** Called on the JavaFX thread. */
    static void drawn() {
        say("first-window");
    }

    /** Called on the JavaFX thread. */
    static void filled() {
        say("first-page");
        if (ASKED.endsWith("then-close")) {
            Platform.exit();
        }
    }

    private static void say(String what) {
        if (!ASKED.startsWith("first-window")) {
            return;
        }
        // Not to be closed: there is more to say.
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        try {
            out.write((what + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
