package org.specimen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.advice.Answers;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.CondaName;
import org.specimen.conda.MatchSpec;
import org.specimen.problem.BadInput;
import org.specimen.project.Role;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;

class PlanFileTest {

    private static final String SMALLEST = """
            schema: 1
            name: small
            stack: venv
            python: 3.12.1
            platforms: [linux-64]
            """;

    @Test
    void readsBackExactlyWhatItWrote() {
        EnvironmentPlan plan = new EnvironmentPlan(
                "map-analysis",
                new Answers(Map.of(Question.PEOPLE, List.of("public"), Question.RUNS_ON, List.of("laptop", "ci"))),
                Stack.DOCKER_CONDA,
                Version.parse("3.10.1"),
                EnumSet.of(TargetPlatform.LINUX_X86_64, TargetPlatform.LINUX_ARM64),
                List.of(
                        new PlannedPackage(
                                Requirement.parse("dask[complete]>=2024.1; sys_platform != 'win32'"),
                                Optional.of(PackageManager.PIP),
                                CondaName.tryOf("dask-core"),
                                Role.OPTIONAL,
                                "why: \"no\" # 'not' \\ a comment – ünïcode 🗺 \u202e"),
                        new PlannedPackage(
                                Requirement.parse("mine @ git+https://example.org/m.git@abc"),
                                Optional.empty(),
                                Optional.empty(),
                                Role.RUNTIME,
                                "")),
                List.of(new PlannedCondaPackage(MatchSpec.parse("bioconda::samtools>=1.2,<2|3.*"), "null")),
                List.of(PackageName.of("left-one")),
                new Options(
                        List.of("python", "-c", "print('a b') # \"x\" $HOME", "no", "3.10", "-", ""),
                        true,
                        Optional.of("12.6.3"),
                        true,
                        List.of("libgl1", "g++"),
                        false),
                new TreeMap<>(Map.of("environment.yml", "sha256:abc")),
                Map.of(),
                Frozen.NOTHING);

        String text = PlanFile.write(plan);

        assertThat(PlanFile.read("specimen.yml", text)).isEqualTo(plan);
        assertThat(PlanFile.write(PlanFile.read("specimen.yml", text))).isEqualTo(text);
    }

    @Test
    void keepsWhatAProofFound() {
        String digest = "sha256:" + "0a".repeat(32);
        EnvironmentPlan plan = PlanFile.read("specimen.yml", SMALLEST)
                .withFrozen(new Frozen(
                        Optional.of("python:3.12.14-slim-trixie"),
                        Optional.of(digest),
                        List.of("libgomp1=14.2.0-19", "libgl1=1.7.0-1+b2"),
                        Optional.of(new Proved(
                                "linux/amd64", "Docker 28.2.2", Proved.Outcome.REPRODUCED, "0b".repeat(32)))));

        String text = PlanFile.write(plan);

        assertThat(PlanFile.read("specimen.yml", text)).isEqualTo(plan);
        assertThat(text).contains("frozen:\n", digest, "libgl1=1.7.0-1+b2");
        assertThat(plan.frozen().digestOf("python:3.12.14-slim-trixie")).hasValue(digest);
        assertThat(plan.frozen().digestOf("python:3.13.1-slim-trixie")).isEmpty();
        assertThat(plan.withPython(Version.parse("3.12.15"))
                        .withWritten(new TreeMap<>())
                        .frozen())
                .isEqualTo(plan.frozen());
        assertThatThrownBy(() -> PlanFile.read("specimen.yml", text.replace("sha256:", "md5:")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("a digest is sha256:");
    }

    @Test
    void readsEveryScalarAsText() {
        EnvironmentPlan plan = PlanFile.read("specimen.yml", SMALLEST.replace("3.12.1", "3.10") + """
                answers:
                  docker: no
                  python: 3.10
                """);

        assertThat(plan.python()).hasToString("3.10");
        assertThat(plan.answers().one(Question.DOCKER)).contains("no");
        assertThat(plan.answers().one(Question.PYTHON)).contains("3.10");
    }

    @Test
    void keepsKeysThatItDoesNotKnow() {
        String text = SMALLEST + """
                lab:
                  room: 12.50
                  number: 007
                  nothing: ~
                  day: 2026-11-22
                  door: "012"
                  open: yes
                packages:
                  - requires: numpy
                    reviewed-by: Ana
                conda-packages:
                  - spec: gcc=14.2.0
                    note: mine
                options:
                  colour: blue
                """;

        EnvironmentPlan plan = PlanFile.read("specimen.yml", text);
        String written = PlanFile.write(plan);

        assertThat(written)
                .contains("reviewed-by: Ana")
                .contains("note: mine")
                .contains("  colour: blue")
                .contains(
                        "lab:\n  room: 12.50\n  number: '007'\n  nothing:\n  day: 2026-11-22\n  door: '012'\n  open: yes\n");
        assertThat(PlanFile.write(PlanFile.read("specimen.yml", written))).isEqualTo(written);
    }

    @Test
    void refusesAPlanOfANewerSpecimen() {
        assertThatThrownBy(() -> PlanFile.read("specimen.yml", SMALLEST.replace("schema: 1", "schema: 2")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("specimen.yml, line 1, column 9")
                .hasMessageContaining("newer Specimen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema: 0", "schema: one", "schema: 99999999999", "schema: [1]", "# nothing"})
    void refusesASchemaThatIsNone(String schema) {
        assertThatThrownBy(() -> PlanFile.read("specimen.yml", SMALLEST.replace("schema: 1", schema)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("schema");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stack: venv       | stack: vnev          | line 3, column 8  | venv, conda, docker, docker-conda",
                "python: 3.12.1    | python: three        | line 4, column 9  | three",
                "name: small       | name: Not a name     | line 2, column 7  | letters and digits",
                "[linux-64]        | [linux-64, amiga]    | line 5, column 23 | amiga",
                "platforms:        | packages: {a: b} #   | line 5, column 11 | packages is a list",
                "platforms:        | packages: [text] #   | line 5, column 12 | keys with values",
                "stack: venv       | stack: [venv]        | line 3, column 8  | single value",
                "name: small       | nom: small           | line 1, column 1  | \"name\" is missing",
            })
    void tellsThePlaceOfWhatIsWrong(String right, String wrong, String place, String reason) {
        assertThatThrownBy(() -> PlanFile.read("specimen.yml", SMALLEST.replace(right, wrong)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(place)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "packages: [{requires: 'numpy>>1'}]",
                "packages: [{requires: numpy, from: apt}]",
                "packages: [{requires: numpy, role: star}]",
                "packages: [{requires: numpy, why: \"two\\nlines\"}]",
                "packages: [{requires: numpy, conda-name: 'NumPy!'}]",
                "packages: [{why: nothing}]",
                "conda-packages: [{spec: 'gcc=='}]",
                "left-out: ['not a name']",
                "options: {cuda: latest}",
                "options: {jupyter: perhaps}",
                "options: {system-packages: ['libgl1; rm -rf /']}",
                "options: {command: \"python x\"}",
                "options: {command: [\"a\\nb\"]}",
                "answers: {people: nobody}",
                "written: [x]",
                "written: {../../etc/passwd: a}",
                "written: {/etc/passwd: a}",
            })
    void refusesWhatCouldNotBeWrittenSafely(String line) {
        assertThatThrownBy(() -> PlanFile.read("specimen.yml", SMALLEST + line + "\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("specimen.yml, line 6");
    }
}
