package org.specimen.ui;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Holds back what JavaFX prints on standard error while it starts: stack traces that say in its words what Specimen
 * says in plain ones. With {@code -Dspecimen.trace=true} nothing is held back.
 */
final class QuietTerminal implements AutoCloseable {

    private final PrintStream error = System.err;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean passesOn = Boolean.getBoolean("specimen.trace");

    private QuietTerminal() {}

    static QuietTerminal begin() {
        QuietTerminal quiet = new QuietTerminal();
        System.setErr(new PrintStream(quiet.held, true, Charset.defaultCharset()));
        return quiet;
    }

    /** All went well: what was said is worth reading. */
    void passOn() {
        passesOn = true;
    }

    @Override
    public void close() {
        System.setErr(error);
        if (passesOn) {
            error.print(held.toString(Charset.defaultCharset()));
            error.flush();
        }
    }
}
