package org.specimen.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.app.store.Loaded;
import org.specimen.app.store.Settings;
import org.specimen.app.store.SettingsStore;
import org.specimen.app.store.Theme;
import org.specimen.app.store.UserFolders;
import org.specimen.machine.Appearance;
import org.specimen.ui.task.TaskRunner;

class PreferencesTest {

    @TempDir
    Path home;

    @Test
    void textGrowsAndShrinksWithinItsBounds() {
        Preferences preferences = preferences(home);

        for (int times = 0; times < 50; times++) {
            preferences.largerText();
        }
        assertThat(preferences.settings().get().textSize()).isEqualTo(Settings.LARGEST_TEXT);
        for (int times = 0; times < 50; times++) {
            preferences.smallerText();
        }
        assertThat(preferences.settings().get().textSize()).isEqualTo(Settings.SMALLEST_TEXT);
        preferences.usualText();

        assertThat(kept().textSize()).isEqualTo(100);
    }

    @Test
    void textStepsThroughTheSizesThatTheSettingsOffer() {
        Preferences preferences = preferences(home);

        List<Integer> up = Stream.generate(() -> {
                    preferences.largerText();
                    return preferences.settings().get().textSize();
                })
                .limit(4)
                .toList();
        preferences.change(now -> now.withTextSize(130));
        preferences.smallerText();

        assertThat(up).containsExactly(120, 150, 200, 200);
        assertThat(preferences.settings().get().textSize()).isEqualTo(120);
    }

    @Test
    void textIsNeverSmallerThanFourteenPixels() throws IOException {
        Files.writeString(home.resolve("settings.yml"), "text-size: 80\n");

        Loaded<Settings> settings = new SettingsStore(UserFolders.in(home)).load();

        assertThat(org.specimen.ui.theme.Theme.TEXT * settings.value().textSize() / 100)
                .isEqualTo(14);
        assertThat(settings.word().orElseThrow()).contains("from 100 to 200 percent");
    }

    @Test
    void theDesktopsColoursCountUntilThePersonChooses() {
        Preferences preferences = preferences(home);
        assertThat(preferences.dark().get()).isFalse();

        preferences.systemLooks(new Appearance(Optional.of(true), Optional.of(true)));
        assertThat(preferences.dark().get()).isTrue();
        assertThat(preferences.lessMotion().get()).isTrue();

        preferences.change(now -> now.withTheme(Theme.LIGHT));
        assertThat(preferences.dark().get()).isFalse();
    }

    @Test
    void aChangeCountsEvenWhereItCannotBeKeptAndSaysSo() throws IOException {
        Path file = Files.writeString(home.resolve("home"), "a file where the folder should be");
        Preferences preferences = preferences(file);

        preferences.change(now -> now.withTheme(Theme.DARK));

        assertThat(preferences.dark().get()).isTrue();
        assertThat(preferences.notKept().get().orElseThrow().message()).contains("could not save the settings");
    }

    @Test
    void settingsThatAreAFolderCountAsNotSetWithAWord() throws IOException {
        Files.createDirectories(home.resolve("settings.yml/inside"));

        Loaded<Settings> settings = new SettingsStore(UserFolders.in(home)).load();

        assertThat(settings.value()).isEqualTo(Settings.DEFAULT);
        assertThat(settings.word().orElseThrow()).contains("no plain file");
    }

    @Test
    void settingsOfAGigabyteAreNotReadIntoMemory() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(home.resolve("settings.yml").toFile(), "rw")) {
            huge.setLength(1_000_000_000L);
        }

        Loaded<Settings> settings = new SettingsStore(UserFolders.in(home)).load();

        assertThat(settings.value()).isEqualTo(Settings.DEFAULT);
        assertThat(settings.word().orElseThrow()).contains("longer than");
    }

    @Test
    void twoWindowsEachKeepWhatWasChangedInThem() {
        Preferences first = preferences(home);
        Preferences second = preferences(home);

        first.change(now -> now.withTheme(Theme.DARK));
        second.largerText();
        first.change(now -> now.withPackageIndex(Optional.of("https://pypi.example.org/simple")));
        second.change(now -> now.withLayersFolded(true));

        assertThat(kept())
                .isEqualTo(Settings.DEFAULT
                        .withTheme(Theme.DARK)
                        .withTextSize(120)
                        .withPackageIndex(Optional.of("https://pypi.example.org/simple"))
                        .withLayersFolded(true));
        assertThat(second.settings().get().theme()).isEqualTo(Theme.SYSTEM);
    }

    @Test
    void ofOneSettingTheLastChangeIsKept() {
        Preferences first = preferences(home);
        Preferences second = preferences(home);

        first.change(now -> now.withTheme(Theme.DARK));
        second.change(now -> now.withTheme(Theme.LIGHT));

        assertThat(kept().theme()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void aChangeKeepsTheWindowsSettingsWhereTheFileTurnedOutToBeBroken() throws IOException {
        Preferences preferences = preferences(home);
        preferences.change(now -> now.withTheme(Theme.DARK));
        Files.writeString(home.resolve("settings.yml"), "theme: [dark\n");

        preferences.largerText();

        assertThat(kept()).isEqualTo(Settings.DEFAULT.withTheme(Theme.DARK).withTextSize(120));
    }

    private Settings kept() {
        return new SettingsStore(UserFolders.in(home)).load().value();
    }

    private static Preferences preferences(Path home) {
        return new Preferences(Settings.DEFAULT, new SettingsStore(UserFolders.in(home)), TaskRunner.immediate());
    }
}
