package org.specimen.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs Java itself, the one program that is there wherever the tests run. */
class SystemProgramsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    @Test
    void tellsStatusAndOutputApart() {
        ProgramResult result =
                Programs.SYSTEM.run(List.of(JAVA, "--version"), LONG).orElseThrow();

        assertThat(result.succeeded()).isTrue();
        assertThat(result.output()).contains(System.getProperty("java.specification.version"));
        assertThat(result.errors()).doesNotContain("Error");
    }

    @Test
    void aFailureIsAStatus() {
        ProgramResult result =
                Programs.SYSTEM.run(List.of(JAVA, "--no-such-option"), LONG).orElseThrow();

        assertThat(result.succeeded()).isFalse();
        assertThat(result.errors()).contains("--no-such-option");
    }

    @Test
    void aWordIsNeverTakenForMoreThanOne() {
        ProgramResult result = Programs.SYSTEM
                .run(List.of(JAVA, "--no-such-option; echo $HOME `id` \"x"), LONG)
                .orElseThrow();

        assertThat(result.errors()).contains("--no-such-option; echo $HOME `id` \"x");
    }

    @Test
    void whatIsNotThereDoesNotRun() {
        assertThat(Programs.SYSTEM.run(List.of(folder.resolve("none").toString()), LONG))
                .isEmpty();
    }

    @Test
    void whatTakesTooLongIsKilled() throws Exception {
        Path program = source(
                "Forever.java",
                "public class Forever { public static void main(String[] a) throws Exception"
                        + " { new java.util.concurrent.CountDownLatch(1).await(); } }");

        assertThat(Programs.SYSTEM.run(List.of(JAVA, program.toString()), Duration.ofMillis(200)))
                .isEmpty();
        // A process that is killed takes a moment to be gone; one that was not would never go.
        List<ProcessHandle> left = ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(program.toString()))
                .toList();
        for (ProcessHandle child : left) {
            assertThat(child.onExit()
                            .get(LONG.toMillis(), TimeUnit.MILLISECONDS)
                            .isAlive())
                    .isFalse();
        }
    }

    @Test
    void muchOutputIsReadAndCut() throws IOException {
        Path program = source(
                "Much.java",
                "public class Much { public static void main(String[] a)"
                        + " { System.out.print(\"x\".repeat(3_000_000)); } }");

        ProgramResult result =
                Programs.SYSTEM.run(List.of(JAVA, program.toString()), LONG).orElseThrow();

        assertThat(result.succeeded()).isTrue();
        assertThat(result.output()).hasSize(SystemPrograms.MAX_BYTES);
    }

    private Path source(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
