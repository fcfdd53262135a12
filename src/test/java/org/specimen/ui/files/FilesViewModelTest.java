package org.specimen.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.specimen.app.BareComputer.WORKBENCH;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.specimen.advice.Stack;
import org.specimen.app.FolderContents;
import org.specimen.app.Project;
import org.specimen.app.Samples;
import org.specimen.app.Wishes;
import org.specimen.files.FileRole;
import org.specimen.machine.OperatingSystem;
import org.specimen.task.Progress;
import org.specimen.ui.files.FileRow.Kind;
import org.specimen.ui.files.FilesPage.Looking;
import org.specimen.ui.files.FilesPage.Written;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.StepModel.PrimaryAction;
import org.specimen.ui.task.ByHand;
import org.specimen.ui.task.TaskRunner;

class FilesViewModelTest extends FilesStep {

    static Stream<String> samples() {
        return Samples.all().stream().map(Samples.Sample::name);
    }

    static Stream<Arguments> samplesWithStacks() {
        return samples().flatMap(sample -> Stream.of(Stack.values()).map(stack -> Arguments.of(sample, stack)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void countsWhatItWouldWrite(String sample) {
        opened(sample);

        List<FileRow> writing = files().rows().stream()
                .filter(row -> row.change().state().writes())
                .toList();
        assertThat(files().count()).isEqualTo(writing.size()).isGreaterThan(2);
        assertThat(button()).contains("Write " + writing.size() + " files");
        assertThat(row(FileRole.GUIDE).kind()).isEqualTo(Kind.NEW);
        assertThat(model.selected().get()).contains(files().rows().get(0));
        assertThat(model.text().get()).map(FileText::path).contains("specimen.yml");
    }

    @ParameterizedTest
    @MethodSource("samplesWithStacks")
    void writesTheSameBytesAsTheCommandLine(String sample, Stack stack) {
        Path folder = opened(sample);
        session.wish(wishes -> wishes.withStack(Optional.of(stack)));
        Path other = unpacked(sample, "terminal");
        Project project = WORKBENCH.open(other, Progress.NONE);
        WORKBENCH.write(WORKBENCH.preview(project, Wishes.NONE.withStack(Optional.of(stack)), Progress.NONE));

        model.write();

        assertThat(FolderContents.of(folder)).isEqualTo(FolderContents.of(other));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsWhatWasWrittenAndTakesItBack(String sample) {
        Path folder = opened(sample);
        Map<String, String> before = FolderContents.of(folder);
        int count = files().count();

        model.primaryAction().getValue().orElseThrow().run().run();

        assertThat(model.page().get()).isInstanceOfSatisfying(Written.class, written -> {
            assertThat(written.report().written()).hasSize(count);
            assertThat(written.instructions()
                            .on(OperatingSystem.LINUX)
                            .orElseThrow()
                            .keep())
                    .isNotEmpty();
        });
        assertThat(button()).as("Next leads on").isEmpty();
        assertThat(model.busy().get()).isFalse();

        model.undoWrite();

        assertThat(FolderContents.of(folder)).isEqualTo(before);
        assertThat(files().count()).isEqualTo(count);
        assertThat(model.undone().get().orElseThrow().steps()).hasSize(count);
    }

    @Test
    void namesWhatIsMissingForTheStackThatIsWritten() {
        opened("map-analysis");
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.CONDA)));

        model.write();

        assertThat(((Written) model.page().get()).missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.what()).isEqualTo("Conda"));
    }

    @Test
    void hasNothingToWriteAfterAWrite() {
        opened("data-analysis");
        model.write();

        model.showFiles();

        assertThat(files().count()).isZero();
        assertThat(files().rows()).allSatisfy(row -> assertThat(row.kind()).isEqualTo(Kind.UNCHANGED));
        assertThat(button()).isEmpty();
        assertThat(model.mayLeave()).isTrue();
    }

    @Test
    void showsTheFilesAgainWhenADecisionChangesThem() {
        opened("data-analysis");
        model.write();

        session.wish(wishes -> wishes.withName(Optional.of("another")));

        assertThat(row(FileRole.PLAN).kind()).isEqualTo(Kind.CHANGED);
        assertThat(model.text().get().orElseThrow().difference()).isPresent();
    }

