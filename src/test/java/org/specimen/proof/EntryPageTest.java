package org.specimen.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.machine.OperatingSystem;

class EntryPageTest {

    private static final JupyterAddress ADDRESS = new JupyterAddress(8891, "/lab", "0a1b2c");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void leadsToTheAddressAndIsForNobodyElseToRead() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        Path file;
        try (EntryPage page = EntryPage.write(ADDRESS, List.of(folder))) {
            file = page.file().orElseThrow();

            assertThat(file).content().contains("content=\"0; url=http://127.0.0.1:8891/lab?token=0a1b2c\"");
            assertThat(file.toString()).endsWith(".html").doesNotContain("0a1b2c");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling(""))))
                    .isEqualTo("rwx------");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesAwayTheFoldersThatItMadeAndNoOther() throws IOException {
        Path made = folder.resolve(".specimen");
        try (EntryPage first = EntryPage.write(ADDRESS, List.of(made))) {
            try (EntryPage second = EntryPage.write(ADDRESS, List.of(made))) {
                assertThat(second.file()).get().isNotEqualTo(first.file().orElseThrow());
            }
            assertThat(first.file().orElseThrow()).exists();
        }
        assertThat(folder).isEmptyDirectory();

        Files.createDirectory(made);
        EntryPage.write(ADDRESS, List.of(made)).close();
        assertThat(made).isEmptyDirectory();
    }

    @Test
    void aLinkLeadsNowhereAndTheNextPlaceIsTaken() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve(".specimen"), elsewhere);
        Path temporary = Files.createDirectory(folder.resolve("temporary"));

        try (EntryPage page = EntryPage.write(ADDRESS, List.of(link, temporary))) {
            assertThat(page.file().orElseThrow()).startsWith(temporary);
            assertThat(elsewhere).isEmptyDirectory();
        }
    }

    @Test
    void withoutAPlaceThereIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        try (EntryPage page = EntryPage.write(ADDRESS, List.of(file, folder.resolve("no/where")))) {
            assertThat(page.file()).isEmpty();
        }
    }

    @Test
    void onLinuxItLiesWhereABrowserFromASnapLooks() {
        Path home = Path.of("/home/ada");
        Path temporary = Path.of("/tmp");

        assertThat(EntryPage.places(home.resolve("work/study"), home, temporary, OperatingSystem.LINUX))
                .containsExactly(home.resolve("work/study/.specimen"), temporary);
        for (Path unseen : List.of(home, home.resolve(".work/study"), Path.of("/data/study"))) {
            assertThat(EntryPage.places(unseen, home, temporary, OperatingSystem.LINUX))
                    .containsExactly(temporary);
        }
        for (OperatingSystem other : List.of(OperatingSystem.MACOS, OperatingSystem.WINDOWS)) {
            assertThat(EntryPage.places(home.resolve("work/study"), home, temporary, other))
                    .containsExactly(temporary);
        }
    }
}
