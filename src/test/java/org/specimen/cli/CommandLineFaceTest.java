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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.advice.Stack;
import org.specimen.app.BareComputer;
import org.specimen.app.FolderContents;
import org.specimen.app.Samples;

class CommandLineFaceTest {

    @TempDir
    Path folder;

    private record Outcome(int status, String out, String error) {}

    private static Outcome run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        int status = new CommandLineFace(() -> BareComputer.WORKBENCH, terminal).run(arguments);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    /** Wrong input ends with this status and an error in one or two sentences, without a stack trace. */
    private static void assertRefused(Outcome outcome, int status, String... says) {
        assertThat(outcome.error()).contains(says).startsWith("specimen: ").doesNotContain("\tat ", "Exception");
        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void saysWhatItCanDo() {
        Outcome outcome = run();

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("sample", "scan", "advise", "write", "undo");
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

    static Stream<Arguments> everySampleForEveryStack() {
        return Samples.all().stream()
                .flatMap(sample -> Stream.of(Stack.values()).map(stack -> Arguments.of(sample.name(), stack)));
    }

    @ParameterizedTest
    @MethodSource("everySampleForEveryStack")
    void writesTheFilesOfTheStackOnceAndForAll(String sample, Stack stack) throws IOException {
        Path project = folder.resolve(sample);
        Samples.unpack(sample, project);
        Map<String, String> before = FolderContents.of(project);

        Outcome first = run("write", project.toString(), "--offline", "--stack", stack.key());

        assertThat(first.error()).isEmpty();
        assertThat(first.status()).isZero();
        Map<String, String> after = FolderContents.of(project);
        assertThat(after).containsAllEntriesOf(withoutMergeable(before));
        assertThat(after.keySet())
                .contains("specimen.yml", "ENVIRONMENT.md")
                .containsAll(
                        switch (stack) {
                            case VENV -> List.of("requirements.in", ".python-version");
                            case CONDA -> List.of("environment.yml");
                            case DOCKER -> List.of("requirements.in", "Dockerfile", ".dockerignore");
                            case DOCKER_CONDA -> List.of("environment.yml", "Dockerfile", ".dockerignore");
                        });

        Outcome second = run("write", project.toString(), "--offline");

        assertThat(second.out()).contains("Nothing had to be written");
        assertThat(FolderContents.of(project)).isEqualTo(after);
    }

    /** An environment.yml of the sample's own is merged, so it does change. */
    private static Map<String, String> withoutMergeable(Map<String, String> files) {
        Map<String, String> rest = new TreeMap<>(files);
        rest.remove("environment.yml");
        return rest;
    }

    @Test
    void undoesTheLastWrite() throws IOException {
        Path project = folder.resolve("text");
        Samples.unpack("text-analysis", project);
        Map<String, String> before = FolderContents.of(project);
        run("write", project.toString(), "--stack", "docker-conda");
        assertThat(FolderContents.of(project)).isNotEqualTo(before);

        Outcome outcome = run("undo", project.toString());

        assertThat(outcome.status()).isZero();
        assertThat(FolderContents.of(project)).isEqualTo(before);
        assertThat(run("undo", project.toString()).out()).contains("no write to undo");
    }

    @Test
    void onlyShowsWhatADryRunWouldChange() throws IOException {
        Path project = folder.resolve("data");
        Samples.unpack("data-analysis", project);
        Map<String, String> before = FolderContents.of(project);

        Outcome outcome = run("write", project.toString(), "--dry-run");

        assertThat(outcome.out()).contains("Nothing was written", "requirements.txt");
        assertThat(FolderContents.of(project)).isEqualTo(before);
    }

    @Test
    void savesBesideAFileOfTheirOwnAndNamesItRightly() throws IOException {
        write("requirements.txt", "numpy\n");
        write("Dockerfile", "FROM scratch\n");
        write("main.py", "import numpy\n");

        run("write", folder.toString(), "--stack", "docker");

        assertThat(read("Dockerfile")).isEqualTo("FROM scratch\n");
        assertThat(read("requirements.txt")).isEqualTo("numpy\n");
        assertThat(read("Dockerfile.specimen")).contains("requirements.txt.specimen");
        assertThat(read("ENVIRONMENT.md")).contains("Dockerfile.specimen");
    }

    @Test
    void keepsOrReplacesAFileOfTheirOwnWhenTold() throws IOException {
        write("Dockerfile", "FROM scratch\n");
        write("main.py", "import numpy\n");

        run("write", folder.toString(), "--stack", "docker", "--existing", "keep");
        assertThat(read("Dockerfile")).isEqualTo("FROM scratch\n");
        assertThat(folder.resolve("Dockerfile.specimen")).doesNotExist();

        Outcome replaced = run("write", folder.toString(), "--stack", "docker", "--existing", "replace");
        assertThat(read("Dockerfile")).contains("FROM python:");
        assertThat(replaced.out()).contains(".specimen/backup/");
    }

    @Test
    void keepsAVersionThatAPersonWroteIntoASharedFile() throws IOException {
        write("main.py", "import numpy\n");
        run("write", folder.toString(), "--stack", "conda");
        String before = read("environment.yml");
        write("environment.yml", before.replaceAll("numpy=\\S+", "numpy=2.0.2") + "# Ana's remark\n");

        Outcome outcome = run("write", folder.toString());

        assertThat(outcome.error()).isEmpty();
        assertThat(read("environment.yml")).contains("numpy=2.0.2", "# Ana's remark");
    }

    @Test
    void takesTheNameOfTheEnvironmentThatIsThere() throws IOException {
        write("main.py", "import numpy\n");
        write("environment.yml", "name: Ice_Cores\ndependencies:\n  - numpy\n");

        run("write", folder.toString(), "--stack", "docker-conda");

        assertThat(read("specimen.yml")).contains("name: Ice_Cores");
        assertThat(read("environment.yml")).contains("name: Ice_Cores");
        assertThat(read("ENVIRONMENT.md")).contains("docker build -t ice_cores");
    }

    @Test
    void saysThatWindowsStandInTheWayOfAContainer() throws IOException {
        write("main.py", "import tkinter\n");

        assertThat(run("advise", folder.toString()).out())
                .contains("In the way of a container")
                .contains("tkinter");
    }

    @Test
    void keepsTheStackAndThePythonThatWereDecided() throws IOException {
        write("main.py", "import numpy\n");
        run("write", folder.toString(), "--stack", "docker", "--python", "3.12");
        String decided = read("specimen.yml");

        run("write", folder.toString());

        assertThat(read("specimen.yml"))
                .isEqualTo(decided)
                .contains("stack: docker")
                .contains("python: 3.12.");
    }

    @Test
    void takesAnswersOverThePlanAndOptionsOverAnswers() throws IOException {
        write("main.py", "import numpy\n");
        Path answers = folder.resolve("answers.yml");
        Files.writeString(answers, "purpose: teaching\n");

        run("write", folder.toString());
        assertThat(read("specimen.yml")).contains("stack: venv");
        run("write", folder.toString(), "--answers", answers.toString());
        assertThat(read("specimen.yml")).contains("stack: docker\n").contains("purpose: teaching");
        run("write", folder.toString(), "--answers", answers.toString(), "--stack", "conda");
        assertThat(read("specimen.yml")).contains("stack: conda\n");
    }

    @ParameterizedTest
    @CsvSource({"3.11.2, 3.11.2", "3.8.5, 3.8.5", "3.12, 3.12.", "3.8, 3.8."})
    void takesThePythonThatTheProjectAsksFor(String asked, String taken) throws IOException {
        write("main.py", "import six\n");
        write("environment.yml", "dependencies:\n  - python=" + asked + "\n  - six\n");

        Outcome outcome = run("write", folder.toString(), "--stack", "conda");

        assertThat(outcome.error()).isEmpty();
        assertThat(read("environment.yml")).contains("python=" + taken);
        assertThat(read("specimen.yml")).contains("python: " + taken);
    }

    @Test
    void refusesAPythonOfTheProjectsThatCannotBeOffered() throws IOException {
        write("main.py", "import numpy\n");
        write("pyproject.toml", "[project]\nname = \"x\"\nversion = \"1\"\nrequires-python = \">=3.20\"\n");

        assertRefused(run("write", folder.toString()), 1, ">=3.20", "To choose another Python: --python 3.");
        assertThat(run("write", folder.toString(), "--python", "3.12").status()).isZero();
    }

    @Test
    void choosesAnOldPythonForOldPins() throws IOException {
        write("requirements.txt", "numpy==1.19.5\npandas==1.1.5\n");

        run("write", folder.toString(), "--stack", "conda");

        assertThat(read("specimen.yml")).containsPattern("python: 3\\.[89]\\.");
        assertThat(read("ENVIRONMENT.md")).contains("end of life");
    }

    @ParameterizedTest
    @CsvSource({"3.13, slim-trixie", "3.9, slim-bookworm", "3.12.4, slim-bookworm"})
    void takesABaseImageThatHasThePython(String python, String suite) throws IOException {
        write("main.py", "import six\n");

        run("write", folder.toString(), "--stack", "docker", "--python", python);

        assertThat(read("Dockerfile")).containsPattern("FROM python:" + python + "[.0-9]*-" + suite + "\n");
    }

    @Test
    void followsANewAnswerAboutPython() throws IOException {
        write("main.py", "import numpy\n");
        write("answers.yml", "python: 3.12\n");
        run("write", folder.toString());

        run(
                "write",
                folder.toString(),
                "--answers",
                folder.resolve("answers.yml").toString());

        assertThat(read("specimen.yml")).contains("python: 3.12.");
    }

    @Test
    void keepsWhatWasAskedOfCondaWithConda() throws IOException {
        write("environment.yml", """
                dependencies:
                  - python=3.8
                  - numpy=1.15.4
                  - pytorch::pytorch=1.4
                  - pip:
                      - scanpy==1.4
                """);

        run("write", folder.toString(), "--stack", "conda");

        assertThat(read("environment.yml").lines().filter(line -> line.contains("torch")))
                .hasSize(1)
                .allMatch(line -> line.contains("pytorch=1.4"));
        assertThat(read("environment.yml")).contains("- numpy=1.15.4").contains("- scanpy==1.4");
    }

    @Test
    void pinsForAnOldPythonWhatIsKnownToRunOnIt() throws IOException {
        write("main.py", "import numpy, scipy\n");

        run("write", folder.toString(), "--stack", "conda", "--python", "3.11");

        assertThat(read("environment.yml")).contains("numpy=2.4.", "scipy=1.17.");
    }

    @Test
    void listsWhatAPackageNeedsByItsNearestKnownRelease() throws IOException {
        write("requirements.txt", "scikit-learn==1.5.2\n");

        run("write", folder.toString(), "--stack", "venv", "--existing", "replace");

        assertThat(read("requirements.txt")).contains("scipy==", "joblib==", "threadpoolctl==");
    }

    @Test
    void leavesOutWhatIsOnlyImportedAndUnknownAndWhatIsToldTo() throws IOException {
        write("main.py", "import numpy, my_lab_tools_of_1999\n");
        assertThat(run("write", folder.toString()).status()).isZero();
        write("requirements.txt", "numpy\nno-such-lab-package\n");

        assertRefused(run("write", folder.toString()), 1, "--leave-out no-such-lab-package");
        assertThat(run("write", folder.toString(), "--leave-out", "no-such-lab-package")
                        .status())
                .isZero();
        assertThat(read("specimen.yml")).contains("left-out:\n- no-such-lab-package");
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
    void tellsTheFilesOfAnEarlierStack() throws IOException {
        write("main.py", "import numpy\n");
        run("write", folder.toString(), "--stack", "venv");

        assertThat(run("write", folder.toString(), "--stack", "conda").out())
                .contains("No longer used", "requirements.txt");
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
    void readsItsPlanThroughNoLinkOutOfTheFolder() throws IOException {
        write("main.py", "import numpy\n");
        Path outside = Files.createTempFile("plan", ".yml");
        Files.createSymbolicLink(folder.resolve("specimen.yml"), outside);

        assertRefused(run("write", folder.toString()), 2, "leads out of the folder");
        Files.delete(outside);
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
    @ValueSource(strings = {"scan", "advise", "write", "undo"})
    void refusesAFolderThatIsNone(String command) throws IOException {
        assertRefused(run(command, folder.resolve("nowhere").toString()), 2, "nowhere");
        write("file.txt", "text");
        assertRefused(run(command, folder.resolve("file.txt").toString()), 2, "file.txt", "folder");
    }

    @ParameterizedTest
    @CsvSource({
        "'sacn x', Did you mean",
        "'scan', DIR",
        "'scan x --jsno', --json",
        "'write x --stack wings', 'venv, conda, docker, docker-conda'",
        "'write x --existing burn', 'keep, replace or beside'",
        "'advise --answers nowhere.yml', nowhere.yml",
    })
    void refusesWrongUsage(String arguments, String says) {
        assertRefused(run(arguments.split(" ")), 2, says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'people: nobody'      | line 1, column 9  | mixed-os-team",
                "'poeple: me'          | line 1, column 1  | people",
                "'people: [me'         | line 2            | YAML",
                "'people: me\nhorizon: yaers' | line 2, column 10 | years",
            })
    void refusesAnswersThatAreNone(String answers, String place, String likely) throws IOException {
        write("answers.yml", answers + "\n");

        assertRefused(run("advise", "--answers", folder.resolve("answers.yml").toString()), 2, place, likely);
    }

    @Test
    void refusesABrokenPlanAndLeavesEverything() throws IOException {
        write("main.py", "import numpy\n");
        write("specimen.yml", "schema: 1\nname: [\n");

        assertRefused(run("write", folder.toString()), 2, "specimen.yml, line");
        write("specimen.yml", "schema: 7\n");
        assertRefused(run("write", folder.toString()), 2, "specimen.yml, line 1", "newer Specimen");
        assertThat(FolderContents.of(folder).keySet()).containsExactly("main.py", "specimen.yml");
    }

    @Test
    void refusesABrokenEnvironmentFileThatWouldBeMerged() throws IOException {
        write("main.py", "import numpy\n");
        write("environment.yml", "dependencies:\n  - numpy\n - pandas\n");

        assertRefused(run("write", folder.toString(), "--stack", "conda"), 2, "environment.yml, line 3");
        assertThat(FolderContents.of(folder).keySet()).containsExactly("environment.yml", "main.py");
    }

    @Test
    void refusesAPackageOrAVersionThatDoesNotExist() throws IOException {
        write("requirements.txt", "scikit-lern\nnumpy==99.1\n");

        assertRefused(
                run("write", folder.toString(), "--stack", "venv"), 1, "Did you mean scikit-learn?", "numpy==99.1");
        assertThat(FolderContents.of(folder).keySet()).containsExactly("requirements.txt");
    }

    @Test
    void refusesAPythonThatDoesNotExistOrThatNoPackageSupports() throws IOException {
        write("requirements.txt", "numpy>=2.4\n");

        assertRefused(run("write", folder.toString(), "--python", "3.99"), 2, "3.99", "3.8");
        assertRefused(run("write", folder.toString(), "--python", "new"), 2, "new");
        assertRefused(
                run("write", folder.toString(), "--python", "3.8", "--stack", "venv"), 1, "numpy>=2.4", "Python 3.8");
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

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
