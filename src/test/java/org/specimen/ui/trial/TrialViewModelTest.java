package org.specimen.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.advice.Stack;
import org.specimen.app.Samples;
import org.specimen.machine.OperatingSystem;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.Journey;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.text.Texts;
import org.specimen.ui.trial.TrialPage.Ready;

class TrialViewModelTest {

    @TempDir
    private Path folder;

    private final Services services = BareServices.immediate();
    private final Session session = services.session();
    private final Journey journey = services.journey();
    private final TrialViewModel model = new TrialViewModel(services);

    private void open(Stack stack) {
        Samples.unpack("text-analysis", folder.resolve("study"));
        session.open(folder.resolve("study"));
        session.wish(wishes -> wishes.withStack(Optional.of(stack)));
    }

    private Ready ready() {
        return (Ready) model.page().get();
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void tellsTheCommandsAndTheStationsOfEveryStack(Stack stack) {
        open(stack);

        assertThat(ready().stack()).isEqualTo(stack);
        assertThat(ready().instructions()
                        .on(OperatingSystem.LINUX)
                        .orElseThrow()
                        .make())
                .isNotEmpty();
        assertThat(ready().stations()).hasSize(7).endsWith(Station.COMPARE, Station.REPORT);
        assertThat(ready().stations()).contains(stack.usesDocker() ? Station.ENGINE : Station.ENVIRONMENT);
    }

    @Test
    void saysWhetherTheFilesAreWritten() {
        open(Stack.CONDA);
        assertThat(ready().written()).isFalse();

        session.workbench().write(session.preview().get().ready().orElseThrow());
        session.reread();

        assertThat(ready().written()).isTrue();
        assertThat(ready().missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.what()).isEqualTo("Conda"));
    }

    @Test
    void leadsToTheFilesWhereThereAreNone() {
        session.startWithoutProject();
        assertThat(model.page().get()).isInstanceOf(TrialPage.WithoutFiles.class);
        journey.resume(Step.TRIAL, EnumSet.allOf(Step.class));

        model.goToFiles();

        assertThat(journey.current().get()).isEqualTo(Step.FILES);
    }

    @Test
    void tellsAFailureAndTriesAgain() throws IOException {
        open(Stack.VENV);
        Path away = Files.move(folder.resolve("study"), folder.resolve("away"));

        session.reread();

        assertThat(model.page().get())
                .isInstanceOfSatisfying(
                        TrialPage.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.failure().message()).contains("There is no folder"));
        Files.move(away, folder.resolve("study"));
        model.tryAgain();
        assertThat(model.page().get()).isInstanceOf(Ready.class);
    }

    @ParameterizedTest
    @EnumSource(Station.class)
    void explainsEveryStation(Station station) {
        Texts texts = Texts.of(TrialView.class);

        assertThat(texts.get(station.key())).isNotEmpty();
        assertThat(texts.get(station.key() + ".what")).matches(".+[.?]");
    }
}
