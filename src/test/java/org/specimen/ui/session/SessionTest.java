package org.specimen.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.problem.OutsideFailure;
import org.specimen.ui.task.Failure;

class SessionTest {

    @TempDir
    Path parent;

    private Path rain;
    private Path snow;

    @BeforeEach
    void twoProjects() {
        rain = Fixture.project(parent, "rain");
        snow = Fixture.project(parent, "snow");
    }

    @Test
    void opensAFolderAndWorksOutEverythingThatFollows() {
        Fixture window = Fixture.immediate(parent.resolve("home"));

        window.session.open(rain);

        assertThat(window.session.hasStarted()).isTrue();
        assertThat(window.session.advice().get().ready()).isPresent();
        assertThat(window.session.proposal().get().ready()).isPresent();
        assertThat(window.session.preview().get().ready()).isPresent();
    }

    @Test
    void cancelWhileReadingKeepsTheProjectThatWasOpen() {
        Fixture window = Fixture.byHand(parent.resolve("home"));
        window.session.open(rain);
        window.hands.finish();
        window.session.wish(wishes -> wishes.withPython(Optional.of("3.12")));
        window.hands.finish();

        window.session.open(snow);
        window.hands.runner().cancelAll();
        window.hands.finish();

        assertThat(window.session.project().get().ready()).isPresent();
        assertThat(window.folder()).contains(rain);
        assertThat(window.session.decisions().get().wishes().python()).contains("3.12");
        assertThat(window.session.preview().get().ready()).isPresent();
    }

    @Test
    void cancelOfTheFirstReadingLeavesNothingOpen() {
        Fixture window = Fixture.byHand(parent.resolve("home"));

        window.session.open(rain);
        window.hands.runner().cancelAll();
        window.hands.finish();

        assertThat(window.session.project().get()).isInstanceOf(Outcome.Nothing.class);
        assertThat(window.session.preview().get()).isInstanceOf(Outcome.Nothing.class);
    }

    @Test
    void openingASecondFolderWhileTheFirstIsReadWaitsForTheSecond() {
        Fixture window = Fixture.byHand(parent.resolve("home"));
        window.session.open(rain);
        window.session.open(snow);

        window.hands.work();
        window.hands.show();

        assertThat(window.session.project().get()).isInstanceOf(Outcome.Working.class);
        window.hands.finish();
        assertThat(window.folder()).contains(snow);
    }

    @Test
    void openingAnotherFolderForgetsWhatWasDecidedForTheFirst() {
        Fixture window = Fixture.immediate(parent.resolve("home"));
        window.session.open(rain);
        window.session.wish(wishes -> wishes.withPython(Optional.of("3.12")));

        window.session.open(snow);

        assertThat(window.session.decisions().get()).isEqualTo(Decisions.NONE);
        assertThat(window.session.canUndo().get()).isFalse();
    }

    @Test
    void nothingThatFollowedFromOneProjectIsShownForTheNext() {
        Fixture window = Fixture.byHand(parent.resolve("home"));
        window.session.open(rain);
        window.hands.finish();
        int before = window.session.projects().get();

        window.session.open(snow);
        window.hands.work();
        window.hands.show();

        assertThat(window.folder()).contains(snow);
        assertThat(window.session.projects().get()).isEqualTo(before + 1);
        assertThat(window.session.advice().get().known()).isEmpty();
        assertThat(window.session.proposal().get().known()).isEmpty();
        assertThat(window.session.preview().get().known()).isEmpty();
    }

    @Test
    void readingTheSameFolderAgainKeepsWhatWasKnown() {
        Fixture window = Fixture.byHand(parent.resolve("home"));
        window.session.open(rain);
        window.hands.finish();
        int before = window.session.projects().get();

        window.session.reread();
        window.hands.work();
        window.hands.show();

        assertThat(window.session.projects().get()).isEqualTo(before);
        assertThat(window.session.advice().get().known()).isPresent();
    }

    @Test
    void cancelWhileVersionsAreChosenSaysSoAndTryingAgainGoesOn() {
        Fixture window = Fixture.byHand(parent.resolve("home"));
        window.session.open(rain);
        window.hands.work();
        window.hands.show();

        window.hands.runner().cancelAll();
        window.hands.finish();

        Failure why = window.session.preview().get().whyNot().orElseThrow();
        assertThat(why.message()).contains("You stopped this");
        assertThat(why.wanted()).isTrue();
        assertThat(window.session.failed(Step.FILES)).isFalse();
        window.session.reread();
        window.hands.finish();
        assertThat(window.session.preview().get().ready()).isPresent();
    }

