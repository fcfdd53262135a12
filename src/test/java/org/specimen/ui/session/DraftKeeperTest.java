package org.specimen.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.app.Wishes;
import org.specimen.app.store.SavedDraft;

class DraftKeeperTest {

    @TempDir
    Path parent;

    private Path home;
    private Path rain;

    @BeforeEach
    void aProject() {
        home = parent.resolve("home");
        rain = Fixture.project(parent, "rain");
    }

    @Test
    void keepsNothingBeforeThereIsAnythingToLose() {
        Fixture window = Fixture.immediate(home);

        window.session.open(rain);

        assertThat(window.drafts.last().value()).isEmpty();
    }

    @Test
    void afterACrashTheFileAloneLeadsBackToTheStep() {
        Fixture crashed = Fixture.immediate(home);
        crashed.session.open(rain);
        crashed.journey.next();
        crashed.journey.next();
        crashed.session.wish(wishes -> wishes.withPython(Optional.of("3.12")));

        Fixture window = Fixture.immediate(home);
        window.keeper.resume(window.drafts.last().value().orElseThrow());

        assertThat(window.folder()).contains(rain);
        assertThat(window.journey.current().get()).isEqualTo(Step.ADVICE);
        assertThat(window.journey.reached()).containsExactly(Step.PROJECT, Step.SITUATION, Step.ADVICE);
        assertThat(window.session.decisions().get().wishes().python()).contains("3.12");
    }

    @Test
    void savesEachDecisionAndOfThoseThatComeMeanwhileTheLast() {
        Fixture window = Fixture.byHand(home);
        window.session.startWithoutProject();
        window.session.wish(wishes -> wishes.withName(Optional.of("one")));
        window.session.wish(wishes -> wishes.withName(Optional.of("two")));
        window.session.wish(wishes -> wishes.withName(Optional.of("three")));

        window.hands.finish();

        assertThat(window.drafts.last().value().orElseThrow().wishes().name()).contains("three");
    }

    @Test
    void keepsAStepThatIsTakenWhileTheFolderIsReadAgain() {
        Fixture window = Fixture.byHand(home);
        window.session.open(rain);
        window.hands.finish();
        window.journey.next();
        window.hands.finish();
        window.session.reread();

        window.journey.next();
        window.hands.finish();

        assertThat(window.drafts.last().value().orElseThrow().step()).isEqualTo("ADVICE");
    }

    @Test
    void resumesWithoutAProject() {
        Fixture window = Fixture.immediate(home);

        window.keeper.resume(draft(Optional.empty(), "OPTIONS", List.of("SITUATION", "ADVICE")));

        assertThat(window.session.withoutProject().get()).isTrue();
        assertThat(window.journey.current().get()).isEqualTo(Step.OPTIONS);
    }

    @Test
    void saysSoWhereTheFolderIsGoneAndStaysAtTheFirstStep() {
        Fixture window = Fixture.immediate(home);

        window.keeper.resume(draft(Optional.of(parent.resolve("gone")), "FILES", List.of("FILES")));

        assertThat(window.session.project().get().whyNot().orElseThrow().message())
                .contains("There is no folder");
        assertThat(window.journey.current().get()).isEqualTo(Step.PROJECT);
    }

    @Test
    void aDraftOfAnotherVersionLeadsToTheFirstStep() {
        Fixture window = Fixture.immediate(home);

        window.keeper.resume(draft(Optional.of(rain), "TELEPORT", List.of("TELEPORT", "SITUATION")));

        assertThat(window.journey.current().get()).isEqualTo(Step.PROJECT);
        assertThat(window.journey.reached()).containsExactly(Step.PROJECT, Step.SITUATION);
    }

    @Test
    void saysWhyADraftCannotBeKeptAndTriesAgain() throws IOException {
        Files.writeString(home, "a file where the folder should be");
        Fixture window = Fixture.immediate(home);
        window.session.startWithoutProject();
        window.session.wish(wishes -> wishes.withName(Optional.of("rainfall")));
        assertThat(window.keeper.notKept().get()).isPresent();

        Files.delete(home);
        window.keeper.keepNow();

        assertThat(window.drafts.last().value().orElseThrow().wishes().name()).contains("rainfall");
        assertThat(window.keeper.notKept().get()).isEmpty();
    }

    @Test
    void theNextDecisionThatCanBeKeptTakesTheWordBack() throws IOException {
        Files.writeString(home, "a file where the folder should be");
        Fixture window = Fixture.immediate(home);
        window.session.startWithoutProject();
        window.session.wish(wishes -> wishes.withName(Optional.of("rainfall")));
        Files.delete(home);

        window.session.wish(wishes -> wishes.withName(Optional.of("snowfall")));

        assertThat(window.keeper.notKept().get()).isEmpty();
    }

    @Test
    void aCorruptDraftIsPutAsideWithAWord() throws IOException {
        Fixture window = Fixture.immediate(home);
        window.session.startWithoutProject();
        window.session.wish(wishes -> wishes.withName(Optional.of("rainfall")));
        Files.writeString(home.resolve("drafts/no-project.yml"), "step: [\u0000");

        assertThat(window.drafts.last().word().orElseThrow()).contains("could not be understood");
        assertThat(window.drafts.last().value()).isEmpty();
    }

    private static SavedDraft draft(Optional<Path> folder, String step, List<String> reached) {
        return new SavedDraft(folder, Wishes.NONE, Set.of(), step, reached);
    }
}
