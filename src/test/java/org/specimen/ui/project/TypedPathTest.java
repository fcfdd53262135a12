package org.specimen.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedPathTest {

    @TempDir
    Path home;

    @Test
    void readsAPathAsPeopleTypeAndPasteIt() throws IOException {
        Path project = Files.createDirectories(home.resolve("my maps"));

        for (String typed : new String[] {
            project.toString(),
            "  " + project + "\n",
            "\"" + project + "\"",
            "'" + project + "'",
            "~/my maps",
            "my maps",
            project.toUri().toString(),
            project + "/../my maps",
        }) {
            assertThat(TypedPath.of(typed, home)).as(typed).contains(project);
        }
    }

    @Test
    void knowsTheHomeFolderItself() {
        assertThat(TypedPath.of("~", home)).contains(home);
    }

    @Test
    void whereNothingLiesThereIsNothingToOpen() {
        for (String typed :
                new String[] {"", "   ", "gone", "no\0path", "file:not an address", "\"", "https://a.example"}) {
            assertThat(TypedPath.of(typed, home)).as(typed).isEqualTo(Optional.empty());
        }
    }
}
