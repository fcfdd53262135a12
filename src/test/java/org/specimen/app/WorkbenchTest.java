package org.specimen.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.specimen.app.BareComputer.WORKBENCH;
import static org.specimen.app.Bench.answers;
import static org.specimen.app.Bench.packages;
import static org.specimen.app.Bench.pins;
import static org.specimen.app.Bench.wished;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;
import org.specimen.files.ExistingChoice;
import org.specimen.files.FileRole;
import org.specimen.files.render.Instructions;
import org.specimen.machine.OperatingSystem;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.Options;
import org.specimen.plan.PlanFile;
import org.specimen.problem.BadInput;
import org.specimen.python.PackageName;
import org.specimen.resolve.Lockfile;
import org.specimen.task.Progress;

class WorkbenchTest {

    @TempDir
    Path folder;

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private Project open() {
        return WORKBENCH.open(folder, Progress.NONE);
    }

    private static Preview preview(Project project, Wishes wishes) {
        return WORKBENCH.preview(project, wishes, Progress.NONE);
    }

    private EnvironmentPlan plan(Wishes wishes) {
        return preview(open(), wishes).plan();
    }

    @Test
    void afterAWriteItsOwnFilesAskForWhatWasMissing() throws IOException {
        write("analysis.py", "import numpy\nimport matplotlib\n");
        write("requirements.txt", "numpy\n");
        assertThat(open().facts().warnings()).anyMatch(warning -> warning.kind().equals("undeclared"));

        WORKBENCH.write(preview(open(), Wishes.NONE));
        assertThat(open().facts().warnings())
                .noneMatch(warning -> warning.kind().equals("undeclared"));

        write("analysis.py", "import numpy\nimport matplotlib\nimport scipy\n");
        assertThat(open().facts().warnings())
                .anyMatch(warning -> warning.message().contains("no file asks for scipy"));
    }

    @Test
    void afterAWriteSomeFileSaysWhatTheProjectNeeds() throws IOException {
        write("analysis.py", "import numpy\n");
        assertThat(open().facts().warnings()).anyMatch(warning -> warning.kind().equals("nothing-declared"));

        WORKBENCH.write(preview(open(), Wishes.NONE));

        assertThat(open().facts().warnings()).isEmpty();
    }

    @Test
    void thePatchReleaseThatItWroteItselfIsNoWishOfThePersons() throws IOException {
        write("analysis.py", "import numpy\n");
        write("environment.yml", "dependencies:\n  - python=3.12\n  - numpy\n");
        String asked = open().facts().python().requires().toString();

        WORKBENCH.write(preview(open(), Wishes.NONE));

        assertThat(Files.readString(folder.resolve("environment.yml"))).containsPattern("python=3\\.12\\.[0-9]+");
        assertThat(open().facts().python().requires()).hasToString(asked);
    }

    @Test
    void aWishedPackageTakesThePlaceOfCondasOwnOfThatName() throws IOException {
        write("environment.yml", "dependencies:\n  - python=3.12\n  - openssl=3.0\n");
        assertThat(WORKBENCH.plan(Optional.of(open()), Wishes.NONE).condaPackages())
                .hasSize(1);

        EnvironmentPlan plan =
                WORKBENCH.plan(Optional.of(open()), Wishes.NONE.withPackages(List.of(Bench.wished("openssl==3.1"))));

        assertThat(plan.condaPackages()).isEmpty();
        assertThat(plan.packages())
                .extracting(planned -> planned.requirement().toString())
                .containsExactly("openssl==3.1");
    }

    static Stream<Arguments> everySampleForEveryStack() {
        return Samples.all().stream()
                .flatMap(sample -> Stream.of(Stack.values()).map(stack -> Arguments.of(sample.name(), stack)));
    }

