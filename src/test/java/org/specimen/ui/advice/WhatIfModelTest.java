package org.specimen.ui.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Answers;
import org.specimen.advice.Layer;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;
import org.specimen.ui.advice.Trial.Choice;
import org.specimen.ui.session.Decisions;
import org.specimen.ui.session.Outcome;

class WhatIfModelTest {

    @TempDir
    Path folder;

    private Desk desk;
    private WhatIfModel whatIf;

    @BeforeEach
    void openTheMaps() {
        desk = Desk.withSample("map-analysis", Desk.CONDA_ONLY, folder);
        whatIf = desk.model.whatIf();
    }

    @Test
    void tryingAnAnswerShowsBeforeAndAfterAndLeavesTheSessionAlone() {
        Decisions decided = desk.session.decisions().get();

        whatIf.attempt(telling(Question.HORIZON));

        Trial trial = trial();
        assertThat(trial.verdict()).isEqualTo("Conda inside Docker instead of Conda");
        assertThat(trial.explanation()).isEqualTo("Now the operating system must be controlled too.");
        assertThat(trial.before().stack()).isEqualTo(Stack.CONDA);
        assertThat(trial.after().stack()).isEqualTo(Stack.DOCKER_CONDA);
        assertThat(trial.after().label()).isEqualTo("What if it must last for years?");
        assertThat(trial.changed()).contains(Layer.OPERATING_SYSTEM).doesNotContain(Layer.PACKAGES);
        assertThat(trial.after().onlyHere()).singleElement().satisfies(reason -> {
            assertThat(reason.layers()).isEqualTo("Operating system");
            assertThat(reason.because()).startsWith("Over years");
        });
        assertThat(trial.before().onlyHere()).isEmpty();
        assertThat(desk.session.decisions().get()).isEqualTo(decided);
        assertThat(desk.session.canUndo().get()).isFalse();
        assertThat(desk.page().advised()).isEqualTo(Stack.CONDA);
    }

    @Test
    void keepingMakesTheAnswerThePersonsOwnAndCanBeUndone() {
        whatIf.attempt(telling(Question.HORIZON));

        whatIf.keep();

        assertThat(answers().to(Question.HORIZON)).containsExactly("years");
        assertThat(desk.page().advised()).isEqualTo(Stack.DOCKER_CONDA);
        assertThat(whatIf.trial().get()).isInstanceOf(Outcome.Nothing.class);
        assertThat(whatIf.kept().get()).contains("it must last for years");

        whatIf.undoKeeping();

        assertThat(answers()).isEqualTo(Answers.NONE);
        assertThat(desk.page().advised()).isEqualTo(Stack.CONDA);
        assertThat(whatIf.kept().get()).isEmpty();
    }

    @Test
    void undoIsOfferedOnlyWhileTheAnswerIsTheLastThingDecided() {
        whatIf.attempt(telling(Question.HORIZON));
        whatIf.keep();

        desk.model.choose(Stack.VENV);

        assertThat(whatIf.kept().get()).isEmpty();
    }

    @Test
    void puttingBackForgetsWhatWasTried() {
        whatIf.attempt(telling(Question.HORIZON));

        whatIf.putBack();

        assertThat(whatIf.trial().get()).isInstanceOf(Outcome.Nothing.class);
        assertThat(whatIf.choice()).isEmpty();
        whatIf.keep();
        assertThat(desk.session.decisions().get()).isEqualTo(Decisions.NONE);
    }

    @Test
    void anAnswerThatChangesNothingSaysSo() {
        whatIf.attempt(choice(Question.HORIZON, "weeks"));

        assertThat(trial().isNoChange()).isTrue();
        assertThat(trial().verdict()).isEqualTo("Still Conda");
        assertThat(trial().explanation()).startsWith("Nothing changes");
    }

    @Test
    void whatNoLongerMattersIsTold() {
        whatIf.attempt(choice(Question.COMPILED, "no"));

        assertThat(trial().verdict()).isEqualTo("venv instead of Conda");
        assertThat(trial().explanation()).isEqualTo("The compiled libraries need not be controlled any more.");
        assertThat(trial().before().onlyHere()).hasSize(1);
    }

    @Test
    void whatAppliesBesidesIsAddedToWhereItRuns() {
        Choice cluster = telling(Question.RUNS_ON);

        assertThat(cluster.values()).containsExactly("laptop", "cluster");
    }

    @Test
    void anAnswerThatHoldsIsNotOffered() {
        assertThat(whatIf.choices(Question.PEOPLE)).extracting(Choice::values).doesNotContain(List.of("me"));
        assertThat(whatIf.tryable().get().orElseThrow().telling())
                .extracting(Choice::question)
                .doesNotContain(Question.COMPILED);
    }

    @Test
    void aTrialFollowsOtherAnswers() {
        whatIf.attempt(telling(Question.HORIZON));

        desk.session.decide(decisions -> decisions.answering(Question.COMPILED, "no"));

        assertThat(trial().before().stack()).isEqualTo(Stack.VENV);
        assertThat(trial().after().stack()).isEqualTo(Stack.DOCKER);
    }

    @Test
    void aTrialEndsWhereItsAnswerIsGivenElsewhere() {
        whatIf.attempt(telling(Question.HORIZON));

        desk.session.decide(decisions -> decisions.answering(Question.HORIZON, "years"));

        assertThat(whatIf.choice()).isEmpty();
        assertThat(whatIf.trial().get()).isInstanceOf(Outcome.Nothing.class);
    }

    private Trial trial() {
        return whatIf.trial().get().ready().orElseThrow();
    }

    private Answers answers() {
        return desk.session.decisions().get().wishes().answers();
    }

    private Choice telling(Question question) {
        return whatIf.tryable().get().orElseThrow().telling().stream()
                .filter(choice -> choice.question() == question)
                .findFirst()
                .orElseThrow();
    }

    private Choice choice(Question question, String value) {
        return whatIf.choices(question).stream()
                .filter(choice -> choice.values().equals(List.of(value)))
                .findFirst()
                .orElseThrow();
    }
}
