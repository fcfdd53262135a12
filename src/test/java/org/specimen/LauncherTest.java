package org.specimen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    @TempDir
    Path folder;

    @Test
    void aFolderAloneIsOpenedInTheWindow() {
        assertThat(Launcher.folder(folder.toString())).contains(folder);
    }

    @Test
    void aFileOrNothingIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("analysis.py"), "import numpy\n");

        assertThat(Launcher.folder(file.toString())).isEmpty();
        assertThat(Launcher.folder(folder.resolve("gone").toString())).isEmpty();
        assertThat(Launcher.folder()).isEmpty();
        assertThat(Launcher.folder("no\0path")).isEmpty();
    }

    @Test
    void moreThanAFolderIsForTheCommandLine() {
        assertThat(Launcher.folder(folder.toString(), "--json")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "scan", "advise", "write", "lock", "jupyter", "undo", "--help", "-V"})
    void commandsAndOptionsAreNotFolders(String word) {
        assertThat(Launcher.folder(word)).isEmpty();
    }
}
