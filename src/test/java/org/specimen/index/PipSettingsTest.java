package org.specimen.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.format.IniFile;
import org.specimen.problem.BadInput;

class PipSettingsTest {

    @TempDir
    private Path home;

    private static PipSettings of(Map<String, String> environment, String... files) {
        return PipSettings.of(
                environment, List.of(files).stream().map(IniFile::parse).toList());
    }

    @Test
    void readsAddressesOfAFile() {
        PipSettings settings = of(Map.of(), """
                [global]
                timeout = 60
                index-url = https://pypi.example.org/simple
                extra-index-url =
                    https://one.example.org/simple/
                    https://two.example.org/simple https://three.example.org/simple
                """);

        assertThat(settings.index()).contains(URI.create("https://pypi.example.org/simple/"));
        assertThat(settings.extra())
                .containsExactly(
                        URI.create("https://one.example.org/simple/"),
                        URI.create("https://two.example.org/simple/"),
                        URI.create("https://three.example.org/simple/"));
    }

    @Test
    void aLaterFileCountsOverAnEarlierOne() {
        assertThat(of(Map.of(), "[global]\nindex-url=https://a.org", "[global]\nindex_url=https://b.org/")
                        .index())
                .contains(URI.create("https://b.org/"));
    }

    @Test
    void theSectionOfTheCommandCountsOverTheGlobalOne() {
        assertThat(of(Map.of(), "[install]\nindex-url=https://a.org/", "[global]\nindex-url=https://b.org/")
                        .index())
                .contains(URI.create("https://a.org/"));
    }

    @Test
    void theEnvironmentCountsOverFiles() {
        assertThat(of(Map.of("PIP_INDEX_URL", "https://c.org"), "[install]\nindex-url=https://a.org/")
                        .index())
                .contains(URI.create("https://c.org/"));
    }

    @Test
    void readsWhereElseFilesLieAndWhetherThatIsAll() {
        PipSettings settings = of(Map.of("PIP_NO_INDEX", "true"), """
                [global]
                find-links =
                    https://packages.example.org/all.html
                    /srv/wheels
                """);

        assertThat(settings.links())
                .containsExactly(
                        URI.create("https://packages.example.org/all.html"),
                        Path.of("/srv/wheels").toUri());
        assertThat(settings.noIndex()).isTrue();
        assertThat(of(Map.of(), "[install]\nno-index = false\n").noIndex()).isFalse();
        assertThat(of(Map.of()).noIndex()).isFalse();
    }

    @Test
    void aVariableWithoutAValueSaysNothing() {
        assertThat(of(Map.of("PIP_INDEX_URL", " ")).index()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsToldWithoutShowingIt() {
        assertThatThrownBy(() -> of(Map.of("PIP_INDEX_URL", "ftp://me:secret@example.org")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("index-url")
                .hasMessageNotContaining("secret");
    }

    @Test
    void findsTheFilesOfAPerson() throws IOException {
        Path file = home.resolve(".config/pip/pip.conf");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[global]\nindex-url = https://mine.example.org/simple");
        Path named = Files.writeString(home.resolve("named.conf"), "[global]\nindex-url = https://named.example.org/");

        assertThat(new PipFiles(Map.of(), home, PipFiles.Place.LINUX).locations())
                .contains(file);
        assertThat(new PipFiles(Map.of("PIP_CONFIG_FILE", "/dev/null"), home, PipFiles.Place.LINUX).read())
                .isEmpty();
        assertThat(new PipFiles(Map.of("PIP_CONFIG_FILE", named.toString()), home, PipFiles.Place.LINUX).locations())
                .contains(named)
                .doesNotContain(file);
    }

    @Test
    void findsTheFilesOfEachSystem() {
        assertThat(new PipFiles(Map.of("APPDATA", home.resolve("Roaming").toString()), home, PipFiles.Place.WINDOWS)
                        .locations())
                .contains(home.resolve("Roaming/pip/pip.ini"));
        assertThat(new PipFiles(Map.of(), home, PipFiles.Place.MACOS).locations())
                .contains(home.resolve(".config/pip/pip.conf"), home.resolve(".pip/pip.conf"));
    }

    @Test
    void readsTheLoginsOfAPerson() throws IOException {
        Files.writeString(home.resolve(".netrc"), "machine example.org login me password secret");

        assertThat(new PipFiles(Map.of(), home, PipFiles.Place.LINUX).netrc().find("example.org", false))
                .isPresent();
    }
}
