package org.specimen.ui.situation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.advice.Question;
import org.specimen.app.Samples;
import org.specimen.ui.session.Decisions;
import org.specimen.ui.situation.SituationViewModel.Phase;
import org.specimen.ui.situation.Standing.Source;
import org.specimen.ui.task.TaskRunner;

class SituationViewModelTest {

    private static final List<Question> ALWAYS =
            List.of(Question.PEOPLE, Question.HORIZON, Question.PURPOSE, Question.RUNS_ON);

    @TempDir
    Path folder;

    static Stream<String> samples() {
        return Samples.all().stream().map(Samples.Sample::name);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void asksFewQuestionsOfASampleAndSuggestsAnAnswerToEach(String sample) {
        Fixture step = Fixture.sample(sample, folder);

        assertThat(step.model.phase().get()).isEqualTo(Phase.QUESTIONS);
        assertThat(step.asked()).isEqualTo(ALWAYS);
        assertThat(step.model.settled().get()).hasSize(7).allSatisfy(question -> {
            assertThat(question.unfolded().get()).isFalse();
            assertThat(question.answer()).isNotEmpty();
            assertThat(question.because()).isNotEmpty();
        });
        assertThat(step.model.asked().get()).allSatisfy(question -> {
            assertThat(question.unfolded().get()).isTrue();
            assertThat(question.standing().get().isSuggestion()).isTrue();
        });
        assertThat(step.model.mayLeave()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    map-analysis      | COMPILED | Yes | because of geopandas
                    data-analysis     | COMPILED | No  | every package in use brings all that it needs
                    data-analysis     | GPU      | No  | nothing shows that one is used
                    gpu-deep-learning | GPU      | Yes, with packages that bring CUDA | because of packages with their own CUDA
                    text-analysis     | AI       | AI services, Pretrained models | because of
                    text-analysis     | PYTHON   | Python 3.11 | because of Python 3.11 in environment.yml
                    """)
    void saysInOneLineWhatTheProjectAnswers(String sample, Question question, String answer, String because) {
        Fixture step = Fixture.sample(sample, folder);

        assertThat(step.question(question).answer()).startsWith(answer);
        assertThat(step.question(question).because()).startsWith(because);
    }

    @Test
    void namesThePlacesBehindASuggestion() {
        Fixture step = Fixture.sample("map-analysis", folder);

        Standing standing = step.standing(Question.COMPILED);

        assertThat(standing.source()).isEqualTo(Source.FOUND);
        assertThat(standing.values()).containsExactly("yes");
        assertThat(standing.places())
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.line()).isPositive());
    }

    @Test
    void asksMoreWhereThereIsNoProject() {
        Fixture step = Fixture.withoutProject();

        assertThat(step.asked())
                .containsAll(ALWAYS)
                .contains(Question.COMPILED, Question.PYTHON, Question.GPU, Question.AI);
        assertThat(step.standing(Question.COMPILED).source()).isEqualTo(Source.ASSUMED);
    }

    @Test
    void asksAboutCompiledLibrariesWhereAPackageIsNotKnown() throws IOException {
        Files.writeString(folder.resolve("main.py"), "import a_package_that_nobody_knows\n");
        Files.writeString(folder.resolve("requirements.txt"), "a-package-that-nobody-knows\n");

        assertThat(Fixture.folder(folder).asked()).contains(Question.COMPILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed-os-team", "public"})
    void asksAboutTroubleWherePeopleDiffer(String people) {
        Fixture step = Fixture.sample("data-analysis", folder);

        step.question(Question.PEOPLE).choose(people);

        assertThat(step.asked()).containsSubsequence(Question.PEOPLE, Question.OS_TROUBLE, Question.HORIZON);
    }

    @Test
    void asksAboutTroubleWhereOperatingSystemsDiffer() {
        Fixture step = Fixture.sample("data-analysis", folder);

        step.question(Question.OPERATING_SYSTEMS).choose("windows");

        assertThat(step.standing(Question.OPERATING_SYSTEMS).values()).containsExactly("linux", "windows");
        assertThat(step.asked()).contains(Question.OS_TROUBLE);
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void takesAnAnswerTakesItBackAndDoesItAgain(Question question) {
        Fixture step = Fixture.sample("map-analysis", folder);
        Standing before = step.standing(question);
        String other = question.choices().get(question.choices().size() - 1);

        step.question(question).choose(other);
        Standing after = step.standing(question);
        step.session.undo();
        Standing undone = step.standing(question);
        step.session.redo();

        assertThat(after.source()).isEqualTo(Source.SAID);
        assertThat(undone).isEqualTo(before);
        assertThat(step.standing(question)).isEqualTo(after);
    }

    @Test
    void neverPutsASuggestionInThePlaceOfAnAnswer() throws IOException {
        Fixture step = Fixture.sample("data-analysis", folder);
        step.question(Question.COMPILED).choose("no");

        Files.writeString(folder.resolve("data-analysis/map.py"), "import geopandas\n");
        step.session.reread();

        assertThat(step.standing(Question.COMPILED).source()).isEqualTo(Source.SAID);
        assertThat(step.standing(Question.COMPILED).values()).containsExactly("no");
        assertThat(step.standing(Question.COMPILED).because())
                .startsWith("The project shows: Yes, because of geopandas");
    }

    @Test
    void clearsASuggestionInOneClickAndSaysWhatHoldsMeanwhile() {
        Fixture step = Fixture.sample("map-analysis", folder);

        step.question(Question.HORIZON).clear("months");

        assertThat(step.standing(Question.HORIZON).isOpen()).isTrue();
        assertThat(step.standing(Question.HORIZON).values()).isEmpty();
        assertThat(step.standing(Question.HORIZON).because())
                .isEqualTo("Until you know, Specimen goes by: Some months.");
        assertThat(step.session.decisions().get().leftOpen()).containsExactly(Question.HORIZON);
    }

    @Test
    void clearsOneOfSeveralSuggestionsAndKeepsTheOthers() {
        Fixture step = Fixture.sample("text-analysis", folder);

        step.question(Question.AI).clear("models");

        assertThat(step.standing(Question.AI).values()).contains("api").doesNotContain("models");
    }

    @Test
    void returnsFromAnAnswerToTheSuggestion() {
        Fixture step = Fixture.sample("map-analysis", folder);
        Standing suggested = step.standing(Question.COMPILED);
        step.question(Question.COMPILED).choose("no");

        step.question(Question.COMPILED).takeSuggestion();

        assertThat(step.standing(Question.COMPILED)).isEqualTo(suggested);
    }

    @Test
    void showsTheAnswersOfAnEarlierPlanAndLetsThemBeLeftOpen() {
        Fixture first = Fixture.sample("data-analysis", folder);
        first.question(Question.PEOPLE).choose("public");
        first.session.workbench().write(first.session.preview().get().ready().orElseThrow());
        Fixture step = Fixture.folder(folder.resolve("data-analysis"));
        Standing planned = step.standing(Question.PEOPLE);

        step.question(Question.PEOPLE).leaveOpen();
        Standing open = step.standing(Question.PEOPLE);
        step.question(Question.PEOPLE).takeSuggestion();

        assertThat(planned.source()).isEqualTo(Source.PLANNED);
        assertThat(planned.values()).containsExactly("public");
        assertThat(open.isOpen()).isTrue();
        assertThat(open.because()).isEqualTo("Until you know, Specimen goes by: Only me.");
        assertThat(step.standing(Question.PEOPLE)).isEqualTo(planned);
    }

    @Test
    void showsAnAnswerBeforeAnythingIsWorkedOut() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        Fixture step = Fixture.workingWith(new TaskRunner(waiting::add, Runnable::run, failure -> {}));
        step.session.startWithoutProject();
        Phase before = step.model.phase().get();
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }

        step.question(Question.PEOPLE).choose("public");

        assertThat(before).isEqualTo(Phase.WORKING);
        assertThat(step.model.phase().get()).isEqualTo(Phase.QUESTIONS);
        assertThat(waiting).isNotEmpty();
        assertThat(step.standing(Question.PEOPLE).values()).containsExactly("public");
        assertThat(step.asked()).contains(Question.OS_TROUBLE);
    }

    @Test
    void cautionsBesideTheQuestionConcernedAndForgetsItWhenAllIsWell() {
        Fixture step = Fixture.sample("map-analysis", folder);
        step.question(Question.COMPILED).choose("no");
        step.question(Question.PEOPLE).choose("public");
        step.question(Question.MACHINES).choose("one");
        List<Caution> compiled = step.question(Question.COMPILED).cautions().get();
        List<Caution> machines = step.question(Question.MACHINES).cautions().get();

        step.question(Question.MACHINES).choose("several");

        assertThat(compiled).hasSize(1);
        assertThat(machines)
                .extracting(Caution::text)
                .containsExactly("Many people will run this, and yet there is only one machine.");
        assertThat(step.question(Question.MACHINES).cautions().get()).isEmpty();
    }

    @Test
    void aTeamOnDifferentSystemsGetsPinsForAllOfThemWithOneButton() {
        Fixture step = Fixture.sample("map-analysis", folder);
        QuestionModel systems = step.question(Question.OPERATING_SYSTEMS);
        step.question(Question.PEOPLE).choose("mixed-os-team");
        systems.leaveOpen();
        systems.choose("windows");
        Caution caution = systems.cautions().get().get(0);

        systems.settle(caution);

        assertThat(caution.action()).isEqualTo("Pin for Linux, macOS and Windows");
        assertThat(step.standing(Question.OPERATING_SYSTEMS).values())
                .containsExactlyInAnyOrder("linux", "macos", "windows");
        assertThat(systems.cautions().get()).isEmpty();
        assertThat(step.session.proposal().get().ready().orElseThrow().plan().platforms())
                .hasSizeGreaterThan(2);
        step.session.undo();
        assertThat(step.standing(Question.OPERATING_SYSTEMS).values()).containsExactly("windows");
    }

    @Test
    void foldsWhatWasChangedWhenThePageIsEnteredAgain() {
        Fixture step = Fixture.sample("map-analysis", folder);
        step.question(Question.COMPILED).unfold();
        step.question(Question.COMPILED).choose("no");
        boolean whileChanging = step.question(Question.COMPILED).unfolded().get();

        step.model.entered();

        assertThat(whileChanging).isTrue();
        assertThat(step.question(Question.COMPILED).unfolded().get()).isFalse();
        assertThat(step.question(Question.COMPILED).because()).isEqualTo("your answer");
    }

    @Test
    void offersTheMaintainedPythonsNewestFirst() {
        List<Choice> choices =
                Fixture.withoutProject().question(Question.PYTHON).choices();

        assertThat(choices).extracting(Choice::value).containsExactly("any", "3.14", "3.13", "3.12", "3.11");
        assertThat(choices.get(3).line()).isEqualTo("Security fixes until October 2028.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    banana   | is no version of Python 3
                    2.7      | is no version of Python 3
                    any      | is no version of Python 3
                    3.99     | Specimen knows no Python 3.99
                    """)
    void staysOnThePageUntilTheVersionTypedIsOne(String typed, String message) {
        Fixture step = Fixture.withoutProject();
        step.model.exactPython().text().set(typed);

        boolean mayLeave = step.model.mayLeave();

        assertThat(mayLeave).isFalse();
        assertThat(step.model.exactPython().message().get())
                .hasValueSatisfying(text -> assertThat(text).contains(message));
        assertThat(step.standing(Question.PYTHON).source()).isEqualTo(Source.ASSUMED);
    }

    @Test
    void aSuggestionThatCannotBeHadIsNoAnswerAndKeepsNobody(@TempDir Path parent) throws IOException {
        Path old = Files.createDirectories(parent.resolve("old"));
        Files.writeString(old.resolve("analysis.py"), "import numpy\n");
        Files.writeString(old.resolve("environment.yml"), "dependencies:\n  - python=3.5\n  - numpy\n");
        Fixture step = Fixture.folder(old);

        assertThat(step.model.mayLeave()).isTrue();
        assertThat(step.model.exactPython().message().get()).isEmpty();
        assertThat(step.session.decisions().get()).isEqualTo(Decisions.NONE);

        step.model.exactPython().text().set("3.6");
        assertThat(step.model.mayLeave()).isFalse();
        assertThat(step.model.exactPython().message().get()).isPresent();
    }

    @Test
    void takesAnExactVersionAndForgetsItWhenTheFieldIsEmptied() {
        Fixture step = Fixture.withoutProject();
        step.model.exactPython().text().set(" 3.12.4 ");
        boolean mayLeave = step.model.mayLeave();
        List<String> exact = step.standing(Question.PYTHON).values();

        step.model.exactPython().text().set("");
        step.model.exactPython().commit();

        assertThat(mayLeave).isTrue();
        assertThat(exact).containsExactly("3.12.4");
        assertThat(step.standing(Question.PYTHON).source()).isEqualTo(Source.ASSUMED);
    }

    @Test
    void emptiesTheFieldWhenAVersionAmongTheChoicesIsTaken() {
        Fixture step = Fixture.withoutProject();
        step.model.exactPython().text().set("3.12.4");
        step.model.exactPython().commit();

        step.question(Question.PYTHON).choose("3.13");
        String after = step.model.exactPython().text().get();
        step.session.undo();

        assertThat(after).isEmpty();
        assertThat(step.model.exactPython().text().get()).isEqualTo("3.12.4");
    }

    @Test
    void hasNothingToAskBeforeAnythingIsStarted() {
        assertThat(Fixture.unstarted().model.phase().get()).isEqualTo(Phase.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void hasWordsForEveryQuestionAndAnswer(Question question) {
        QuestionModel asked = Fixture.withoutProject().question(question);

        assertThat(asked.text()).endsWith("?");
        assertThat(asked.name()).isNotEmpty();
        assertThat(asked.why()).endsWith(".");
        assertThat(asked.unknown()).isNotEmpty();
        assertThat(asked.choices())
                .hasSizeGreaterThanOrEqualTo(question.choices().size());
    }
}
