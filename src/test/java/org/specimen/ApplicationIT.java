package org.specimen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged application as a person does. */
class ApplicationIT {

    private static final Path APPLICATION = Path.of(System.getProperty("specimen.application", "target/specimen"));

    @TempDir
    Path folder;

    private record Outcome(int status, String out, String error) {}

    @BeforeEach
    void needsAShell() {
        assumeFalse(System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows"));
    }

    @Test
    void saysItsVersion() throws Exception {
        Outcome outcome = run(APPLICATION.resolve("bin/specimen"), "--version");

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.out()).matches("specimen \\d+\\.\\d+\\.\\d+\n");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void startsThroughALinkAndInAFolderWithANameBeyondAscii() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("specimen link"),
                APPLICATION.resolve("bin/specimen").toAbsolutePath());
        String project = folder.resolve("carte 🗺 'x'").toString();

        assertThat(run(link, "sample", "map-analysis", project).status()).isZero();
        Outcome written = run(link, "write", project, "--offline");

        assertThat(written.error()).isEmpty();
        assertThat(written.out()).contains("🗺").contains("environment.yml");
        assertThat(Path.of(project, "ENVIRONMENT.md")).isRegularFile();
    }

    @Test
    void endsInSilenceWhenNobodyReadsOn() throws Exception {
        Outcome outcome = run(
                Path.of("/bin/sh"),
                "-c",
                "\"$0\" advise --help | true; exec \"$0\" --help | head -n 1",
                APPLICATION.resolve("bin/specimen").toString());

        assertThat(outcome.error()).isEmpty();
    }

    @Test
    void saysThatADiskIsFull() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));

        Outcome outcome = run(
                Path.of("/bin/sh"),
                "-c",
                "exec \"$0\" --help >/dev/full",
                APPLICATION.resolve("bin/specimen").toString());

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.error()).contains("could not be printed");
    }

    @Test
    void tellsAnErrorWithItsStatus() throws Exception {
        Outcome outcome = run(
                APPLICATION.resolve("bin/specimen"),
                "scan",
                folder.resolve("nowhere").toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.error()).startsWith("specimen: ").contains("nowhere").doesNotContain("\tat ");
    }

    @Test
    void namesTheTerminalWhereThereIsNoDisplay() throws Exception {
        onlyOnLinux();

        String called = APPLICATION.resolve("bin/specimen").toString();
        Outcome outcome = run(Path.of("/usr/bin/env"), "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", called);

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.error())
                .startsWith("specimen: The window cannot open")
                .contains("\n  " + called + " sample map-analysis my-map && " + called + " write my-map\n")
                .doesNotContain("\tat ");
    }

    @Test
    void namesTheTerminalWhereNobodyAnswersOnTheDisplay() throws Exception {
        onlyOnLinux();

        Outcome outcome = run(
                Path.of("/usr/bin/env"),
                "DISPLAY=:4711",
                APPLICATION.resolve("bin/specimen").toString());

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.error())
                .startsWith("specimen: The window cannot open")
                .contains("specimen write my-map")
                .doesNotContain("\tat ");
    }

    private static void onlyOnLinux() {
        assumeTrue(System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux"));
    }

    /** Runs it in the plain C locale, which cron and containers have. */
    private Outcome run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path error = folder.resolve("error.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(error.toFile());
        builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "LANG"));
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(error, StandardCharsets.UTF_8));
    }
}
