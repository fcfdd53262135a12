package org.specimen.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.advice.Recommendation.Alternative;
import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.advice.Recommendation.Obstacle;
import org.specimen.advice.Recommendation.Reason;
import org.specimen.catalogue.Catalogue;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.EngineState;
import org.specimen.machine.OperatingSystem;
import org.specimen.project.Evidence;
import org.specimen.project.ProjectFacts;
import org.specimen.project.ProjectFacts.GpuNeed;
import org.specimen.project.ProjectScanner;
import org.specimen.project.Role;
import org.specimen.project.ScanOptions;
import org.specimen.task.Progress;

class AdvisorTest {

    // The chapter's own scenes.

    @Test
    void aSimpleProjectOfOnePersonOnOneMachineDoesWithVenv() {
        Recommendation advice = Advice.on(Facts.importing("numpy", "pandas"), "people: me", "machines: one");

        assertThat(advice.stack()).isEqualTo(Stack.VENV);
        assertThat(advice.today()).isEqualTo(Stack.VENV);
        assertThat(advice.missing()).isEmpty();
    }

    @Test
    void onePersonWithSpatialLibrariesIsServedByConda() {
        Recommendation advice = Advice.on(Facts.importing("geopandas", "pandas"), "people: me");

        assertThat(advice.stack()).isEqualTo(Stack.CONDA);
        assertThat(reasons(advice, Layer.COMPILED_LIBRARIES)).singleElement().satisfies(reason -> {
            assertThat(reason.rule()).isEqualTo("compiled-libraries");
            assertThat(reason.question()).contains(Question.COMPILED);
            assertThat(reason.source()).isEqualTo("found in the project: geopandas (analysis.py, line 1)");
            assertThat(reason.from()).isEqualTo(new Origin.Found("geopandas", List.of(Evidence.of("analysis.py", 1))));
        });
    }

    @Test
    void aTeamOnDifferentSystemsWithTroubleNeedsDocker() {
        assertThat(Advice.on("people: mixed-os-team", "os-trouble: yes", "compiled: no")
                        .stack())
                .isEqualTo(Stack.DOCKER);
    }

    @Test
    void aTeachingResourceNeedsDocker() {
        assertThat(Advice.on(Facts.importing("pandas"), "purpose: teaching").stack())
                .isEqualTo(Stack.DOCKER);
    }

    @Test
    void aFixedCudaOnAFixedSystemNeedsCondaInsideDocker() {
        assertThat(Advice.on("gpu: cuda", "runs-on: cluster").stack()).isEqualTo(Stack.DOCKER_CONDA);
        assertThat(Advice.on(Facts.importing("geopandas"), "purpose: pipeline").stack())
                .isEqualTo(Stack.DOCKER_CONDA);
    }

    // The layers.

    @Test
    void everyLayerIsToldWithWhoControlsItOrWhatItRisks() {
        Recommendation advice = Advice.on("people: public", "compiled: no");

        assertThat(advice.layers()).extracting(LayerAdvice::layer).containsExactly(Layer.values());
        assertThat(advice.layers())
                .allSatisfy(layer -> assertThat(layer.controlledBy().isPresent())
                        .isNotEqualTo(layer.risk().isPresent()));
        assertThat(advice.layers())
                .allSatisfy(layer ->
                        assertThat(layer.required()).isEqualTo(!layer.reasons().isEmpty()));
        assertThat(layer(advice, Layer.PROJECT).controlledBy()).contains("version-control");
        assertThat(layer(advice, Layer.INTERPRETER).controlledBy()).contains("conda");
        assertThat(layer(advice, Layer.OPERATING_SYSTEM).risk()).isPresent();
        assertThat(layer(advice, Layer.HARDWARE).controlledBy()).isEmpty();
    }

