package org.specimen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.app.BareComputer;

/** A folder, a terminal, and the commands that are typed there. */
abstract class AtTheTerminal {

    @TempDir
    Path folder;

    record Outcome(int status, String out, String error) {}

    static Outcome run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        int status = new CommandLineFace(() -> BareComputer.WORKBENCH, terminal).run(arguments);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    /** Wrong input ends with this status and an error in one or two sentences, without a stack trace. */
    static void assertRefused(Outcome outcome, int status, String... says) {
        assertThat(outcome.error()).contains(says).startsWith("specimen: ").doesNotContain("\tat ", "Exception");
        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.out()).isEmpty();
    }

    void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