    @Test
    void theLastWriteCanBeTakenBackAfterARestartToo() {
        Path folder = opened("data-analysis");
        assertThat(files().canUndo()).isFalse();
        model.write();

        Session later = new Session(WORKBENCH, TaskRunner.immediate());
        FilesViewModel again = modelOf(later, TaskRunner.immediate());
        later.open(folder);

        assertThat(again.page().get())
                .isInstanceOfSatisfying(
                        Looking.class, looking -> assertThat(looking.canUndo()).isTrue());
        again.undoWrite();
        assertThat(folder.resolve("specimen.yml")).doesNotExist();
        assertThat(again.page().get())
                .isInstanceOfSatisfying(
                        Looking.class, looking -> assertThat(looking.canUndo()).isFalse());
    }

    @Test
    void ofAnotherProjectNoFileIsSelectedAndNothingHasBeenWritten() {
        opened("data-analysis");
        model.select(row(FileRole.GUIDE));
        model.write();

        session.open(unpacked("map-analysis", "other"));

        assertThat(model.page().get()).isInstanceOf(Looking.class);
        assertThat(model.selected().get()).contains(files().rows().get(0));
    }

    @Test
    void keepsTheSelectionWhenFilesAreMadeAnew() {
        opened("text-analysis");
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.DOCKER)));
        model.select(row(FileRole.GUIDE));

        session.wish(wishes -> wishes.withName(Optional.of("another")));
        assertThat(model.selected().get().orElseThrow().role()).isEqualTo(FileRole.GUIDE);
        assertThat(model.text().get().orElseThrow().text()).contains("another");

        model.select(row(FileRole.DOCKERFILE));
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)));
        assertThat(model.selected().get().orElseThrow().role()).isEqualTo(FileRole.PLAN);
    }

    @Test
    void writesOnceHoweverOftenTheButtonIsPressed() {
        Path folder = unpacked("data-analysis", "window");
        List<Runnable> waiting = new ArrayList<>();
        session.open(folder);
        FilesViewModel slow = modelOf(session, new TaskRunner(waiting::add, Runnable::run, failure -> {}));
        runAll(waiting);

        slow.write();
        slow.write();
        slow.undoWrite();

        assertThat(waiting).hasSize(1);
        assertThat(slow.busy().get()).isTrue();
        runAll(waiting);
        assertThat(slow.page().get()).isInstanceOf(Written.class);
        assertThat(slow.busy().get()).isFalse();
    }

    @Test
    void writesOnlyWhatIsShown() {
        Path folder = unpacked("data-analysis", "window");
        List<Runnable> waiting = new ArrayList<>();
        session.open(folder);
        FilesViewModel slow = modelOf(session, new TaskRunner(waiting::add, Runnable::run, failure -> {}));
        runAll(waiting);
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.DOCKER)));

        slow.write();
        runAll(waiting);

        assertThat(folder.resolve("specimen.yml")).doesNotExist();
        assertThat(slow.page().get()).isInstanceOf(Looking.class);
        slow.write();
        runAll(waiting);
        assertThat(folder.resolve("Dockerfile")).exists();
    }

    private static void runAll(List<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove(0).run();
        }
    }

    @ParameterizedTest
    @EnumSource(FileRole.class)
    void saysWhatEveryFileIsFor(FileRole role) {
        assertThat(FilesTexts.TEXTS.get("role." + role.name().toLowerCase(Locale.ROOT)))
                .endsWith(".");
    }

    @Test
    void nextNeitherWritesNorLeadsOnWhileTheFilesAreBeingMade() {
        ByHand hands = new ByHand();
        Session slow = new Session(WORKBENCH, hands.runner());
        FilesViewModel making = modelOf(slow, hands.runner());
        Path folder = unpacked("data-analysis", "slow");
        slow.open(folder);

        PrimaryAction meanwhile = making.primaryAction().getValue().orElseThrow();
        meanwhile.run().run();
        assertThat(meanwhile.text()).isEqualTo("Making the files…");

        hands.finish();
        assertThat(making.primaryAction().getValue().orElseThrow().text()).startsWith("Write ");
        assertThat(folder.resolve("specimen.yml")).doesNotExist();
    }
}
