package org.specimen.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.machine.OperatingSystem;

class UserFoldersTest {

    @TempDir
    Path home;

    @Test
    void linuxWithoutVariablesHasTheFoldersOfTheSpecification() {
        assertThat(linux(Map.of()))
                .isEqualTo(new UserFolders(
                        home.resolve(".config/specimen"),
                        home.resolve(".local/share/specimen"),
                        home.resolve(".local/state/specimen"),
                        home.resolve(".local/state/specimen/logs"),
                        home.resolve(".cache/specimen")));
    }

    @Test
    void eachVariableMovesItsOwnFolder() {
        UserFolders folders = linux(Map.of(
                "XDG_CONFIG_HOME", home.resolve("set").toString(),
                "XDG_DATA_HOME", home.resolve("made").toString(),
                "XDG_STATE_HOME", home.resolve("known").toString(),
                "XDG_CACHE_HOME", home.resolve("kept").toString()));

        assertThat(folders)
                .isEqualTo(new UserFolders(
                        home.resolve("set/specimen"),
                        home.resolve("made/specimen"),
                        home.resolve("known/specimen"),
                        home.resolve("known/specimen/logs"),
                        home.resolve("kept/specimen")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative/folder", "~/config", ".", "not\0a path"})
    void aVariableThatIsNoAbsolutePathIsAsIfItWereNotSet(String value) {
        Map<String, String> environment =
                Map.of("XDG_CONFIG_HOME", value, "XDG_DATA_HOME", value, "XDG_STATE_HOME", value);

        assertThat(linux(environment)).isEqualTo(linux(Map.of()));
    }

    @Test
    void detoursInAVariableAreTakenOut() {
        Map<String, String> environment =
                Map.of("XDG_CONFIG_HOME", home.resolve("one/../two").toString());

        assertThat(linux(environment).config()).isEqualTo(home.resolve("two/specimen"));
    }

    @Test
    void macOsHasItsLibraryWhateverTheVariablesOfLinuxSay() {
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", home.toString());
        Path support = home.resolve("Library/Application Support/Specimen");

        assertThat(UserFolders.of(environment, home, OperatingSystem.MACOS))
                .isEqualTo(new UserFolders(
                        support,
                        support,
                        support,
                        home.resolve("Library/Logs/Specimen"),
                        home.resolve("Library/Caches/Specimen")));
    }

    @Test
    void onWindowsOnlySettingsRoam() {
        Path local = home.resolve("local/Specimen");

        assertThat(windows(Map.of(
                        "APPDATA", home.resolve("roaming").toString(),
                        "LOCALAPPDATA", home.resolve("local").toString())))
                .isEqualTo(new UserFolders(
                        home.resolve("roaming/Specimen"), local, local, local.resolve("logs"), local.resolve("cache")));
    }

    @Test
    void windowsWithoutVariablesHasItsUsualFolders() {
        Path local = home.resolve("AppData/Local/Specimen");

        assertThat(windows(Map.of("APPDATA", "", "LOCALAPPDATA", "Local")))
                .isEqualTo(new UserFolders(
                        home.resolve("AppData/Roaming/Specimen"),
                        local,
                        local,
                        local.resolve("logs"),
                        local.resolve("cache")));
    }

    @Test
    void oneFolderHoldsAllOfIt() {
        assertThat(UserFolders.in(home.resolve("here/../there")))
                .isEqualTo(new UserFolders(
                        home.resolve("there"),
                        home.resolve("there"),
                        home.resolve("there"),
                        home.resolve("there/logs"),
                        home.resolve("there/cache")));
    }

    @Test
    void askingMakesNoFolder() {
        assertThat(linux(Map.of()).config()).doesNotExist();
        assertThat(home).isEmptyDirectory();
    }

    private UserFolders linux(Map<String, String> environment) {
        return UserFolders.of(environment, home, OperatingSystem.LINUX);
    }

    private UserFolders windows(Map<String, String> environment) {
        return UserFolders.of(environment, home, OperatingSystem.WINDOWS);
    }
}