    @Test
    void aReasonNamesTheAnswerBehindIt() {
        assertThat(reasons(Advice.on("people: public"), Layer.INTERPRETER))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.source()).isEqualTo("you answered people: public");
                    assertThat(reason.from()).isEqualTo(new Origin.Said());
                    assertThat(reason.section()).isEqualTo("Conda: Making Python Environments Repeatable");
                });
    }

    @Test
    void packagesAreAlwaysNecessary() {
        assertThat(reasons(Advice.on("compiled: no"), Layer.PACKAGES))
                .extracting(Reason::source)
                .containsExactly("for every project");
    }

    @Test
    void aLayerListsEveryReason() {
        assertThat(reasons(
                        Advice.on("horizon: years", "purpose: teaching", "runs-on: [ci, cluster]"),
                        Layer.OPERATING_SYSTEM))
                .extracting(Reason::rule)
                .containsExactly("lasts-for-years", "teaching-resource", "runs-in-ci", "runs-on-cluster");
    }

    // The other stacks.

    @Test
    void otherStacksTellWhatTheyAddLoseAndLeaveOpen() {
        Recommendation advice = Advice.on("people: public", "compiled: no");

        assertThat(advice.stack()).isEqualTo(Stack.CONDA);
        assertThat(advice.alternatives())
                .extracting(Alternative::stack)
                .containsExactly(Stack.VENV, Stack.DOCKER, Stack.DOCKER_CONDA);
        Alternative venv = advice.alternatives().get(0);
        assertThat(venv.adds()).isEmpty();
        assertThat(venv.loses()).containsExactly(Layer.COMPILED_LIBRARIES, Layer.INTERPRETER);
        assertThat(venv.leavesOpen()).containsExactly(Layer.INTERPRETER);
        Alternative docker = advice.alternatives().get(1);
        assertThat(docker.adds()).containsExactly(Layer.OPERATING_SYSTEM);
        assertThat(docker.leavesOpen()).isEmpty();
    }

    @Test
    void whatCannotBeTriedHereCostsMore() {
        assertThat(Advice.on("docker: no").alternatives())
                .filteredOn(alternative -> alternative.stack().usesDocker())
                .allSatisfy(docker -> assertThat(docker.cost()).contains("cannot be tried until Docker is ready"));
        assertThat(Advice.on("docker: ready").alternatives())
                .allSatisfy(alternative ->
                        assertThat(alternative.cost()).doesNotContain("cannot be tried until Docker is ready"));
    }

    // Today.

    @ParameterizedTest
    @CsvSource({"installable", "no"})
    void withoutDockerTheStepTodayIsConda(String docker) {
        for (String[] answers : List.of(
                new String[] {"purpose: teaching", "compiled: no", "docker: " + docker},
                new String[] {"gpu: cuda", "docker: " + docker})) {
            Recommendation advice = Advice.on(answers);

            assertThat(advice.stack().usesDocker()).isTrue();
            assertThat(advice.today()).isEqualTo(Stack.CONDA);
            assertThat(advice.missing()).extracting(Missing::what).containsExactly("Docker");
        }
    }

    @ParameterizedTest
    @EnumSource(OperatingSystem.class)
    void whatIsMissingIsToldForTheSystem(OperatingSystem system) {
        for (EngineState state : EngineState.values()) {
            MachineFacts machine = Facts.machine(system, state, false, "3.12");

            Recommendation advice = Advice.on(machine, "purpose: teaching");

            boolean ready = state == EngineState.READY;
            assertThat(advice.today()).isEqualTo(ready ? Stack.DOCKER_CONDA : Stack.CONDA);
            assertThat(advice.missing())
                    .extracting(Missing::what)
                    .containsExactlyElementsOf(ready ? List.of() : List.of("Docker", "Conda"));
            assertThat(advice.missing())
                    .allSatisfy(missing ->
                            assertThat(missing.how()).doesNotContain("{", "''").endsWith("."));
        }
    }

    @Test
    void anEngineThatOnlyHasToBeStartedIsStarted() {
        MachineFacts machine = Facts.machine(OperatingSystem.MACOS, EngineState.INSTALLED_NOT_RUNNING, true);

        assertThat(Advice.on(machine, "purpose: teaching").missing())
                .extracting(Missing::how)
                .singleElement()
                .asString()
                .startsWith("Docker is installed but not running. Start it");
    }

    @Test
    void whoSaysThatDockerIsReadyElsewhereIsBelieved() {
        MachineFacts machine = Facts.machine(OperatingSystem.LINUX, EngineState.ABSENT, false, "3.12");

        Recommendation advice = Advice.on(machine, "purpose: teaching", "compiled: no", "docker: ready");

        assertThat(advice.today()).isEqualTo(Stack.DOCKER);
        assertThat(advice.missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8", "3.9.2", "3.10"})
    void withoutAMaintainedPythonTheStepTodayIsConda(String python) {
        MachineFacts machine = Facts.machine(OperatingSystem.LINUX, EngineState.READY, false, python);

        Recommendation advice = Advice.on(machine, "compiled: no");

        assertThat(advice.stack()).isEqualTo(Stack.VENV);
        assertThat(advice.today()).isEqualTo(Stack.CONDA);
        assertThat(advice.missing()).extracting(Missing::what).containsExactly("Python", "Conda");
    }

    @Test
    void withoutAnyPythonTheStepTodayIsConda() {
        MachineFacts machine = Facts.machine(OperatingSystem.WINDOWS, EngineState.ABSENT, true);

        assertThat(Advice.on(machine, "compiled: no").today()).isEqualTo(Stack.CONDA);
    }

    @Test
    void aPythonThatTheProjectDoesNotAdmitIsNotSuitable() {
        Facts project = Facts.importing("numpy").python(">=3.13");

        Recommendation advice = Advice.on(project, "people: me");

        assertThat(advice.stack()).isEqualTo(Stack.VENV);
        assertThat(advice.today()).isEqualTo(Stack.CONDA);
    }

    // Obstacles.

    @ParameterizedTest
    @CsvSource({
        "pywin32, windows-com",
        "comtypes, windows-com",
        "pyqt5, needs-the-desktop",
        "pyside6, needs-the-desktop",
        "wxpython, needs-the-desktop",
        "kivy, needs-the-desktop",
        "pygame, needs-the-desktop",
        "psychopy, needs-the-desktop",
        "pyobjc, apple-frameworks"
    })
    void workThatCannotBeContainedIsAnObstacle(String name, String rule) {
        Recommendation advice = Advice.on(Facts.importing("numpy", name), "purpose: teaching", "docker: ready");

        assertThat(advice.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.rule()).isEqualTo(rule);
            assertThat(obstacle.what()).contains(name).doesNotContain("{");
            assertThat(obstacle.instead()).contains("Conda");
            assertThat(obstacle.source()).contains("analysis.py, line 2");
        });
        assertThat(advice.stack().usesDocker()).isTrue();
        assertThat(advice.today()).isEqualTo(Stack.CONDA);
    }

    @ParameterizedTest
    @CsvSource({
        "import tkinter as tk, tkinter",
        "from tkinter import ttk, tkinter",
        "import turtle, turtle",
        "import Tkinter, Tkinter"
    })
    void aWindowThatTheScanWarnsOfIsAnObstacle(String code, String module, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("window.py"), "import numpy\n" + code + "\n");
        ProjectFacts project = new ProjectScanner(Catalogue.open()).scan(folder, ScanOptions.DEFAULT, Progress.NONE);

        Recommendation advice = Advice.on(Facts.machine(), Optional.of(project), Advice.answers("purpose: teaching"));

        assertThat(advice.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.rule()).isEqualTo("needs-the-desktop");
            assertThat(obstacle.what())
                    .contains("(" + module + " opens windows")
                    .doesNotContain(".)");
            assertThat(obstacle.source()).contains("window.py, line 2");
        });
        assertThat(advice.today()).isEqualTo(Stack.CONDA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-analysis", "gpu-deep-learning"})
    void seedsAreAHabitWhereASampleDrawsRandomNumbers(String sample) {
        ProjectFacts project = new ProjectScanner(Catalogue.open())
                .scan(Path.of("src/main/resources/org/specimen/samples", sample), ScanOptions.DEFAULT, Progress.NONE);

        Recommendation advice = Advice.on(Facts.machine(), Optional.of(project), Advice.answers());

        assertThat(Advice.ids(advice.habits())).contains("seeds");
        assertThat(advice.assumptions())
                .filteredOn(assumption -> assumption.question() == Question.AI)
                .singleElement()
                .satisfies(assumption -> assertThat(assumption.values()).contains("randomness"));
    }

    @Test
    void whatTheCodeCopesWithoutIsNoObstacle() {
        Facts project = Facts.importing("numpy").with("pywin32", Role.OPTIONAL).with("pyqt5", Role.DEVELOPMENT);

        assertThat(Advice.on(project).obstacles()).isEmpty();
    }

    @Test
    void metalStandsInTheWayOfContainersToday() {
        MachineFacts mac = Facts.machine(OperatingSystem.MACOS, EngineState.READY, true, "3.12");

        Recommendation advice = Advice.on(mac, "gpu: mps", "purpose: pipeline", "compiled: no");

        assertThat(advice.stack()).isEqualTo(Stack.DOCKER);
        assertThat(advice.today()).isEqualTo(Stack.CONDA);
        assertThat(advice.obstacles()).extracting(Obstacle::source).containsExactly("you answered gpu: mps");
    }

    // Cautions.

    @Test
    void completeWheelsAreNamedWhereTheProjectUsesThem() {
        assertThat(Advice.on(Facts.importing("numpy", "requests", "torch")).cautions())
                .filteredOn(note -> note.id().equals("wheels-are-complete"))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).startsWith("The wheels of numpy, torch carry"));
        assertThat(Advice.ids(Advice.on(Facts.importing("requests")).cautions()))
                .doesNotContain("wheels-are-complete");
    }

    @Test
    void theWheelsOfTorchHaveNoCudaOnWindows() {
        Facts project = Facts.importing("torch").gpu(GpuNeed.WHEELS);

        assertThat(Advice.ids(Advice.on(project, "operating-systems: windows").cautions()))
                .contains("no-cuda-wheels-on-windows", "driver-stays-outside");
        assertThat(Advice.ids(Advice.on(project, "operating-systems: linux").cautions()))
                .doesNotContain("no-cuda-wheels-on-windows");
    }

    @Test
    void whatMustLastIsKeptAsAnImage() {
        assertThat(Advice.ids(Advice.on("horizon: years").cautions())).contains("keep-the-image");
        assertThat(Advice.ids(Advice.on("gpu: cuda").cautions())).contains("keep-the-cuda-image");
    }

    @Test
    void theSameInputsGiveEqualAdvice() {
        Optional<ProjectFacts> project =
                Optional.of(Facts.importing("geopandas", "openai").random().build());
        Answers answers = Advice.answers("people: public", "runs-on: [cluster, ci]");

        assertThat(Advice.on(Facts.machine(), project, answers))
                .isEqualTo(Advice.on(Facts.machine(), project, answers));
    }

    private static LayerAdvice layer(Recommendation advice, Layer layer) {
        return advice.layers().stream()
                .filter(one -> one.layer() == layer)
                .findFirst()
                .orElseThrow();
    }

    private static List<Reason> reasons(Recommendation advice, Layer layer) {
        return layer(advice, layer).reasons();
    }
}
