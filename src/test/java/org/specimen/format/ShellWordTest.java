package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShellWordTest {

    private static final Path SHELL = Path.of("/bin/sh");

    @Test
    void leavesPlainWordsBare() {
        assertThat(ShellWord.posixCommand(List.of("python", "-m", "pip", "install", "--upgrade=yes", "./a_b-1.2.whl")))
                .isEqualTo("python -m pip install --upgrade=yes ./a_b-1.2.whl");
        assertThat(ShellWord.powerShellCommand(List.of("python", "-m", "pip", "install", "--no-deps", "a\\b.txt")))
                .isEqualTo("python -m pip install --no-deps a\\b.txt");
    }

    @Test
    void quotesWhatAShellWouldTakeForItsOwn() {
        assertThat(ShellWord.posix("it's $HOME")).isEqualTo("'it'\\''s $HOME'");
        assertThat(ShellWord.posix("A=b")).isEqualTo("'A=b'");
        assertThat(ShellWord.posix("~/data")).isEqualTo("'~/data'");
        assertThat(ShellWord.posix("")).isEqualTo("''");
        assertThat(ShellWord.powerShell("it's $HOME")).isEqualTo("'it''s $HOME'");
        assertThat(ShellWord.powerShell("a\u2019; rm b")).isEqualTo("'a\u2019\u2019; rm b'");
        assertThat(ShellWord.powerShell("@x")).isEqualTo("'@x'");
        assertThat(ShellWord.powerShellCommand(List.of("my program", "x"))).isEqualTo("& 'my program' x");
    }

    @Test
    void refusesNul() {
        assertThatIllegalArgumentException().isThrownBy(() -> ShellWord.posix("a\0b"));
        assertThatIllegalArgumentException().isThrownBy(() -> ShellWord.powerShell("a\0b"));
    }

    @Test
    void aShellReadsEveryWordBackAsItWas() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SHELL));
        List<String> words = HostileText.anything(3, 500).toList();
        String script = words.stream()
                .map(word -> "printf '%s\\0' " + ShellWord.posix(word) + "\n")
                .collect(Collectors.joining());
        Process shell =
                new ProcessBuilder(SHELL.toString()).redirectErrorStream(true).start();
        try (var input = shell.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        }

        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).isZero();
        assertThat(List.of(output.split("\0", -1))).containsExactlyElementsOf(withEnd(words));
    }

    private static List<String> withEnd(List<String> words) {
        return java.util.stream.Stream.concat(words.stream(), java.util.stream.Stream.of(""))
                .toList();
    }
}
