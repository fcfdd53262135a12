package org.specimen.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Stack;
import org.specimen.app.Wishes;

class DraftStoreTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:41:00Z");

    @TempDir
    Path home;

    @Test
    void aDraftComesBackAsItWasSaved() {
        SavedDraft draft = draft(1, "PACKAGES");

        drafts(MONDAY).save(draft);

        assertThat(drafts(MONDAY).of(project(1))).isEqualTo(Loaded.well(Optional.of(draft)));
        assertThat(drafts(MONDAY).of(project(2))).isEqualTo(Loaded.well(Optional.empty()));
    }

    @Test
    void eachProjectHasOneDraft() {
        drafts(MONDAY).save(draft(1, "SITUATION"));
        drafts(MONDAY).save(draft(1, "ADVICE"));

        assertThat(names()).hasSize(1);
        assertThat(drafts(MONDAY).of(project(1)).value().orElseThrow().step()).isEqualTo("ADVICE");
    }

    @Test
    void ofMoreThanTwentyTheOldestIsForgotten() {
        for (int number = 1; number <= 23; number++) {
            drafts(MONDAY.plusSeconds(number)).save(draft(number, "ADVICE"));
        }

        assertThat(names()).hasSize(20);
        assertThat(drafts(MONDAY).of(project(3)).value()).isEmpty();
        assertThat(drafts(MONDAY).of(project(4)).value()).isPresent();
        assertThat(drafts(MONDAY).last().value().orElseThrow().folder()).contains(project(23));
    }

    @Test
    void theLastIsTheLastThoughTheClockIsSetBack() {
        drafts(MONDAY).save(draft(1, "ADVICE"));
        drafts(MONDAY.minusSeconds(3600)).save(draft(2, "ADVICE"));

        assertThat(drafts(MONDAY).last().value().orElseThrow().folder()).contains(project(2));
    }

    @Test
    void aDraftWithoutProjectIsOneOfThem() {
        SavedDraft draft = new SavedDraft(Optional.empty(), Wishes.NONE, Set.of(), "SITUATION", List.of());
        drafts(MONDAY).save(draft(1, "ADVICE"));

        drafts(MONDAY).save(draft);

        assertThat(drafts(MONDAY).last()).isEqualTo(Loaded.well(Optional.of(draft)));
        drafts(MONDAY).discard(draft);
        assertThat(drafts(MONDAY).last().value().orElseThrow().folder()).contains(project(1));
    }

    @Test
    void whatACrashLeftIsClearedAwayAfterADay() {
        drafts(MONDAY).save(draft(1, "ADVICE"));
        Path old = lying(".draft.1.tmp", MONDAY.minus(Duration.ofHours(25)));
        Path young = lying(".draft.2.tmp", MONDAY.minus(Duration.ofHours(23)));

        drafts(MONDAY).save(draft(1, "PACKAGES"));

        assertThat(old).doesNotExist();
        assertThat(young).as("another Specimen may be writing it").exists();
    }

    @Test
    void ofBrokenDraftsTheFiveNewestAreKept() {
        for (int number = 1; number <= 8; number++) {
            lying(number + ".yml.broken", MONDAY.plusSeconds(number));
        }

        drafts(MONDAY).save(draft(1, "ADVICE"));

        assertThat(names())
                .filteredOn(name -> name.endsWith(".broken"))
                .containsExactlyInAnyOrder(
                        "4.yml.broken", "5.yml.broken", "6.yml.broken", "7.yml.broken", "8.yml.broken");
    }

    @Test
    void aBrokenDraftIsKeptAsideAndTheOneBeforeItIsOffered() {
        drafts(MONDAY).save(draft(1, "ADVICE"));
        Path broken = lying("other.yml", MONDAY.plusSeconds(1));

        assertThat(drafts(MONDAY).last().word().orElseThrow()).contains("other.yml.broken");
        assertThat(broken).doesNotExist();
        assertThat(drafts(MONDAY).last().value().orElseThrow().folder()).contains(project(1));
    }

    @Test
    void filesOfOthersInTheFolderStay() {
        Path other = lying("notes.txt", MONDAY.minus(Duration.ofDays(400)));

        drafts(MONDAY).save(draft(1, "ADVICE"));

        assertThat(other).exists();
    }

    private DraftStore drafts(Instant now) {
        return new DraftStore(UserFolders.in(home), Clock.fixed(now, ZoneOffset.UTC));
    }

    private SavedDraft draft(int number, String step) {
        return new SavedDraft(
                Optional.of(project(number)),
                Wishes.NONE
                        .withStack(Optional.of(Stack.DOCKER_CONDA))
                        .withAsOf(Optional.of(LocalDate.of(2023, 3, 31)))
                        .withUpgrade(true),
                Set.of(),
                step,
                List.of("PROJECT", step));
    }

    private Path project(int number) {
        return home.resolve("projects").resolve(Integer.toString(number));
    }

    private Path lying(String name, Instant time) {
        try {
            Path folder = Files.createDirectories(home.resolve("drafts"));
            Path file = Files.writeString(folder.resolve(name), "step: [");
            return Files.setLastModifiedTime(file, FileTime.from(time));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> names() {
        try (Stream<Path> all = Files.list(home.resolve("drafts"))) {
            return all.map(each -> String.valueOf(each.getFileName())).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
