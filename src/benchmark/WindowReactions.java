import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.specimen.advice.Question;
import org.specimen.advice.Rulebook;
import org.specimen.advice.Stack;
import org.specimen.app.Proving;
import org.specimen.app.Samples;
import org.specimen.app.Wishes;
import org.specimen.app.Workbench;
import org.specimen.app.log.Log;
import org.specimen.app.store.SettingsStore;
import org.specimen.app.store.UserFolders;
import org.specimen.catalogue.Catalogue;
import org.specimen.machine.Appearance;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
import org.specimen.problem.NoSolution;
import org.specimen.python.PackageName;
import org.specimen.task.Progress;
import org.specimen.ui.Surroundings;
import org.specimen.ui.Window;
import org.specimen.ui.layers.LayerPictureView;
import org.specimen.ui.session.Decisions;
import org.specimen.ui.session.Desktop;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Proofs;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.theme.Theme;

/**
 * Walks through every step of Specimen's window with every sample and with a project of 400 packages, and times how soon
 * an answer and a file that is chosen show. StartBenchmark compiles and starts it. Its first argument is an empty folder
 * for the projects; with samples named behind it, it only walks with these and reads how much memory is held then.
 */
public class WindowReactions {

    private static final int ROUNDS = 41;
    private static final int ROUNDS_WITH_MANY = 11;
    private static final int MANY = 400;

    /** How often packages that do not fit are left out for others. */
    private static final int ATTEMPTS = 10;

    public static void main(String[] arguments) {
        Application.launch(Shown.class, arguments);
    }

    /** The window, and a thread that uses it as a person would, only faster. */
    public static class Shown extends Application {

        private final ExecutorService background = Executors.newCachedThreadPool();
        private Window window;

        @Override
        public void start(Stage stage) {
            Path work = Path.of(getParameters().getRaw().get(0));
            Catalogue catalogue = Catalogue.open();
            CompletableFuture<Rulebook> rulebook = CompletableFuture.supplyAsync(Rulebook::shipped, background);
            CompletableFuture<MachineFacts> machine = CompletableFuture.supplyAsync(MachineProbe::probe, background);
            Theme.loadFonts();
            Workbench workbench = new Workbench(catalogue, rulebook::join, machine::join);
            UserFolders folders = UserFolders.ofThisComputer();
            window = new Window(
                    new Surroundings(
                            workbench,
                            Proofs.by(() -> Proving.ofThisComputer(catalogue, machine::join)),
                            catalogue,
                            folders,
                            new SettingsStore(folders).load(),
                            Clock.systemUTC(),
                            () -> Appearance.UNKNOWN,
                            work.resolve("samples"),
                            new NoDesktop(),
                            new TaskRunner(background, Platform::runLater, failure -> {}),
                            Log.inMemory()),
                    new Scene(new Group(), 1280, 800));
            stage.setScene(window.scene());
            stage.show();
            background.execute(() -> {
                try {
                    measure(work, catalogue, workbench);
                } catch (IOException | InterruptedException | RuntimeException failure) {
                    System.err.println("the walk ended early: " + failure);
                } finally {
                    // What is still choosing versions must not keep the process alive.
                    System.exit(0);
                }
            });
        }

        private void measure(Path work, Catalogue catalogue, Workbench workbench)
                throws IOException, InterruptedException {
            List<String> named =
                    getParameters().getRaw().subList(1, getParameters().getRaw().size());
            if (!named.isEmpty()) {
                for (String sample : named) {
                    System.out.printf("%-28s %d MiB held%n", sample, walk(Samples.unpackInto(work, sample), 0));
                }
                return;
            }
            System.out.printf(
                    "%-28s %12s %12s %12s %12s %12s %12s%n",
                    "median and 95th, ms", "advice", "picture", "releases", "files", "another file", "MiB held");
            List<String> samples = new ArrayList<>(List.of("text-analysis"));
            Samples.all().stream()
                    .map(Samples.Sample::name)
                    .filter(name -> !samples.contains(name))
                    .forEach(samples::add);
            for (String sample : samples) {
                measure(sample, Samples.unpackInto(work, sample), ROUNDS);
            }
            measure(MANY + " packages", manyPackages(work, catalogue, workbench), ROUNDS_WITH_MANY);
        }

