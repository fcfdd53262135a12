package org.specimen.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.problem.OutsideFailure;

/** What may not be read may be whole: nothing is written over it. */
class UnreadableFileTest {

    @TempDir
    Path home;

    @Test
    void theListOfProjectsIsNotBegunAnew() throws IOException {
        Path file = unreadable("recent.yml", "projects: []\n");

        assertThatThrownBy(() -> new RecentProjects(UserFolders.in(home), Clock.systemUTC()).add(home))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("leaves the file as it is");

        assertThat(readAgain(file)).isEqualTo("projects: []\n");
    }

    @Test
    void keysOfANewerVersionStayInTheSettings() throws IOException {
        Path file = unreadable("settings.yml", "future: 1\n");
        SettingsStore store = new SettingsStore(UserFolders.in(home));

        assertThatThrownBy(() -> store.save(Settings.DEFAULT.withTextSize(120)))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("Check its permissions");

        assertThat(readAgain(file)).isEqualTo("future: 1\n");
    }

    private Path unreadable(String name, String text) throws IOException {
        Path file = Files.writeString(home.resolve(name), text);
        assumeThat(file.toFile().setReadable(false) && !Files.isReadable(file))
                .as("an administrator may read everything")
                .isTrue();
        return file;
    }

    private static String readAgain(Path file) throws IOException {
        assertThat(file.toFile().setReadable(true)).isTrue();
        return Files.readString(file);
    }
}
