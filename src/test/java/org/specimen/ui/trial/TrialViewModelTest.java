package org.specimen.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.advice.Rulebook;
import org.specimen.advice.Stack;
import org.specimen.app.Samples;
import org.specimen.app.Workbench;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.OperatingSystem;
import org.specimen.ui.session.Desktop;
import org.specimen.ui.session.Journey;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.text.Texts;
import org.specimen.ui.trial.TrialPage.Ready;

class TrialViewModelTest {

    private static final Catalogue CATALOGUE = Catalogue.open();

    @TempDir
    private Path folder;

    private final Session session = new Session(
            new Workbench(
                    CATALOGUE,
                    Rulebook::shipped,
                    () -> new MachineFacts(
                            OperatingSystem.LINUX,
                            TargetPlatform.LINUX_X86_64,
                            List.of(),
                            List.of(),
                            MachineFacts.Engine.NONE)),
            TaskRunner.immediate());
    private final Journey journey = new Journey(session);
    private final TrialViewModel model = new TrialViewModel(
            new Services(session, journey, TaskRunner.immediate(), CATALOGUE, new NoDesktop(), InstantSource.system()));

    private static final class NoDesktop implements Desktop {
        @Override
        public Optional<Path> chooseFolder(String title, Optional<Path> start) {
            return Optional.empty();
        }

        @Override
        public void copy(String text) {}

        @Override
        public void open(Path path) {}

        @Override
        public void browse(String address) {}
    }

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

    @ParameterizedTest
    @EnumSource(Station.class)
    void explainsEveryStation(Station station) {
        Texts texts = Texts.of(TrialView.class);

        assertThat(texts.get(station.key())).isNotEmpty();
        assertThat(texts.get(station.key() + ".what")).matches(".+[.?]");
    }
}