    @ParameterizedTest
    @MethodSource("everySampleForEveryStack")
    void proposesAndPreviewsAgainAndAgainAndWritesWhatOneRunWrites(String sample, Stack stack) {
        Path wizard = folder.resolve("wizard").resolve(sample);
        Path command = folder.resolve("command").resolve(sample);
        Samples.unpack(sample, wizard);
        Samples.unpack(sample, command);
        Wishes wishes = Wishes.NONE.withStack(Optional.of(stack));
        Project project = WORKBENCH.open(wizard, Progress.NONE);

        for (Stack tried : Stack.values()) {
            preview(project, Wishes.NONE.withStack(Optional.of(tried)).withPython(Optional.of("3.11")));
        }
        Proposal proposal = WORKBENCH.propose(Optional.of(project), wishes, Progress.NONE);
        Preview shown = WORKBENCH.preview(project, proposal, wishes);
        WORKBENCH.write(shown);
        WORKBENCH.write(preview(WORKBENCH.open(command, Progress.NONE), wishes));

        assertThat(FolderContents.of(wizard))
                .isEqualTo(FolderContents.of(command))
                .containsAllEntriesOf(Bench.files(shown));
        assertThat(preview(WORKBENCH.open(wizard, Progress.NONE), Wishes.NONE)
                        .comparison()
                        .changesSomething())
                .isFalse();
    }

    @Test
    void takesWishedPackagesInPlaceOfFoundOnes() throws IOException {
        write("requirements.txt", "numpy==1.26.4\npandas\n");

        EnvironmentPlan plan = plan(Wishes.NONE.withPackages(List.of(wished("numpy==2.2.6"), wished("tqdm"))));

        assertThat(packages(plan)).containsExactly("numpy==2.2.6", "pandas", "tqdm");
        assertThat(plan.packages().get(0).why()).isEqualTo("added by hand");
    }

    @Test
    void takesWishedPackagesInPlaceOfPlannedOnesAndKeepsTheRest() throws IOException {
        write("main.py", "import numpy, pandas\n");
        Preview first = preview(open(), Wishes.NONE.withPackages(List.of(wished("scipy"), wished("tqdm<5"))));
        WORKBENCH.write(first);

        EnvironmentPlan plan = plan(Wishes.NONE.withPackages(List.of(wished("tqdm"))));

        assertThat(packages(first.plan())).containsExactly("numpy", "pandas", "scipy", "tqdm<5");
        assertThat(packages(plan)).containsExactly("numpy", "pandas", "scipy", "tqdm");
    }

    @Test
    void takesTheLastOfSeveralWishesForOnePackage() throws IOException {
        write("main.py", "import numpy\n");

        assertThat(packages(plan(Wishes.NONE.withPackages(List.of(wished("tqdm<4"), wished("tqdm"))))))
                .containsExactly("numpy", "tqdm");
    }

    @Test
    void leavesOutWhatAnEarlierPlanHasUntilItIsWishedAgain() throws IOException {
        write("main.py", "import numpy, pandas\n");
        Wishes withTqdm = Wishes.NONE.withStack(Optional.of(Stack.VENV)).withPackages(List.of(wished("tqdm")));
        WORKBENCH.write(preview(open(), withTqdm));
        List<PackageName> unwanted = List.of(PackageName.of("pandas"), PackageName.of("tqdm"));

        Preview without = preview(open(), Wishes.NONE.withLeftOut(unwanted));
        WORKBENCH.write(without);

        assertThat(packages(without.plan())).containsExactly("numpy");
        assertThat(without.lock().pip())
                .extracting(pin -> pin.name().value())
                .contains("numpy")
                .doesNotContain("pandas", "tqdm");
        assertThat(plan(Wishes.NONE).leftOut()).isEqualTo(unwanted);
        EnvironmentPlan again = plan(Wishes.NONE.withPackages(List.of(wished("pandas"))));
        assertThat(packages(again)).containsExactly("numpy", "pandas");
        assertThat(again.leftOut()).containsExactly(PackageName.of("tqdm"));
    }

    @Test
    void leavesOutWhatOnlyCondaHas() throws IOException {
        write("environment.yml", "name: lab\nchannels: [conda-forge]\ndependencies: [numpy, gcc=14.2.0]\n");
        Wishes conda = Wishes.NONE.withStack(Optional.of(Stack.CONDA));

        assertThat(plan(conda).condaPackages()).hasSize(1);
        assertThat(plan(conda.withLeftOut(List.of(PackageName.of("gcc")))).condaPackages())
                .isEmpty();
    }

