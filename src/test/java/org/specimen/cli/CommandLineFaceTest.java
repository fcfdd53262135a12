package org.specimen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.advice.Stack;
import org.specimen.app.FolderContents;
import org.specimen.app.Samples;
import org.specimen.problem.OutsideFailure;

class CommandLineFaceTest extends AtTheTerminal {

    @Test
    void saysWhatItCanDo() {
        Outcome outcome = run();

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("sample", "scan", "advise", "write", "lock", "build", "jupyter", "undo");
    }

    @Test
    void listsAndUnpacksTheSamples() throws IOException {
        assertThat(run("sample").out()).contains("data-analysis", "map-analysis", "gpu-deep-learning", "text-analysis");

        Path target = folder.resolve("my map");
        assertThat(run("sample", "map-analysis", target.toString()).status()).isZero();

        assertThat(target.resolve("access.py")).isRegularFile();
        assertRefused(run("sample", "map-analysis", target.toString()), 2, "has something in it");
        assertRefused(run("sample", "no-such", folder.resolve("x").toString()), 2, "map-analysis");
    }

    @Test
    void saysThatWindowsStandInTheWayOfAContainer() throws IOException {
        write("main.py", "import tkinter\n");

        assertThat(run("advise", folder.toString()).out())
                .contains("In the way of a container")
                .contains("tkinter");
    }

    @Test
    void printsAndWritesNoSecret() throws IOException {
        write("requirements.txt", """
                numpy  # see https://u:HUSH@h/issue
                one @ git+https://user:HUSH@github.com/a/one.git@0123456789012345678901234567890123456789
                two @ https://h/two-1.0-py3-none-any.whl?token=HUSH
                three @ git+ssh://git:HUSH@h/three.git
                bad req https://u:HUSH@h/x
                """);

        for (Stack stack : Stack.values()) {
            Outcome outcome = run("write", folder.toString(), "--stack", stack.key());
            assertThat(outcome.status()).isZero();
            assertThat(outcome.out()).doesNotContain("HUSH");
        }
        assertThat(run("scan", folder.toString(), "--json").out()).doesNotContain("HUSH");
        Map<String, String> written = FolderContents.of(folder);
        written.remove("requirements.txt");
        assertThat(written)
                .isNotEmpty()
                .allSatisfy((path, text) -> assertThat(text).as(path).doesNotContain("HUSH"));
    }

    @Test
    void saysThatItsOutputGotLost() {
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int something) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        var error = new ByteArrayOutputStream();

        int status = new CommandLineFace(
                        () -> {
                            throw new IllegalStateException("not needed");
                        },
                        new Terminal(full, new PrintStream(error, true, StandardCharsets.UTF_8)))
                .run("sample");

        assertThat(status).isEqualTo(3);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("could not be printed");
    }

    @Test
    void tellsAFaultOfItsOwnAsOne() {
        var error = new ByteArrayOutputStream();

        int status = new CommandLineFace(
                        () -> {
                            throw new IllegalStateException("broken inside");
                        },
                        new Terminal(System.out, new PrintStream(error, true, StandardCharsets.UTF_8)))
                .run("advise");

        assertThat(status).isEqualTo(4);
        assertThat(error.toString(StandardCharsets.UTF_8))
                .contains("fault in Specimen", "broken inside")
                .doesNotContain("\tat ");
    }

    @Test
    void listsApartWhatIsOnlyAskedFor() throws IOException {
        Files.writeString(folder.resolve("requirements.txt"), "numpy\nflask\n");
        Files.writeString(folder.resolve("run.py"), "import numpy\n");

        assertThat(run("scan", folder.toString()).out())
                .containsSubsequence("Packages", "numpy", "Asked for, and not seen to be used", "flask");
        assertThat(run("scan", folder.toString(), "--json").out())
                .containsSubsequence(
                        "\"packages\"", "\"name\" : \"numpy\"", "\"onlyAskedFor\"", "\"name\" : \"flask\"");
    }

    @Test
    void printsOneJsonDocumentAndNothingElse() throws IOException {
        Path project = folder.resolve("map-analysis");
        Samples.unpack("map-analysis", project);

        assertThat(run("scan", project.toString(), "--json").out())
                .startsWith("{\n  \"project\" : \"map-analysis\"")
                .endsWith("}\n")
                .contains("\"confidence\" : \"declared\"", "\"line\" : 10", "\"kind\" : \"requirements\"");
        assertThat(run("advise", project.toString(), "--json").out())
                .startsWith("{\n  \"stack\" : \"conda\"")
                .contains("\"controlledBy\" : \"version-control\"", "\"rule\" : ", "\"assumptions\" : [");
    }

    @Test
    void saysThatAFolderHasNothingForIt() throws IOException {
        write("analysis.R", "library(ggplot2)\n");

        for (String command : List.of("scan", "advise", "write")) {
            assertThat(run(command, folder.toString()).out()).contains("No Python code and no list of packages");
        }
    }

    @Test
    void advisesWithoutAProject() {
        assertThat(run("advise").out()).startsWith("Conda fits this project.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with spaces",
                "quote'\"`$HOME",
                "emoji 🗺",
                "عربي",
                "-leading-dash",
                "new\nline",
                "\u202eturned",
                "#comment",
            })
    void worksInAFolderOfAnyName(String name) throws IOException {
        Path project = folder.resolve(name);
        assumeTrue(canMake(project), "this file system does not take the name");
        Files.writeString(project.resolve("analyse " + name + ".py"), "import numpy\n");

        for (Stack stack : Stack.values()) {
            Outcome outcome = run("write", project.toString(), "--stack", stack.key());
            assertThat(outcome.error()).isEmpty();
            assertThat(outcome.status()).isZero();
        }
        assertThat(run("scan", project.toString()).out().lines()).noneMatch(line -> line.indexOf('\u202e') >= 0);
    }

    private static boolean canMake(Path project) {
        try {
            Files.createDirectories(project);
            return true;
        } catch (IOException | RuntimeException refused) {
            return false;
        }
    }

    @Test
    void tellsWhatIsWrongInsideWhatJavaFxWrapsAroundIt() {
        OutsideFailure full = new OutsideFailure("The disk is full. Make room.");

        Outcome outcome = told(new RuntimeException("Exception in start", new CompletionException(full)));

        assertRefused(outcome, 3, "The disk is full.");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void tellsAFaultThatKeepsTheWindowShut(Throwable fault) {
        Outcome outcome = told(new RuntimeException("Exception in start", fault));

        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.error())
                .contains("fault in Specimen", fault.toString())
                .doesNotContain("\tat ");
    }

    static Stream<Throwable> faults() {
        return Stream.of(new IllegalStateException("broken inside"), new OutOfMemoryError("Java heap space"));
    }

    private static Outcome told(RuntimeException failure) {
        var error = new ByteArrayOutputStream();
        int status = CommandLineFace.tell(
                new Terminal(System.out, new PrintStream(error, true, StandardCharsets.UTF_8)), failure);
        return new Outcome(status, "", error.toString(StandardCharsets.UTF_8));
    }
}
