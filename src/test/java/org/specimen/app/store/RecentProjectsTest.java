package org.specimen.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.app.store.RecentProjects.Recent;

class RecentProjectsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:41:00Z");

    @TempDir
    Path home;

    @Test
    void theTwelveNewestStayNewestFirst() {
        for (int number = 1; number <= 15; number++) {
            recents(MONDAY.plusSeconds(number)).add(project(number));
        }

        assertThat(folders())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj(place -> project(16 - place))
                        .toList());
        assertThat(recents(MONDAY).all().get(0).opened()).isEqualTo(MONDAY.plusSeconds(15));
    }

    @Test
    void aProjectThatIsOpenedAgainIsThereOnce() {
        recents(MONDAY).add(project(1));
        recents(MONDAY).add(project(2));

        recents(MONDAY).add(home.resolve("projects/other/../1"));

        assertThat(folders()).containsExactly(project(1), project(2));
    }

    @Test
    void theOrderIsThatOfOpeningThoughTheClockIsSetBack() {
        recents(MONDAY).add(project(1));

        recents(MONDAY.minusSeconds(3600)).add(project(2));

        assertThat(folders()).containsExactly(project(2), project(1));
    }

    @Test
    void aProjectWhoseFolderIsGoneStaysUntilItIsRemoved() {
        recents(MONDAY).add(project(1));
        assertThat(project(1)).doesNotExist();
        assertThat(folders()).containsExactly(project(1));

        recents(MONDAY).remove(project(1));

        assertThat(folders()).isEmpty();
    }

    @Test
    void removingLeavesTheFolderAndTheOthersAlone() throws IOException {
        Files.createDirectories(project(1));
        recents(MONDAY).add(project(1));
        recents(MONDAY).add(project(2));

        recents(MONDAY).remove(project(1));

        assertThat(project(1)).isDirectory();
        assertThat(folders()).containsExactly(project(2));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "names have no colon there")
    void namesOfAllKindsComeBack() {
        List<String> names = List.of("Ökologie – Übung", "a: b # c", "'quoted'", "日本", "trailing ");

        names.forEach(name -> recents(MONDAY).add(home.resolve(name)));

        assertThat(folders())
                .map(folder -> String.valueOf(folder.getFileName()))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void aLongListThatSomebodyWroteIsCut() throws IOException {
        write(IntStream.rangeClosed(1, 40)
                .mapToObj(number -> "- folder: " + project(number) + "\n  opened: 2026-11-16T09:41:00Z\n")
                .collect(Collectors.joining("", "projects:\n", "")));

        assertThat(folders()).hasSize(12).startsWith(project(1));
    }

    @Test
    void aListThatIsBrokenIsKeptAsideAndToldOnce() throws IOException {
        write("projects:\n- folder: relative\n  opened: 2026-11-16T09:41:00Z\n");

        Loaded<List<Recent>> broken = recents(MONDAY).load();

        assertThat(broken.value()).isEmpty();
        assertThat(broken.word().orElseThrow()).contains("recent.yml.broken", "relative");
        assertThat(recents(MONDAY).load()).isEqualTo(Loaded.well(List.of()));
    }

    private RecentProjects recents(Instant now) {
        return new RecentProjects(UserFolders.in(home), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Path project(int number) {
        return home.resolve("projects").resolve(Integer.toString(number));
    }

    private List<Path> folders() {
        return recents(MONDAY).all().stream().map(Recent::folder).toList();
    }

    private void write(String text) throws IOException {
        Files.writeString(home.resolve("recent.yml"), text);
    }
}