    @Test
    void takesWishedOptionsNameAndPython() throws IOException {
        write("main.py", "import numpy\nif __name__ == '__main__':\n    print(numpy.pi)\n");
        Options options =
                new Options(List.of("python", "other.py"), true, Optional.empty(), false, List.of("graphviz"), false);
        Wishes wishes = Wishes.NONE
                .withStack(Optional.of(Stack.DOCKER))
                .withOptions(Optional.of(options))
                .withName(Optional.of("tidal-lab"))
                .withPython(Optional.of("3.11"));

        Preview preview = preview(open(), wishes);
        WORKBENCH.write(preview);

        assertThat(preview.plan().options()).isEqualTo(options);
        assertThat(preview.plan().name()).isEqualTo("tidal-lab");
        assertThat(preview.plan().python().toString()).startsWith("3.11.");
        assertThat(Bench.files(preview).get("Dockerfile")).contains("graphviz", "other.py");
        assertThat(Bench.files(preview).get("requirements.txt")).contains("jupyterlab==");
        EnvironmentPlan later = plan(Wishes.NONE);
        assertThat(later).isEqualTo(preview.plan());
    }

    @Test
    void keepsWhatWasDecidedWhereNothingIsWished() throws IOException {
        write("main.py", "import numpy\n");
        WORKBENCH.write(preview(
                open(),
                Wishes.NONE
                        .withAnswers(answers(Question.PEOPLE, "public"))
                        .withStack(Optional.of(Stack.VENV))
                        .withPython(Optional.of("3.11"))));

        EnvironmentPlan plan = plan(Wishes.NONE);

        assertThat(plan.stack()).isEqualTo(Stack.VENV);
        assertThat(plan.python().toString()).startsWith("3.11.");
        assertThat(plan.answers().one(Question.PEOPLE)).contains("public");
    }

