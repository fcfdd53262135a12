package org.specimen.ui.advice;

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
import org.specimen.advice.Layer;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;
import org.specimen.app.Preview;
import org.specimen.ui.advice.AdvicePage.LayerReasons;
import org.specimen.ui.advice.AdvicePage.Reason;
import org.specimen.ui.advice.AdvicePage.StackColumn;
import org.specimen.ui.advice.AdvicePage.ToGet;
import org.specimen.ui.advice.AdvicePage.Today;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Step;

class AdviceViewModelTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "data-analysis, venv fits this project",
        "map-analysis, Conda fits this project",
        "gpu-deep-learning, Conda fits this project",
        "text-analysis, Conda fits this project",
    })
    void everySampleHasItsHeadlineAndAReasonForEachLayer(String sample, String headline) {
        AdvicePage page = Desk.withSample(sample, Desk.DOCKER_READY, folder).page();

        assertThat(page.headline()).isEqualTo(headline);
        assertThat(page.reasons())
                .isNotEmpty()
                .allSatisfy(layer -> assertThat(layer.reasons()).isNotEmpty());
        assertThat(page.stacks())
                .extracting(StackColumn::stack)
                .containsExactly(Stack.VENV, Stack.CONDA, Stack.DOCKER, Stack.DOCKER_CONDA);
        assertThat(page.stacks())
                .filteredOn(StackColumn::fits)
                .hasSize(1)
                .allSatisfy(column ->
                        assertThat(column.marks()).extracting(LayerMark::state).doesNotContain(LayerMark.State.OPEN));
    }

    @Test
    void aPythonThatCannotBeHadIsSaidWithAWayOut(@TempDir Path parent) throws IOException {
        Path old = Files.createDirectories(parent.resolve("old"));
        Files.writeString(old.resolve("analysis.py"), "import numpy\n");
        Files.writeString(old.resolve("environment.yml"), "dependencies:\n  - python=3.6\n  - numpy\n");
        Services services = BareServices.immediate();
        AdviceViewModel model = new AdviceViewModel(services);
        services.session().open(old);

        AdviceViewModel.NoPython none = model.noPython().get().orElseThrow();
        assertThat(none.what()).contains("3.6");
        model.takePython(none.instead().get(0));

        assertThat(model.noPython().get()).isEmpty();
        assertThat(services.session().proposal().get().ready()).isPresent();
    }

    @Test
    void whatWasFoundIsNamedWithItsPlace() {
        AdvicePage page =
                Desk.withSample("map-analysis", Desk.CONDA_ONLY, folder).page();

        LayerReasons compiled = page.reasons().get(1);
        assertThat(compiled.name()).isEqualTo("Compiled libraries");
        assertThat(compiled.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.tag()).startsWith("because we found: geopandas").contains(" in access.py, line ");
            assertThat(reason.said()).isFalse();
            assertThat(reason.question()).contains(Question.COMPILED);
            assertThat(reason.section()).startsWith("Conda:");
        });
    }

    @Test
    void whatWasSaidIsRepeatedInPlainWords() {
        Desk desk = Desk.withoutProject(Desk.DOCKER_READY);

        desk.session.decide(decisions -> decisions.answering(Question.HORIZON, "years"));

        assertThat(desk.page().reasons())
                .filteredOn(layer -> layer.layer() == Layer.OPERATING_SYSTEM)
                .flatExtracting(LayerReasons::reasons)
                .extracting(Reason::tag)
                .containsExactly("because you said: it must last for years");
    }

    @Test
    void withoutAProjectTheAdviceSpeaksOfNone() {
        AdvicePage page = Desk.withoutProject(Desk.CONDA_ONLY).page();

        assertThat(page.headline()).isEqualTo("What fits is Conda");
        assertThat(page.taken()).isNotEmpty();
    }

    @Test
    void nothingIsSaidBeforeThereIsSomethingToAdviseOn() {
        Desk desk = Desk.withFolder(folder.resolve("gone"), Desk.NOTHING);

        assertThat(desk.model.page().get()).isInstanceOf(Outcome.Nothing.class);
    }

    @Test
    void whereTheStackCanBeMadeAtOnceNothingIsSaidOfToday() {
        AdvicePage page =
                Desk.withSample("data-analysis", Desk.DOCKER_READY, folder).page();

        assertThat(page.today()).isEmpty();
        assertThat(page.stacks())
                .filteredOn(StackColumn::worksToday)
                .extracting(StackColumn::stack)
                .containsExactly(Stack.VENV);
    }

    @Test
    void withoutDockerTodayIsCondaAndBothAreNamedToGet() {
        Desk desk = Desk.withSample("text-analysis", Desk.NOTHING, folder);
        desk.session.decide(decisions -> decisions.answering(Question.HORIZON, "years"));

        Today today = desk.page().today().orElseThrow();

        assertThat(desk.page().headline()).isEqualTo("Docker fits this project");
        assertThat(today.headline()).isEqualTo("Today, on this computer: Conda");
        assertThat(today.text())
                .isEqualTo("Conda is the step that can be taken now. It leaves open the operating system, until Docker"
                        + " can be used.");
        assertThat(today.toGet())
                .flatExtracting(ToGet::addresses)
                .containsExactly("docs.docker.com/engine/install", "conda-forge.org/download");
        assertThat(desk.page().stacks()).noneMatch(StackColumn::worksToday);
    }

    @Test
    void withCondaOnlyTodayIsCondaAndItWorks() {
        Desk desk = Desk.withSample("text-analysis", Desk.CONDA_ONLY, folder);
        desk.session.decide(decisions -> decisions.answering(Question.HORIZON, "years"));

        assertThat(desk.page().today().orElseThrow().toGet()).hasSize(1);
        assertThat(desk.page().stacks())
                .filteredOn(StackColumn::worksToday)
                .extracting(StackColumn::stack)
                .containsExactly(Stack.CONDA);
    }

    @Test
    void aMissingToolOfTheAdvisedStackIsToBeGotFirst() {
        AdvicePage page = Desk.withSample("map-analysis", Desk.NOTHING, folder).page();

        assertThat(page.today().orElseThrow().headline()).isEqualTo("Get this first: Conda");
    }

    @Test
    void commandsThatStartAnEngineCanBeCopied() {
        Desk desk = Desk.withSample("text-analysis", Desk.DOCKER_STOPPED, folder);
        desk.session.decide(decisions -> decisions.answering(Question.RUNS_ON, "cluster"));

        assertThat(desk.page().today().orElseThrow().toGet().get(0).commands())
                .startsWith("sudo systemctl start docker", "systemctl --user start docker");
    }

    @Test
    void anAddressIsOpenedSecurely() {
        Desk desk = Desk.withoutProject(Desk.NOTHING);

        desk.model.browse("conda-forge.org/download");

        assertThat(desk.desktop.browsed()).containsExactly("https://conda-forge.org/download");
    }

    @Test
    void anotherStackComesWithItsConsequenceAndCanBeTakenBack() {
        Desk desk = Desk.withSample("map-analysis", Desk.CONDA_ONLY, folder);

        desk.model.choose(Stack.VENV);

        assertThat(desk.page().effective()).isEqualTo(Stack.VENV);
        assertThat(desk.page().consequence())
                .isEqualTo(new AdvicePage.Consequence(
                        "With venv, the compiled libraries stay open, and this project needs them controlled. Conda"
                                + " can control them.",
                        true));
        assertThat(desk.page().stacks())
                .filteredOn(StackColumn::chosen)
                .extracting(StackColumn::stack)
                .containsExactly(Stack.VENV);

        desk.session.undo();

        assertThat(desk.page().effective()).isEqualTo(Stack.CONDA);
        assertThat(desk.page().consequence().text())
                .isEqualTo(
                        "Conda can control all that this project needs. The picture of the layers says how exactly.");
    }

    @Test
    void aHeavierStackTellsWhatItControlsBesides() {
        Desk desk = Desk.withSample("data-analysis", Desk.DOCKER_READY, folder);

        desk.model.choose(Stack.DOCKER);

        assertThat(desk.page().consequence())
                .isEqualTo(new AdvicePage.Consequence(
                        "Docker can control all that this project needs. It could control the Python version and the"
                                + " operating system as well, which this project does without.",
                        false));
    }

    @Test
    void saysThatTheChosenPythonIsNotHereAndOffersTheOneThatIs() {
        Desk desk = Desk.withSample("data-analysis", Desk.OLDER_PYTHON, folder);
        String planned = desk.plan().python().toString();
        assertThat(planned).doesNotStartWith("3.11");

        assertThat(desk.page().stacks()).noneMatch(StackColumn::worksToday);
        AdvicePage.Today today = desk.page().today().orElseThrow();
        assertThat(today.python()).contains("3.11");
        assertThat(today.toGet().get(0).commands()).anyMatch(command -> command.startsWith("uv python install 3."));
        assertThat(today.toGet().get(0).addresses()).contains("docs.astral.sh/uv");

        desk.model.takePython("3.11");

        assertThat(desk.page().today()).isEmpty();
        assertThat(desk.page().stacks())
                .filteredOn(StackColumn::worksToday)
                .extracting(StackColumn::stack)
                .containsExactly(Stack.VENV);
        assertThat(desk.plan().python().toString()).startsWith("3.11.");
    }

    @Test
    void takingTheAdvisedStackIsNoWishSoThatItFollowsTheAnswers() {
        Desk desk = Desk.withSample("map-analysis", Desk.CONDA_ONLY, folder);
        desk.model.choose(Stack.VENV);

        desk.model.choose(Stack.CONDA);

        assertThat(desk.session.decisions().get().wishes().stack()).isEmpty();
    }

    @Test
    void theStackOfThePlanHoldsUntilAnotherIsTaken() {
        Desk first = Desk.withSample("map-analysis", Desk.CONDA_ONLY, folder);
        first.model.choose(Stack.DOCKER_CONDA);
        Preview preview = first.session.preview().get().ready().orElseThrow();
        first.session.workbench().write(preview);

        Desk again = Desk.withFolder(folder.resolve("map-analysis"), Desk.CONDA_ONLY);

        assertThat(again.page().effective()).isEqualTo(Stack.DOCKER_CONDA);
        again.model.choose(Stack.CONDA);
        assertThat(again.page().effective()).isEqualTo(Stack.CONDA);
        assertThat(again.plan().stack()).isEqualTo(Stack.CONDA);
        again.model.choose(Stack.DOCKER_CONDA);
        assertThat(again.session.decisions().get().wishes().stack()).isEmpty();
    }

    @Test
    void anObstacleComesWithWhatToDoToday() throws IOException {
        Files.writeString(folder.resolve("report.py"), "import win32com.client\n");
        Desk desk = Desk.withFolder(folder, Desk.DOCKER_READY);
        desk.session.decide(decisions -> decisions.answering(Question.HORIZON, "years"));

        assertThat(desk.page().obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.what()).startsWith("pywin32");
            assertThat(obstacle.today()).startsWith("Today: Pin the packages with Conda");
        });
        assertThat(desk.page().today().orElseThrow().text())
                .contains("because part of the work cannot go into a container");
    }

    @Test
    void answersThatContradictEachOtherAreTold() {
        Desk desk = Desk.withoutProject(Desk.DOCKER_READY);

        desk.session.decide(
                decisions -> decisions.answering(Question.PEOPLE, "me").answering(Question.OS_TROUBLE, "yes"));

        assertThat(desk.page().contradictions()).singleElement().asString().startsWith("You work alone");
    }

    @Test
    void aReasonLeadsToItsQuestion() {
        Desk desk = Desk.withSample("map-analysis", Desk.CONDA_ONLY, folder);

        desk.model.goToSituation();

        assertThat(desk.step()).isEqualTo(Step.SITUATION);
    }

    @Test
    void everyAnswerCanBeSaid() {
        for (Question question : Question.values()) {
            for (String value : question.choices()) {
                assertThat(AdviceWords.answer(question, List.of(value)))
                        .as("%s: %s", question, value)
                        .doesNotContain("{")
                        .hasSizeGreaterThan(8);
            }
        }
        assertThat(AdviceWords.answer(Question.PYTHON, List.of("3.12"))).isEqualTo("it needs Python 3.12");
        assertThat(Optional.of(AdviceWords.answer(Question.AI, List.of()))).contains("it uses no AI");
    }
}
