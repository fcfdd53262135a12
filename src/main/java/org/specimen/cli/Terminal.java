package org.specimen.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.specimen.format.Credentials;

/**
 * Where a command prints. Names that come from outside are made harmless: a control character or a mark that turns the
 * direction of writing shows as its code, so that no file name can move the cursor or pretend to be another line.
 */
final class Terminal {

    private final PrintStream out;
    private final PrintStream error;

    Terminal(PrintStream out, PrintStream error) {
        this.out = out;
        this.error = error;
    }

    /** The terminal of this process, in UTF-8 but on Windows, where the console has its own character set. */
    static Terminal ofProcess() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        Charset charset = windows ? Charset.defaultCharset() : StandardCharsets.UTF_8;
        return new Terminal(
                new PrintStream(new PipeAware(new FileOutputStream(FileDescriptor.out)), false, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset));
    }

    /** For what the command line's own library prints: help and version. */
    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    void line(String text) {
        out.print(harmless(Credentials.without(text)));
        out.print('\n');
    }

    void lines(List<String> texts) {
        texts.forEach(this::line);
    }

    void blank() {
        out.print('\n');
    }

    /** Prints a document as it is; it must be harmless itself. */
    void document(String text) {
        out.print(text);
    }

    /** Prints an error; it may have several lines, of which the indented ones are commands to copy. */
    void error(String text) {
        text.lines()
                .map(line -> line.startsWith("  ") ? line : "specimen: " + line)
                .forEach(line -> error.print(harmless(Credentials.without(line)) + "\n"));
        error.flush();
    }

    /** Swallows what nobody reads any more: who ends a pipe early, as head does, has seen enough. */
    private static final class PipeAware extends FilterOutputStream {

        private boolean closedAtTheOtherEnd;

        PipeAware(OutputStream out) {
            super(new BufferedOutputStream(out));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            unlessClosed(() -> out.write(bytes, offset, length));
        }

        @Override
        public void write(int oneByte) throws IOException {
            unlessClosed(() -> out.write(oneByte));
        }

        @Override
        public void flush() throws IOException {
            unlessClosed(out::flush);
        }

        private void unlessClosed(Output output) throws IOException {
            if (closedAtTheOtherEnd) {
                return;
            }
            try {
                output.run();
            } catch (IOException failed) {
                // The words of POSIX for EPIPE; Java has no type for it.
                closedAtTheOtherEnd = "Broken pipe".equals(failed.getMessage());
                if (!closedAtTheOtherEnd) {
                    throw failed;
                }
            }
        }

        private interface Output {
            void run() throws IOException;
        }
    }

    /** Whether all that was printed so far has arrived. */
    boolean flush() {
        return !out.checkError();
    }

    static String harmless(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (isHarmful(codePoint)) {
                shown.append("\\u%04x".formatted(codePoint));
            } else {
                shown.appendCodePoint(codePoint);
            }
        });
        return shown.toString();
    }

    private static boolean isHarmful(int codePoint) {
        int type = Character.getType(codePoint);
        boolean turnsDirection = (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069)
                || codePoint == 0x200E
                || codePoint == 0x200F
                || codePoint == 0x061C;
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || turnsDirection;
    }
}