        /** A project that imports so many packages of the catalogue, all of which have a version that fits. */
        private static Path manyPackages(Path work, Catalogue catalogue, Workbench workbench) throws IOException {
            Path folder = Files.createDirectory(work.resolve("many"));
            List<List<PackageName>> byLetter = "abcdefghijklmnopqrstuvwxyz"
                    .chars()
                    .mapToObj(letter -> catalogue.complete(Character.toString(letter), MANY))
                    .toList();
            Map<String, String> modules = new LinkedHashMap<>();
            IntStream.range(0, MANY)
                    .boxed()
                    .flatMap(place -> byLetter.stream()
                            .filter(those -> place < those.size())
                            .map(those -> those.get(place)))
                    .filter(name -> catalogue
                            .condaName(name)
                            .flatMap(catalogue::condaPackage)
                            .isPresent())
                    .forEach(name -> module(catalogue, name).ifPresent(module -> modules.put(name.value(), module)));
            Set<String> refused = new HashSet<>();
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                List<String> written = write(folder, modules, refused);
                try {
                    Set<String> taken = new HashSet<>();
                    workbench
                            .propose(
                                    Optional.of(workbench.open(folder, Progress.NONE)),
                                    Wishes.NONE.withStack(Optional.of(Stack.VENV)),
                                    Progress.NONE)
                            .plan()
                            .directPackages()
                            .forEach(planned -> taken.add(planned.name().value()));
                    if (taken.containsAll(written)) {
                        break;
                    }
                    // What is for development, as pytest is, is no part of the environment.
                    written.stream().filter(name -> !taken.contains(name)).forEach(refused::add);
                } catch (NoSolution none) {
                    none.refusals().forEach(refusal -> refused.add(refusal.subject()));
                    if (none.refusals().isEmpty()) {
                        throw none;
                    }
                }
            }
            return folder;
        }

        /** A module that is known to come from this distribution; empty if none is, or if another comes first. */
        private static Optional<String> module(Catalogue catalogue, PackageName name) {
            return catalogue.distribution(name).stream()
                    .flatMap(distribution -> distribution.releases().stream())
                    .flatMap(release -> release.importNames().stream())
                    .filter(module -> catalogue.distributionsProviding(module).stream()
                            .findFirst()
                            .filter(provider -> provider.distribution().equals(name))
                            .isPresent())
                    .findFirst();
        }

        /**
         * A list of packages with a script for each: of a list that nothing imports Specimen takes no more than what the
         * code uses, and of a script that uses a tool of developers nothing.
         */
        private static List<String> write(Path folder, Map<String, String> modules, Set<String> refused)
                throws IOException {
            List<String> names = modules.keySet().stream()
                    .filter(name -> !refused.contains(name))
                    .limit(MANY)
                    .toList();
            Files.write(folder.resolve("requirements.txt"), names);
            for (int script = 0; script < names.size(); script++) {
                Files.writeString(
                        folder.resolve("part" + script + ".py"), "import " + modules.get(names.get(script)) + "\n");
            }
            return names;
        }

        /** Opens a project and shows every step; then tells how much memory is held, in mebibytes. */
        private long walk(Path folder, int least) throws InterruptedException {
            Session session = window.services().session();
            // Releases of so many packages for Conda take too long to choose.
            Decisions start = least == MANY
                    ? Decisions.NONE.withWishes(wishes -> wishes.withStack(Optional.of(Stack.VENV)))
                    : Decisions.NONE;
            until(session.preview(), () -> session.open(folder, start));
            expect(session, least);
            for (Step step : Step.values()) {
                frames();
                if (step != Step.TRIAL) {
                    on(() -> window.services().journey().next());
                }
            }
            frames();
            return held();
        }

        /** What was refused is answered sooner than what is worked out: it must not pass for it. */
        private static void expect(Session session, int least) {
            int pins = session.proposal()
                    .get()
                    .ready()
                    .map(proposal -> proposal.lock().pip().size())
                    .orElse(-1);
            if (pins < least) {
                throw new IllegalStateException("of " + least + " packages " + Math.max(0, pins) + " have a version");
            }
        }

        private void measure(String name, Path folder, int rounds) throws InterruptedException {
            int least = rounds == ROUNDS_WITH_MANY ? MANY : 0;
            long held = walk(folder, least);
            Session session = window.services().session();
            Times advice = new Times();
            Times picture = new Times();
            Times releases = new Times();
            Times files = new Times();
            on(() -> window.services().journey().go(Step.SITUATION));
            frames();
            for (int round = 0; round < rounds; round++) {
                answer(session, round % 2 == 0 ? "weeks" : "years", advice, picture, releases, files);
            }
            expect(session, least);
            on(() -> window.services().journey().go(Step.FILES));
            frames();
            Times another = new Times();
            for (int round = 0; round < rounds; round++) {
                chooseFile(round, another);
            }
            System.out.printf(
                    "%-28s %12s %12s %12s %12s %12s %12d%n", name, advice, picture, releases, files, another, held);
        }

