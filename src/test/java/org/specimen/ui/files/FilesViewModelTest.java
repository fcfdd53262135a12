package org.specimen.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.specimen.advice.Rulebook;
import org.specimen.advice.Stack;
import org.specimen.app.Project;
import org.specimen.app.Samples;
import org.specimen.app.Wishes;
import org.specimen.app.Workbench;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.files.ExistingChoice;
import org.specimen.files.FileRole;
import org.specimen.files.Undo;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.OperatingSystem;
import org.specimen.task.Progress;
import org.specimen.ui.files.FileRow.Kind;
import org.specimen.ui.files.FilesPage.Looking;
import org.specimen.ui.files.FilesPage.Remedy;
import org.specimen.ui.files.FilesPage.Unavailable;
import org.specimen.ui.files.FilesPage.Written;
import org.specimen.ui.session.Desktop;
import org.specimen.ui.session.Journey;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.StepModel.PrimaryAction;
import org.specimen.ui.task.ByHand;
import org.specimen.ui.task.TaskRunner;

class FilesViewModelTest {

    private static final Catalogue CATALOGUE = Catalogue.open();
    private static final Workbench WORKBENCH = new Workbench(
            CATALOGUE,
            Rulebook::shipped,
            () -> new MachineFacts(
                    OperatingSystem.LINUX,
                    TargetPlatform.LINUX_X86_64,
                    List.of(),
                    List.of(),
                    MachineFacts.Engine.NONE));
    private static final String OWN_DOCKERFILE = "FROM debian\nCMD [\"true\"]\n";

    @TempDir
    private Path temporary;

    /** Folders that the person will choose, in their order. */
    private final Deque<Path> choices = new ArrayDeque<>();

    private final Session session = new Session(WORKBENCH, TaskRunner.immediate());
    private final FilesViewModel model = modelOf(session, TaskRunner.immediate());

    private FilesViewModel modelOf(Session of, TaskRunner tasks) {
        Desktop desktop = new Desktop() {
            @Override
            public Optional<Path> chooseFolder(String title, Optional<Path> start) {
                return Optional.ofNullable(choices.poll());
            }

            @Override
            public void copy(String text) {}

            @Override
            public void open(Path path) {}

            @Override
            public void browse(String address) {}
        };
        return new FilesViewModel(new Services(of, new Journey(of), tasks, CATALOGUE, desktop, InstantSource.system()));
    }

    private Path unpacked(String sample, String where) {
        Path folder = temporary.resolve(where).resolve(sample);
        Samples.unpack(sample, folder);
        return folder;
    }

    private Path opened(String sample) {
        Path folder = unpacked(sample, "window");
        session.open(folder);
        return folder;
    }

    private Looking files() {
        return (Looking) model.page().get();
    }

    private FileRow row(FileRole role) {
        return files().rows().stream()
                .filter(row -> row.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> button() {
        return model.primaryAction().getValue().map(PrimaryAction::text);
    }

    private static Map<String, String> contents(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".specimen/")) {
                    contents.put(path, Files.readString(file));
                }
            }
            return contents;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

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

