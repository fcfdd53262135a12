package org.specimen.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.task.Progress;

@DisabledOnOs(OS.WINDOWS)
class ScratchCopyTest {

    @TempDir
    Path project;

    @TempDir
    Path outside;

    @Test
    void leavesEnvironmentsHistoryAndLinksToElsewhereBehind() throws IOException {
        write("analysis.py");
        write("data/values.csv");
        write(".git/config");
        write(".venv/pyvenv.cfg");
        write("env-of-mine/pyvenv.cfg");
        write("figures.run.ipynb");
        Files.writeString(outside.resolve("secret"), "x");
        Files.createSymbolicLink(project.resolve("elsewhere"), outside);
        Files.createSymbolicLink(project.resolve("nowhere"), Path.of("gone"));
        Files.createSymbolicLink(project.resolve("latest.csv"), Path.of("data/values.csv"));

        Path folder;
        try (ScratchCopy copy =
                ScratchCopy.of(project, new Stations(ProofListener.NONE, InstantSource.system()), Progress.NONE)) {
            folder = copy.folder();
            assertThat(folder.resolve("analysis.py")).hasContent("analysis.py");
            assertThat(folder.resolve("latest.csv"))
                    .hasContent("data/values.csv")
                    .isSymbolicLink();
            for (String left :
                    new String[] {".git", ".venv", "env-of-mine", "elsewhere", "nowhere", "figures.run.ipynb"}) {
                assertThat(folder.resolve(left)).doesNotExist();
            }
            assertThat(copy.leftOut()).containsExactlyInAnyOrder("elsewhere", "nowhere");
            // A program may leave a folder that nobody may write into, and a link to what is not ours.
            Path locked = Files.createDirectory(folder.resolve("locked"));
            Files.writeString(locked.resolve("file"), "x");
            Files.createSymbolicLink(folder.resolve("out"), outside);
            assertThat(locked.toFile().setWritable(false)).isTrue();
        }
        assertThat(folder).doesNotExist();
        assertThat(outside.resolve("secret")).exists();
    }

    private void write(String path) throws IOException {
        Files.createDirectories(project.resolve(path).getParent());
        Files.writeString(project.resolve(path), path);
    }
}
