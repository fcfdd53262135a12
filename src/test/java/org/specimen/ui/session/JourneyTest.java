package org.specimen.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Stack;

class JourneyTest {

    @TempDir
    Path parent;

    private Fixture window;

    @BeforeEach
    void aProjectIsOpen() {
        window = Fixture.immediate(parent.resolve("home"));
        window.session.open(Fixture.project(parent, "rain"));
    }

    @Test
    void goesForthAndBackAndNotBeyondTheEnds() {
        window.journey.back();
        assertThat(window.journey.current().get()).isEqualTo(Step.PROJECT);

        for (int step = 0; step < 20; step++) {
            window.journey.next();
        }

        assertThat(window.journey.current().get()).isEqualTo(Step.TRIAL);
        assertThat(window.journey.reached()).containsExactly(Step.values());
    }

    @Test
    void aStepThatWasNotReachedCannotBeGoneTo() {
        window.journey.go(Step.FILES);

        assertThat(window.journey.current().get()).isEqualTo(Step.PROJECT);
        assertThat(window.journey.states().get()).containsEntry(Step.FILES, StepState.AHEAD);
    }

    @Test
    void aStepIsOutOfDateWhenSomethingItRestsOnChangesAndNotOtherwise() {
        window.journey.next();
        window.journey.next();
        window.journey.next();
        window.journey.go(Step.ADVICE);

        window.session.wish(wishes -> wishes.withStack(Optional.of(Stack.CONDA)));

        assertThat(window.journey.states().get())
                .containsEntry(Step.PACKAGES, StepState.OUT_OF_DATE)
                .containsEntry(Step.SITUATION, StepState.DONE)
                .containsEntry(Step.ADVICE, StepState.CURRENT);
        window.session.undo();
        assertThat(window.journey.states().get()).containsEntry(Step.PACKAGES, StepState.DONE);
    }

    @Test
    void whatIsResumedIsNotOutOfDate() {
        window.journey.resume(Step.ADVICE, EnumSet.of(Step.PROJECT, Step.SITUATION, Step.ADVICE, Step.PACKAGES));

        assertThat(window.journey.states().get())
                .containsEntry(Step.SITUATION, StepState.DONE)
                .containsEntry(Step.ADVICE, StepState.CURRENT)
                .containsEntry(Step.PACKAGES, StepState.DONE);
    }

    @Test
    void ofAnotherProjectNoStepHasBeenReached() {
        window.journey.next();
        window.journey.next();
        window.journey.go(Step.PROJECT);

        window.session.open(Fixture.project(parent, "snow"));

        assertThat(window.journey.states().get()).containsEntry(Step.SITUATION, StepState.AHEAD);
        assertThat(window.journey.reached()).containsExactly(Step.PROJECT);
    }

    @Test
    void aFolderInPlaceOfOneThatIsNoUseKeepsThePersonWhereTheyAre() {
        while (window.journey.current().get() != Step.FILES) {
            window.journey.next();
        }

        window.session.open(
                Fixture.project(parent, "snow"), window.session.decisions().get());

        assertThat(window.journey.current().get()).isEqualTo(Step.FILES);
        assertThat(window.journey.mayGo(Step.OPTIONS)).isTrue();
    }

    @Test
    void aStepWhoseOutcomeCannotBeHadIsNotDone() {
        for (Step step : Step.values()) {
            window.journey.go(step);
            window.journey.next();
        }

        window.session.wish(wishes -> wishes.withPython(Optional.of("2.1")));

        assertThat(window.journey.states().get())
                .containsEntry(Step.FILES, StepState.UNFINISHED)
                .containsEntry(Step.PACKAGES, StepState.UNFINISHED)
                .containsEntry(Step.ADVICE, StepState.DONE);
        window.session.undo();
        assertThat(window.journey.states().get()).containsEntry(Step.FILES, StepState.DONE);
    }

    @Test
    void aFirstFolderThatCannotBeReadLeavesThePersonAtTheFirstStep() {
        Fixture other = Fixture.immediate(parent.resolve("home"));

        other.session.open(parent.resolve("gone"));

        assertThat(other.journey.current().get()).isEqualTo(Step.PROJECT);
        assertThat(other.journey.reached()).containsExactly(Step.PROJECT);
    }
}