    @Test
    void whatIsUndoneIsSaidUntilSomethingElseIsDecided() {
        Fixture window = Fixture.immediate(parent.resolve("home"));
        window.session.open(rain);
        window.session.wish(wishes -> wishes.withPython(Optional.of("3.12")));

        window.session.undo();
        assertThat(window.session.said().get()).contains("Undone: the choice of Python");
        window.session.redo();
        assertThat(window.session.said().get()).contains("Made again: the choice of Python");

        window.session.wish(wishes -> wishes.withName(Optional.of("rainfall")));
        assertThat(window.session.said().get()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeReadTakesNothingFromTheProjectThatIsOpen() {
        Fixture window = Fixture.immediate(parent.resolve("home"));
        window.session.open(rain);
        window.session.wish(wishes -> wishes.withPython(Optional.of("3.12")));

        window.session.open(parent.resolve("gone"));

        assertThat(window.session.project().get().whyNot()).isPresent();
        assertThat(window.folder()).contains(rain);
        assertThat(window.session.decisions().get().wishes().python()).contains("3.12");
        assertThat(window.session.preview().get().ready()).isPresent();
    }

    @Test
    void aFolderThatComesBackIsReadAgain() throws IOException {
        Fixture window = Fixture.immediate(parent.resolve("home"));
        window.session.open(rain);
        window.session.wish(wishes -> wishes.withPython(Optional.of("3.12")));
        Path aside = Files.move(rain, parent.resolve("aside"));

        window.session.reread();
        assertThat(window.session.project().get().whyNot()).isPresent();
        assertThat(window.session.preview().get()).isNotInstanceOf(Outcome.Working.class);

        Files.move(aside, rain);
        window.session.reread();
        assertThat(window.session.preview().get().ready()).isPresent();
        assertThat(window.session.decisions().get().wishes().python()).contains("3.12");
    }

    @Test
    void givesWhatWasPlannedWithoutAProjectItsFolder() {
        Fixture window = Fixture.immediate(parent.resolve("home"));
        window.session.startWithoutProject();
        window.session.wish(wishes -> wishes.withPython(Optional.of("3.12")));

        window.session.settleIn(rain);

        assertThat(window.folder()).contains(rain);
        assertThat(window.session.decisions().get().wishes().python()).contains("3.12");
        assertThat(window.session.preview().get().ready()).isPresent();
    }

    @Test
    void takesDecisionsBackAndMakesThemAgain() {
        Fixture window = Fixture.immediate(parent.resolve("home"));
        window.session.open(rain);
        window.session.wish(wishes -> wishes.withPython(Optional.of("3.12")));
        window.session.wish(wishes -> wishes.withName(Optional.of("rainfall")));

        window.session.undo();
        window.session.undo();
        assertThat(window.session.decisions().get()).isEqualTo(Decisions.NONE);
        assertThat(window.session.canUndo().get()).isFalse();

        window.session.redo();
        assertThat(window.session.decisions().get().wishes().python()).contains("3.12");
        window.session.wish(wishes -> wishes.withName(Optional.of("snowfall")));
        assertThat(window.session.canRedo().get()).isFalse();
    }

    @Test
    void onlyWhatFollowsFromTheLatestDecisionIsHeardOf() {
        Fixture window = Fixture.byHand(parent.resolve("home"));
        window.session.open(rain);
        window.hands.finish();

        window.session.wish(wishes -> wishes.withPython(Optional.of("3.11")));
        window.hands.work();
        window.session.wish(wishes -> wishes.withPython(Optional.of("3.12")));
        window.hands.finish();

        assertThat(window.plan().python().toString()).contains("3.12");
    }

    @Test
    void eachStageThatFailsSaysWhyAndRecoversWithTheNextDecision() {
        Fixture window = Fixture.immediate(parent.resolve("home"));
        window.session.open(rain);

        window.session.wish(wishes -> wishes.withPython(Optional.of("2.1")));
        assertThat(window.session.advice().get().ready()).isPresent();
        assertThat(window.session.proposal().get().whyNot()).isPresent();
        assertThat(window.session.preview().get().whyNot()).isPresent();
        assertThat(window.session.preview().get().known()).isPresent();

        window.machineFault = Optional.of(new OutsideFailure("The computer does not say what it is."));
        window.session.undo();
        assertThat(window.session.advice().get().whyNot().orElseThrow().message())
                .isEqualTo("The computer does not say what it is.");
        assertThat(window.session.preview().get().whyNot()).isPresent();

        window.machineFault = Optional.empty();
        window.session.wish(wishes -> wishes.withName(Optional.of("rainfall")));
        assertThat(window.session.preview().get().ready()).isPresent();
    }
}
