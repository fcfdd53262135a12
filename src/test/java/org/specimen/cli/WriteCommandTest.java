package org.specimen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.specimen.advice.Stack;
import org.specimen.app.FolderContents;
import org.specimen.app.Samples;

class WriteCommandTest extends AtTheTerminal {

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
    void tellsOfTheModuleThatNothingIsKnownOf() throws IOException {
        write("main.py", "import numpy, quuxlab1999\nimport bpy\n");

        assertThat(run("write", folder.toString(), "--stack", "venv").out())
                .contains("nothing tells which package it is", "quuxlab1999 (main.py, line 1)", "bpy (from Blender");
        assertThat(read("requirements.txt")).contains("numpy==").doesNotContain("quuxlab1999", "bpy");
    }

    @Test
    void leavesOutWhatIsAskedForAndUnknownWhereItIsToldTo() throws IOException {
        write("main.py", "import numpy, quuxlab1999\n");
        write("requirements.txt", "numpy\nno-such-lab-package\n");

        assertRefused(run("write", folder.toString()), 1, "--leave-out no-such-lab-package");
        assertThat(run("write", folder.toString(), "--leave-out", "no-such-lab-package")
                        .status())
                .isZero();
        assertThat(read("specimen.yml")).contains("left-out:\n- no-such-lab-package");
    }

    @Test
    void tellsTheFilesOfAnEarlierStack() throws IOException {
        write("main.py", "import numpy\n");
        run("write", folder.toString(), "--stack", "venv");

        assertThat(run("write", folder.toString(), "--stack", "conda").out())
                .contains("No longer used", "requirements.txt");
    }
}
