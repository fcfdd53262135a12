package org.specimen.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.app.store.Settings;
import org.specimen.app.store.SettingsStore;
import org.specimen.app.store.UserFolders;
import org.specimen.ui.session.Preferences;
import org.specimen.ui.task.TaskRunner;

class SettingsViewModelTest {

    @TempDir
    Path home;

    private final AtomicBoolean closed = new AtomicBoolean();
    private SettingsViewModel model;

    @BeforeEach
    void theSettingsAreOpen() {
        model = new SettingsViewModel(
                new Preferences(Settings.DEFAULT, new SettingsStore(UserFolders.in(home)), TaskRunner.immediate()),
                () -> closed.set(true));
    }

    @Test
    void aLoginInAnAddressIsRefusedAndWrittenNowhere() {
        typeIndex("https://ada:s3cret@pypi.example.org/simple/");

        assertThat(model.indexFault().get().orElseThrow()).contains("login").doesNotContain("s3cret");
        assertThat(model.settings().get().packageIndex()).isEmpty();
        assertThat(home.resolve("settings.yml")).doesNotExist();
        assertThat(model.mayLeave()).isFalse();
    }

    @Test
    void anAddressThatIsNoneIsRefusedInWords() {
        typeIndex("the one at the institute");
        typeMirror("https://mirror.example.org/dockerhub");

        assertThat(model.indexFault().get().orElseThrow()).contains("must be a web address");
        assertThat(model.mirrorFault().get().orElseThrow()).contains("without https://");
        model.primaryAction().getValue().orElseThrow().run().run();
        assertThat(closed).isFalse();
    }

    @Test
    void aGoodAddressIsKeptAndAnEmptyOneTakenBack() throws IOException {
        typeIndex("  https://pypi.example.org/simple/ ");
        assertThat(Files.readString(home.resolve("settings.yml"))).contains("https://pypi.example.org/simple/");

        typeIndex(" ");

        assertThat(model.settings().get().packageIndex()).isEmpty();
        model.primaryAction().getValue().orElseThrow().run().run();
        assertThat(closed).isTrue();
    }

    @Test
    void resetTakesEverythingBackWithItsFaults() {
        model.textSize(150);
        typeMirror("mirror.example.org/dockerhub");
        typeIndex("nonsense");

        model.reset();

        assertThat(model.settings().get()).isEqualTo(Settings.DEFAULT);
        assertThat(model.mayLeave()).isTrue();
    }

    private void typeIndex(String text) {
        model.typedIndex().set(text);
        model.takeAddresses();
    }

    private void typeMirror(String text) {
        model.typedMirror().set(text);
        model.takeAddresses();
    }
}