    @Test
    void refusesAPythonThatDoesNotExist() throws IOException {
        write("main.py", "import numpy\n");

        assertThatThrownBy(() -> plan(Wishes.NONE.withPython(Optional.of("2.7"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("There is no Python 2.7");
    }

    @Test
    void forgetsAnAnswerOfThePlanThatThePersonLeavesOpen() throws IOException {
        write("main.py", "import numpy\n");
        WORKBENCH.write(preview(
                open(),
                Wishes.NONE.withAnswers(answers(Question.PEOPLE, "public").with(Question.HORIZON, "years"))));

        EnvironmentPlan plan = plan(Wishes.NONE.withLeftOpen(Set.of(Question.PEOPLE)));

        assertThat(plan.answers().to(Question.PEOPLE)).isEmpty();
        assertThat(plan.answers().one(Question.HORIZON)).contains("years");
    }

    @Test
    void advisesWithoutAProject() {
        Advice bare = WORKBENCH.advise(Optional.empty(), Wishes.NONE);
        Advice published =
                WORKBENCH.advise(Optional.empty(), Wishes.NONE.withAnswers(answers(Question.HORIZON, "years")));

        assertThat(bare.facts()).isEmpty();
        assertThat(bare.situation().isAssumed(Question.COMPILED)).isTrue();
        assertThat(published.recommendation().stack()).isEqualTo(Stack.DOCKER_CONDA);
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void proposesPackagesAddedByHandWithoutAProject(Stack stack) {
        Proposal proposal = WORKBENCH.propose(
                Optional.empty(),
                Wishes.NONE
                        .withStack(Optional.of(stack))
                        .withPackages(List.of(wished("geopandas"), wished("tqdm")))
                        .withLeftOut(List.of(PackageName.of("numpy"))),
                Progress.NONE);

        assertThat(proposal.advice().facts()).isEmpty();
        assertThat(proposal.plan().stack()).isEqualTo(stack);
        assertThat(packages(proposal.plan())).containsExactly("geopandas", "tqdm");
        if (proposal.lock() instanceof Lockfile.Conda conda) {
            assertThat(conda.conda()).extracting(Lockfile.CondaPackage::name).containsExactly("geopandas", "tqdm");
        } else {
            assertThat(pins(proposal)).contains("geopandas", "tqdm", "shapely");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "gone", "new"})
    void refusesToPreviewOverAPlanThatIsNotTheOneOpened(String how) throws IOException {
        write("main.py", "import numpy\n");
        if (!how.equals("new")) {
            WORKBENCH.write(preview(open(), Wishes.NONE));
        }
        Project opened = open();
        switch (how) {
            case "changed" -> write(PlanFile.NAME, Files.readString(folder.resolve(PlanFile.NAME)) + "# mine\n");
            case "gone" -> Files.delete(folder.resolve(PlanFile.NAME));
            default -> WORKBENCH.write(preview(open(), Wishes.NONE));
        }
        Map<String, String> before = FolderContents.of(folder);

        assertThatThrownBy(() -> preview(opened, Wishes.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("specimen.yml was changed meanwhile");
        assertThat(FolderContents.of(folder)).isEqualTo(before);
        assertThat(preview(open(), Wishes.NONE).comparison().names().of(FileRole.PLAN))
                .isEqualTo(PlanFile.NAME);
    }

    @Test
    void refusesToWriteOverAFileThatChangedSinceThePreview() throws IOException {
        write("main.py", "import numpy\n");
        Preview preview = preview(open(), Wishes.NONE.withStack(Optional.of(Stack.VENV)));
        write("requirements.txt", "numpy==1.26.4\n");

        assertThatThrownBy(() -> WORKBENCH.write(preview)).isInstanceOf(BadInput.class);
        assertThat(FolderContents.of(folder)).containsOnlyKeys("main.py", "requirements.txt");
    }

    @Test
    void tellsWhatToTypeOnceTheFilesAreWritten() throws IOException {
        write("main.py", "import numpy\nif __name__ == '__main__':\n    print(numpy.pi)\n");
        write("Dockerfile", "FROM scratch\n");
        Project project = open();
        Preview preview = preview(project, Wishes.NONE.withStack(Optional.of(Stack.DOCKER)));

        Instructions.Section linux = WORKBENCH
                .instructions(project, preview)
                .on(OperatingSystem.LINUX)
                .orElseThrow();
        WORKBENCH.write(preview);

        assertThat(linux.make()).singleElement().asString().contains("-f Dockerfile.specimen");
        assertThat(Bench.files(preview).get("ENVIRONMENT.md"))
                .contains(linux.make().get(0) + "\n" + linux.run().get(0) + "\n");
        assertThat(linux.keep().get(0))
                .startsWith("git add specimen.yml ")
                .contains("Dockerfile.specimen", "ENVIRONMENT.md")
                .doesNotContain("main.py", " Dockerfile ");
        Project again = open();
        assertThat(WORKBENCH
                        .instructions(again, preview(again, Wishes.NONE))
                        .on(OperatingSystem.LINUX)
                        .orElseThrow()
                        .keep())
                .isEmpty();
    }

    @Test
    void asksGitForNoFileThatItLeavesOut() throws IOException {
        write("main.py", "import numpy\n");
        write(".gitignore", "__pycache__/\n.python-version\n");
        Project project = open();

        Instructions instructions =
                WORKBENCH.instructions(project, preview(project, Wishes.NONE.withStack(Optional.of(Stack.VENV))));

        assertThat(instructions.on(OperatingSystem.LINUX).orElseThrow().keep().get(0))
                .startsWith("git add specimen.yml ")
                .contains("ENVIRONMENT.md")
                .doesNotContain(".python-version");
        assertThat(instructions.notes()).last().asString().contains(".python-version", ".gitignore");
    }

    @Test
    void theGuideNamesTheFileThatIsKeptAndSaysThatItIsTheProjectsOwn() throws IOException {
        write("main.py", "import numpy\nif __name__ == '__main__':\n    print(numpy.pi)\n");
        write("dockerfile", "FROM scratch\n");
        Wishes keeping = Wishes.NONE
                .withStack(Optional.of(Stack.DOCKER))
                .withExisting(Map.of(FileRole.DOCKERFILE, ExistingChoice.KEEP));

        Preview preview = preview(open(), keeping);
        WORKBENCH.write(preview);

        assertThat(Files.readString(folder.resolve("dockerfile"))).isEqualTo("FROM scratch\n");
        assertThat(folder.resolve("Dockerfile")).doesNotExist();
        assertThat(Files.readString(folder.resolve("ENVIRONMENT.md")))
                .contains("-f dockerfile ")
                .contains("| `dockerfile` | the steps that build the image; the project’s own")
                .contains("`dockerfile`, the project’s own")
                .doesNotContain("Dockerfile");
        assertThat(preview(open(), keeping).comparison().changesSomething()).isFalse();
    }
}