        /** From an answer to the advice, the first and the last new picture of the layers, and the files. */
        private void answer(Session session, String horizon, Times advice, Times picture, Times releases, Times files)
                throws InterruptedException {
            LayerPictureView layers = (LayerPictureView) window.scene().lookup(".layer-picture");
            long[] begin = new long[1];
            ChangeListener<Object> advised = (property, old, now) -> {
                if (now instanceof Outcome.Ready) {
                    advice.add(begin[0]);
                }
            };
            List<Double> drawings = new ArrayList<>();
            ChangeListener<Object> drawn = (property, old, now) -> drawings.add((System.nanoTime() - begin[0]) / 1e6);
            on(() -> {
                session.advice().addListener(advised);
                layers.pictureProperty().addListener(drawn);
            });
            until(session.preview(), () -> {
                begin[0] = System.nanoTime();
                session.decide(now -> now.answering(Question.HORIZON, horizon));
            });
            files.add(begin[0]);
            on(() -> {
                session.advice().removeListener(advised);
                layers.pictureProperty().removeListener(drawn);
                if (!drawings.isEmpty()) {
                    picture.all.add(drawings.get(0));
                    releases.all.add(drawings.get(drawings.size() - 1));
                }
            });
            frames();
        }

        private void chooseFile(int round, Times another) throws InterruptedException {
            ListView<?> list = (ListView<?>) window.scene().lookup("#files-list");
            CodeArea text = (CodeArea) window.scene().lookup("#file-text");
            if (list == null || text == null) {
                return;
            }
            long[] begin = new long[1];
            BlockingQueue<Long> shown = new LinkedBlockingQueue<>();
            ChangeListener<String> listener = (property, old, now) -> shown.add(System.nanoTime());
            on(() -> {
                text.textProperty().addListener(listener);
                begin[0] = System.nanoTime();
                list.getSelectionModel().select((round + 1) % list.getItems().size());
            });
            if (shown.poll(5, TimeUnit.SECONDS) != null) {
                another.add(begin[0]);
            }
            on(() -> text.textProperty().removeListener(listener));
            frames();
        }

        /** Does something on the JavaFX thread and waits until this has come to an end. */
        private static <T> void until(ObservableValue<Outcome<T>> outcome, Runnable action)
                throws InterruptedException {
            CountDownLatch ended = new CountDownLatch(1);
            AtomicReference<String> why = new AtomicReference<>();
            ChangeListener<Outcome<T>> listener = (property, old, now) -> {
                if (now instanceof Outcome.Ready || now instanceof Outcome.Failed) {
                    now.whyNot().ifPresent(failure -> why.set(failure.message()));
                    ended.countDown();
                }
            };
            on(() -> {
                outcome.addListener(listener);
                action.run();
            });
            if (!ended.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nothing came");
            }
            on(() -> outcome.removeListener(listener));
            if (why.get() != null) {
                throw new IllegalStateException(why.get().lines().findFirst().orElse("it failed"));
            }
        }

        /** Waits until what has changed is drawn. */
        private void frames() throws InterruptedException {
            CountDownLatch drawn = new CountDownLatch(3);
            Runnable pulse = () -> {
                drawn.countDown();
                Platform.requestNextPulse();
            };
            on(() -> {
                window.scene().addPostLayoutPulseListener(pulse);
                Platform.requestNextPulse();
            });
            drawn.await();
            on(() -> window.scene().removePostLayoutPulseListener(pulse));
        }

        private static void on(Runnable action) throws InterruptedException {
            CountDownLatch done = new CountDownLatch(1);
            Platform.runLater(() -> {
                try {
                    action.run();
                } finally {
                    done.countDown();
                }
            });
            done.await();
        }

        /** What this process holds in memory, in mebibytes; 0 where proc(5) is not there. */
        private static long held() {
            Path status = Path.of("/proc/self/status");
            try {
                return Files.exists(status)
                        ? Files.readAllLines(status).stream()
                                        .filter(line -> line.startsWith("VmRSS:"))
                                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                        .sum()
                                / 1024
                        : 0;
            } catch (IOException unreadable) {
                return 0;
            }
        }
    }

    private static final class NoDesktop implements Desktop {

        @Override
        public Optional<Path> chooseFolder(String title, Optional<Path> start) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFileToOpen(String title, Optional<Path> start) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFileToSave(String title, Optional<Path> start, String name) {
            return Optional.empty();
        }

        @Override
        public void copy(String text) {}

        @Override
        public void open(Path path) {}

        @Override
        public void browse(String address) {}
    }

    /** Milliseconds that something took, each time. */
    private static final class Times {

        private final List<Double> all = new ArrayList<>();

        void add(long begin) {
            all.add((System.nanoTime() - begin) / 1e6);
        }

        @Override
        public String toString() {
            List<Double> sorted = all.stream().sorted().toList();
            return sorted.isEmpty()
                    ? "-"
                    : String.format(
                            Locale.ROOT,
                            "%.0f %.0f",
                            sorted.get(sorted.size() / 2),
                            sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1));
        }
    }
}