        assertThat(contents(folder)).isEqualTo(contents(other));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsWhatWasWrittenAndTakesItBack(String sample) {
        Path folder = opened(sample);
        Map<String, String> before = contents(folder);
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

        assertThat(contents(folder)).isEqualTo(before);
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

    private Path withOwnDockerfile() throws IOException {
        Path folder = unpacked("text-analysis", "window");
        Files.writeString(folder.resolve("Dockerfile"), OWN_DOCKERFILE);
        session.open(folder);
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.DOCKER)));
        return folder;
    }

    @Test
    void savesBesideADockerfileOfTheirOwn() throws IOException {
        Path folder = withOwnDockerfile();
        FileRow row = row(FileRole.DOCKERFILE);
        model.select(row);

        assertThat(row.kind()).isEqualTo(Kind.YOURS);
        assertThat(row.choice()).contains(ExistingChoice.BESIDE);
        assertThat(model.text().get().orElseThrow().difference().orElseThrow().removed())
                .as("lines of their own that ours does not have")
                .isPositive();

        model.write();

        assertThat(folder.resolve("Dockerfile")).hasContent(OWN_DOCKERFILE);
        assertThat(folder.resolve("Dockerfile.specimen")).isRegularFile();
        assertThat(model.page().get()).isInstanceOf(Written.class);
    }

    @Test
    void keepsADockerfileOfTheirOwn() throws IOException {
        Path folder = withOwnDockerfile();
        int count = files().count();

        model.choose(FileRole.DOCKERFILE, ExistingChoice.KEEP);

        assertThat(row(FileRole.DOCKERFILE).kind()).isEqualTo(Kind.YOURS);
        assertThat(row(FileRole.DOCKERFILE).choice()).contains(ExistingChoice.KEEP);
        assertThat(files().count()).isEqualTo(count - 1);
        model.write();
        assertThat(folder.resolve("Dockerfile")).hasContent(OWN_DOCKERFILE);
        assertThat(folder.resolve("Dockerfile.specimen")).doesNotExist();
    }

    @Test
    void replacesADockerfileOfTheirOwnAndBringsItBack() throws IOException {
        Path folder = withOwnDockerfile();
        model.choose(FileRole.DOCKERFILE, ExistingChoice.REPLACE);
        assertThat(row(FileRole.DOCKERFILE).stateKey()).isEqualTo("state.replaced");

        model.write();

        assertThat(((Written) model.page().get()).report().backedUp()).contains("Dockerfile");
        assertThat(Files.readString(folder.resolve("Dockerfile"))).isNotEqualTo(OWN_DOCKERFILE);
        model.undoWrite();
        assertThat(folder.resolve("Dockerfile")).hasContent(OWN_DOCKERFILE);
        assertThat(model.undone().get().orElseThrow().steps())
                .contains(new Undo.Step("Dockerfile", Undo.Action.RESTORE));
    }

    @Test
    void takesAChoiceBackWithUndo() throws IOException {
        withOwnDockerfile();
        model.choose(FileRole.DOCKERFILE, ExistingChoice.KEEP);
        model.choose(FileRole.DOCKERFILE, ExistingChoice.BESIDE);
        assertThat(session.decisions().get().wishes().existing()).isEmpty();

        session.undo();

        assertThat(row(FileRole.DOCKERFILE).choice()).contains(ExistingChoice.KEEP);
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
    void writesNothingOverAFileThatChangedMeanwhile() throws IOException {
        Path folder = opened("data-analysis");
        Files.writeString(folder.resolve("ENVIRONMENT.md"), "mine\n");

        model.write();

        assertThat(model.trouble().get().orElseThrow().remedy()).isEqualTo(Remedy.LOOK_AGAIN);
        assertThat(folder.resolve("ENVIRONMENT.md")).hasContent("mine");
        assertThat(folder.resolve("specimen.yml")).doesNotExist();

        model.lookAgain();

        assertThat(model.trouble().get()).isEmpty();
        assertThat(row(FileRole.GUIDE).kind()).isEqualTo(Kind.YOURS);
        assertThat(button()).isPresent();
    }

    @Test
    void saysThatAFolderMayNotBeWrittenAndTriesAgain() throws IOException {
        Path folder = opened("data-analysis");
        assumeThat(folder.toFile().setWritable(false) && !Files.isWritable(folder))
                .as("the administrator may write everywhere")
                .isTrue();

        model.write();
        assertThat(model.trouble().get().orElseThrow().remedy()).isEqualTo(Remedy.TRY_AGAIN);
        assertThat(folder.toFile().setWritable(true)).isTrue();
        model.tryAgain();

        assertThat(model.page().get()).isInstanceOf(Written.class);
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void offersAnotherFolderWhereTheFirstHasVanished() throws IOException {
        Path folder = opened("data-analysis");
        Path moved = temporary.resolve("moved");
        Files.move(folder, moved);

        session.wish(wishes -> wishes.withName(Optional.of("another")));

        assertThat(model.page().get()).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.remedy()).isEqualTo(Remedy.LOOK_AGAIN);
            assertThat(Remedy.isAboutFolder(unavailable.failure())).isTrue();
        });
        choices.add(moved);
        model.chooseFolder();
        assertThat(files().folder()).isEqualTo(moved);
        assertThat(session.decisions().get().wishes().name()).contains("another");
    }

    @Test
    void asksForAFolderFirstWithoutAProject() throws IOException {
        session.startWithoutProject();
        assertThat(model.page().get()).isInstanceOf(FilesPage.Homeless.class);
        assertThat(button()).contains("Choose a folder");
        assertThat(model.mayLeave()).isFalse();
        model.chooseFolder();
        assertThat(model.page().get()).as("none was chosen").isInstanceOf(FilesPage.Homeless.class);

        Path folder = Files.createDirectory(temporary.resolve("study"));
        choices.add(folder);
        model.primaryAction().getValue().orElseThrow().run().run();

        assertThat(files().folder()).isEqualTo(folder);
        model.write();
        assertThat(folder.resolve("specimen.yml")).isRegularFile();
        assertThat(model.page().get()).isInstanceOf(Written.class);
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
        assertThat(meanwhile.text()).isEqualTo("Making the files …");

        hands.finish();
        assertThat(making.primaryAction().getValue().orElseThrow().text()).startsWith("Write ");
        assertThat(folder.resolve("specimen.yml")).doesNotExist();
    }
}
