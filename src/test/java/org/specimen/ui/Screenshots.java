package org.specimen.ui;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.specimen.advice.Stack;
import org.specimen.app.ProofOffer;
import org.specimen.app.Samples;
import org.specimen.app.Wishes;
import org.specimen.app.store.Motion;
import org.specimen.app.store.Settings;
import org.specimen.app.store.SettingsStore;
import org.specimen.app.store.Theme;
import org.specimen.app.store.UserFolders;
import org.specimen.machine.OperatingSystem;
import org.specimen.plan.Options;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.JupyterAddress;
import org.specimen.proof.JupyterStart;
import org.specimen.proof.Proof;
import org.specimen.proof.Station;
import org.specimen.proof.Trouble;
import org.specimen.proof.Verdict;
import org.specimen.proof.docker.ImageStore;
import org.specimen.ui.session.FakeDesktop;
import org.specimen.ui.session.SampleProofs;
import org.specimen.ui.session.ScriptedProofs;
import org.specimen.ui.session.Step;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Walks through the window and takes a picture of every step, the same on every computer: the disk is in memory, with
 * the home folder of one Ada, the clock stands still, and what the computer has is fixed. {@code mvn -q -P screenshots
 * process-test-classes} starts it; {@link ScreenshotOptions} says what else it can be told.
 */
final class Screenshots {

    private static final Configuration DISK = Configuration.unix().toBuilder()
            .setWorkingDirectory("/home/ada")
            .setAttributeViews("basic", "owner", "posix", "unix")
            .build();

    private final ScreenshotOptions options;
    private final Theme theme;
    private final FxRobot robot = new FxRobot();
    private final Gate background = new Gate();
    private final Stage stage;

    private Screenshots(ScreenshotOptions options, Theme theme, Stage stage) {
        this.options = options;
        this.theme = theme;
        this.stage = stage;
    }

    public static void main(String... arguments) throws TimeoutException, IOException {
        ScreenshotOptions options = ScreenshotOptions.of(arguments);
        Files.createDirectories(options.to());
        Stage stage = FxToolkit.registerPrimaryStage();
        org.specimen.ui.theme.Theme.loadFonts();
        for (Theme theme : options.themes()) {
            Screenshots screenshots = new Screenshots(options, theme, stage);
            screenshots.take();
        }
        System.exit(0);
    }

    private void take() {
        switch (options.states()) {
            case STEPS -> steps();
            case TRIAL -> trials();
            case VERSIONS -> versions();
            case ALL -> {
                steps();
                answersThatChange();
                withoutProject();
                reading();
                failures();
                troubles();
                conflict();
                versions();
                manyPackages();
                trials();
            }
        }
    }

    /** From the first page to the last. */
    private void steps() {
        Scene scene = scene();
        scene.takeIf(options.everyState(), "1-project-start");
        scene.walker.click("sample-" + options.sample()).awaitProject();
        scene.take("1-project");
        for (Step step : Step.values()) {
            if (step != Step.PROJECT && step != Step.TRIAL) {
                scene.walker.click("next").awaitStep(step);
                scene.take(name(step));
                if (step != Step.FILES && options.everyState()) {
                    scene.takeRest(name(step));
                }
            }
        }
        scene.walker.click("next").await("closing-card");
        scene.takeIf(options.everyState(), "6-files-written");
        scene.walker.click("next").awaitStep(Step.TRIAL);
        scene.take("7-trial");
    }

    /** What the pages say when an answer is tried, another stack is taken, or files are there already. */
    private void answersThatChange() {
        Scene scene = scene();
        scene.walker.click("sample-" + options.sample()).awaitProject();
        scene.walker.click("next").awaitStep(Step.SITUATION).click("next").awaitStep(Step.ADVICE);
        scene.walker.click("what-if-horizon-years").awaitRest().await("what-if-verdict");
        scene.take("3-advice-what-if");
        scene.walker.click("what-if-back").click("stack-docker").awaitRest();
        scene.take("3-advice-another-stack");
        for (Step step : new Step[] {Step.PACKAGES, Step.OPTIONS, Step.FILES}) {
            scene.walker.click("next").awaitStep(step);
        }
        scene.walker.click("next").await("closing-card");
        scene.walker.click("step-situation").awaitStep(Step.SITUATION);
        scene.walker.click("answer-horizon-weeks").awaitRest();
        scene.take("2-situation-answered");
        scene.walker.click("step-files").awaitStep(Step.FILES);
        scene.take("6-files-difference");
        scene.walker.click("settings");
        scene.take("8-settings");
    }

    private void withoutProject() {
        Scene scene = scene();
        scene.walker.click("without-project").awaitStep(Step.SITUATION);
        scene.take("2-situation-without-project");
        for (Step step : new Step[] {Step.ADVICE, Step.PACKAGES, Step.OPTIONS, Step.FILES}) {
            scene.walker.click("next").awaitStep(step);
            scene.take(name(step) + "-without-project");
        }
    }

    private void reading() {
        Scene scene = scene();
        Path folder = Samples.unpackInto(scene.home, options.sample());
        background.close();
        robot.interact(() -> scene.window.services().session().open(folder));
        scene.take("1-project-reading");
        background.open();
        scene.walker.awaitProject();
    }

    private void failures() {
        Scene broken = scene();
        Path unreadable = Samples.unpackInto(broken.home, options.sample());
        write(unreadable.resolve("specimen.yml"), "specimen: [1\n");
        robot.interact(() -> broken.window.services().session().open(unreadable));
        broken.walker.awaitRest();
        broken.take("1-project-error");

        Scene impossible = scene();
        Path wishful = impossible.home.resolve("wishful-analysis");
        write(wishful.resolve("analysis.py"), "import numpy\nimport pandas\n");
        write(wishful.resolve("requirements.txt"), "numpy==99.0\npandas\n");
        robot.interact(() -> impossible.window.services().session().open(wishful));
        impossible.walker.awaitProject();
        for (Step step : new Step[] {Step.SITUATION, Step.ADVICE, Step.PACKAGES, Step.OPTIONS, Step.FILES}) {
            impossible.walker.click("next").awaitStep(step);
            impossible.take(name(step) + "-no-solution");
        }
    }

    /** What the pages say where work was stopped, and where the folder cannot be read any more. */
    private void troubles() {
        Scene scene = scene();
        scene.walker.click("sample-" + options.sample()).awaitProject();
        for (Step step : new Step[] {Step.SITUATION, Step.ADVICE, Step.PACKAGES}) {
            scene.walker.click("next").awaitStep(step);
        }
        background.close();
        robot.interact(() -> {
            scene.window.services().session().wish(wishes -> wishes.withPython(Optional.of("3.12")));
            scene.window.services().tasks().cancelAll();
        });
        background.open();
        scene.walker.await("try-again");
        scene.take("4-packages-stopped");
        scene.walker.click("try-again").awaitRest();
        for (Step step : new Step[] {Step.OPTIONS, Step.FILES}) {
            scene.walker.click("next").awaitStep(step);
        }
        scene.walker.click("next").await("closing-card");
        scene.take("6-files-closing");
        scene.walker.click("next").awaitStep(Step.TRIAL);
        scene.window
                .services()
                .session()
                .opened()
                .ifPresent(project -> write(project.folder().resolve("specimen.yml"), "specimen: [1\n"));
        robot.interact(() -> scene.window.services().session().reread());
        scene.walker.await("try-again");
        scene.take("7-trial-error");
    }

    /** Versions that do not go together, before and after one click. */
    private void conflict() {
        Scene scene = scene();
        Path folder = scene.home.resolve("old-analysis");
        write(folder.resolve("requirements.txt"), "pandas==2.2.3\nnumpy==1.15.4\n");
        write(folder.resolve("analysis.py"), "import numpy\nimport pandas\nimport labtools\n");
        robot.interact(() -> scene.window.services().session().open(folder));
        scene.walker.awaitProject();
        robot.interact(() -> scene.window
                .services()
                .session()
                .wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)).withPython(Optional.of("3.12"))));
        for (Step step : new Step[] {Step.SITUATION, Step.ADVICE, Step.PACKAGES}) {
            scene.walker.click("next").awaitStep(step);
        }
        scene.take("4-packages-conflict");
        scene.walker.click("fix-1").awaitRest();
        scene.take("4-packages-settled");
        scene.takeRest("4-packages-settled");
        scene.walker.click("as-of");
        scene.take("4-packages-as-of");
    }

    /** A project of some years ago, before and after its files were written, and a name that looks like another. */
    private void versions() {
        Scene old = scene();
        Path folder = old.home.resolve("old-model");
        write(folder.resolve("train.py"), "import torch\nimport pandas\n");
        String commit = "a".repeat(40);
        write(folder.resolve(".git/HEAD"), commit + "\n");
        write(
                folder.resolve(".git/logs/HEAD"),
                "0".repeat(40) + " " + commit + " Ada <ada@example.org> 1679047200 +0000\tcommit: train\n");
        open(old, folder);
        old.take("4-packages-last-commit");
        old.takeRest("4-packages-last-commit");
        old.walker.click("next").awaitStep(Step.OPTIONS).click("more-options").awaitRest();
        old.take("5-options-more");
        old.takeRest("5-options-more");
        old.walker.click("next").awaitStep(Step.FILES).click("next").await("closing-card");
        robot.interact(() -> old.window.services().session().reread());
        old.walker.awaitRest().click("step-packages").awaitStep(Step.PACKAGES);
        old.take("4-packages-newer");

        Scene mistyped = scene();
        Path doubtful = mistyped.home.resolve("mistyped");
        write(doubtful.resolve("requirements.txt"), "reqeusts==2.0\npandas\n");
        write(doubtful.resolve("analysis.py"), "import pandas\n");
        open(mistyped, doubtful);
        mistyped.take("4-packages-mistyped");
        mistyped.takeRest("4-packages-mistyped");
    }

    /** Goes with a project to its packages, for a venv. */
    private void open(Scene scene, Path folder) {
        robot.interact(() -> scene.window.services().session().open(folder));
        scene.walker.awaitProject();
        robot.interact(
                () -> scene.window.services().session().wish(wishes -> wishes.withStack(Optional.of(Stack.VENV))));
        for (Step step : new Step[] {Step.SITUATION, Step.ADVICE, Step.PACKAGES}) {
            scene.walker.click("next").awaitStep(step);
        }
    }

    private void manyPackages() {
        Scene scene = scene();
        Path folder = scene.home.resolve("everything-at-once");
        List<String> packages = FixedComputer.popularPackages(400);
        write(folder.resolve("requirements.txt"), String.join("\n", packages));
        write(
                folder.resolve(
                        "an_analysis_with_a_very_long_name_that_goes_on_and_on_until_nobody_reads_it_to_its_end.py"),
                "import numpy\n");
        FixedComputer.modulesOf(packages)
                .forEach(module -> write(folder.resolve("use_" + module + ".py"), "import " + module + "\n"));
        robot.interact(() -> scene.window.services().session().open(folder));
        scene.walker.awaitProject();
        scene.take("1-project-400-packages");
        for (Step step : new Step[] {Step.SITUATION, Step.ADVICE, Step.PACKAGES}) {
            scene.walker.click("next").awaitStep(step);
        }
        scene.take("4-packages-400-packages");
    }

    /** The last step in each of its states. */
    private void trials() {
        Scene scene = scene();
        scene.walker.click("sample-" + options.sample()).awaitProject();
        robot.interact(
                () -> scene.window.services().session().wish(wishes -> wishes.withStack(Optional.of(Stack.DOCKER))));
        for (Step step : new Step[] {Step.SITUATION, Step.ADVICE, Step.PACKAGES, Step.OPTIONS, Step.FILES}) {
            scene.walker.click("next").awaitStep(step);
        }
        scene.walker.click("next").await("closing-card");
        scene.proofs
                .offering(
                        List.of("figures/map.png", "results/summary.csv", "results/by_year.csv"),
                        new ProofOffer.Key("OPENAI_API_KEY", true),
                        new ProofOffer.Key("CENSUS_KEY", false))
                .blockedBy(Optional.of(new Trouble(
                        "Docker is installed, but its engine does not run.",
                        "Start it, which takes a password, and look again.",
                        List.of(new Trouble.Fix.TypeCommand("sudo systemctl start docker")))));
        scene.walker.click("next").awaitStep(Step.TRIAL);
        scene.take("7-trial-obstacle");
        scene.proofs.blockedBy(Optional.of(new Trouble(
                "An image named map-analysis:latest is already there, and Specimen did not make it.",
                "Give this environment another name, or replace the image: it stays, but without its name.",
                List.of(new Trouble.Fix.ReplaceExisting("map-analysis:latest")))));
        scene.walker.click("look-again").awaitRest();
        scene.take("7-trial-name-taken");
        scene.proofs.blockedBy(Optional.empty());
        scene.walker.click("look-again").awaitRest();
        scene.take("7-trial-docker");
        scene.takeRest("7-trial-docker");
        jupyter(scene);
        underWay(scene);
        ended(scene, SampleProofs.reproduced(), "reproduced");
        scene.proofs.images().left(new ImageStore.Unused(7, 412_000_000));
        robot.interact(() -> ((TitledPane) scene.window.scene().getRoot().lookup("#image")).setExpanded(true));
        scene.walker.click("image-clean").await("image-clean-now");
        scene.walker.awaitRest();
        scene.takeRest("7-trial-image");
        scene.walker.click("image-leave").awaitRest();
        scene.desktop.willChoose(scene.home.resolve("map-analysis.tar"));
        scene.desktop.willChoose(scene.home.resolve("map-analysis.tar"));
        scene.walker.click("image-save").await("image-copy");
        scene.take("7-trial-image-saved");
        scene.proofs.images().takenAre(List.of("map-analysis:latest"));
        scene.walker.click("image-load").await("image-load-anyway");
        scene.take("7-trial-image-taken");
        scene.walker.click("image-leave").awaitRest();
        scene.walker.click("image-fetch").awaitRest();
        scene.take("7-trial-image-fetched");
        scene.proofs
                .images()
                .failWith(new OutsideFailure(
                        "Docker Hub takes no more anonymous downloads from this network for now. Wait some hours, or name a"
                                + " mirror in the settings."));
        scene.walker.click("image-fetch").awaitRest();
        scene.take("7-trial-image-failed");
        scene.proofs.freezing(Wishes.NONE.withOptions(Optional.of(Options.DEFAULT
                .withCommand(List.of("python", "access.py"))
                .withSystemPackages(List.of("libgeos-c1t64")))));
        scene.walker.click("freeze").await("write-change");
        scene.take("7-trial-freeze");
        scene.walker.click("leave-change").awaitRest();
        ended(scene, SampleProofs.differing(), "differs");
        ended(scene, SampleProofs.failing(), "failed");
        scene.walker.click("fix-libgl1").await("write-change");
        scene.walker.awaitRest();
        scene.take("7-trial-fix");
        scene.walker.click("leave-change").awaitRest();
        scene.proofs.playing((listener, progress) -> {
            SampleProofs.play(listener, Station.RUN);
            throw new OutsideFailure("The engine ended while the project ran. Start it, and build again.");
        });
        scene.walker.click("build-again").await("trial-error");
        scene.take("7-trial-broken");
    }

    private void jupyter(Scene scene) {
        CountDownLatch answers = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        scene.proofs.opening((listener, progress) -> {
            await(answers);
            listener.answers(new JupyterAddress(8888, "/lab", "0"), Optional.of(Path.of("open.html")));
            await(end);
            progress.checkCancelled();
        });
        robot.interact(() -> scene.window.services().session().reread());
        scene.walker.await("jupyter-open");
        scene.walker.awaitRest();
        scene.takeTop("7-trial-jupyter-offered");
        scene.walker.click("jupyter-open").await("jupyter-stop");
        scene.takeTop("7-trial-jupyter-starting");
        answers.countDown();
        scene.walker.await("jupyter-copy");
        scene.takeTop("7-trial-jupyter-up");
        scene.walker.click("jupyter-stop");
        end.countDown();
        scene.walker.await("jupyter-open");
        scene.proofs.opening((listener, progress) -> {
            listener.troubled(Station.RUN, JupyterStart.ABSENT);
            throw new NoSolution(JupyterStart.ABSENT.text());
        });
        scene.walker.click("jupyter-open").await("fix-JupyterLab");
        scene.takeTop("7-trial-jupyter-lacking");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void underWay(Scene scene) {
        CountDownLatch end = new CountDownLatch(1);
        scene.proofs.playing((listener, progress) -> {
            SampleProofs.play(listener, Station.BUILD);
            await(end);
            progress.checkCancelled();
            return SampleProofs.built();
        });
        scene.walker.click("next").await("log-lines");
        scene.walker.await(
                "what is done now",
                () -> scene.window.scene().getRoot().lookup("#now") instanceof Label now
                        && now.getText().contains("84"));
        scene.take("7-trial-under-way");
        scene.walker.click("log-seek").type("pandas").await("the line", () -> true);
        scene.take("7-trial-search");
        robot.interact(() -> scene.window.services().tasks().cancelAll());
        end.countDown();
        scene.walker.await("build-again");
        scene.take("7-trial-stopped");
    }

    private void ended(Scene scene, Proof proof, String name) {
        scene.proofs.playing((listener, progress) -> {
            SampleProofs.play(listener, proof.verdict() == Verdict.FAILED ? Station.IMPORTS : Station.REPORT);
            return proof;
        });
        scene.proofs.reporting(scene.home.resolve("reproducibility-report.html"));
        scene.walker.click("build-again").await("imports-list");
        scene.walker.awaitRest();
        scene.take("7-trial-" + name);
        scene.takeRest("7-trial-" + name);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A new window on a new disk. */
    private Scene scene() {
        FileSystem disk = Jimfs.newFileSystem(DISK);
        Path home = disk.getPath("/home/ada");
        new SettingsStore(UserFolders.of(Map.of(), home, OperatingSystem.LINUX))
                .save(Settings.DEFAULT
                        .withTheme(theme)
                        .withTextSize(options.text())
                        .withMotion(Motion.REDUCED));
        Window[] opened = new Window[1];
        ScriptedProofs proofs = new ScriptedProofs();
        FakeDesktop desktop = new FakeDesktop();
        robot.interact(() -> {
            Window window = new Window(
                    FixedComputer.surroundings(home, FixedComputer.CLOCK, desktop, proofs, background),
                    new javafx.scene.Scene(new Group(), options.width(), options.height()));
            stage.setScene(window.scene());
            stage.setX(0);
            stage.setY(0);
            stage.sizeToScene();
            stage.show();
            opened[0] = window;
        });
        return new Scene(opened[0], home, desktop, proofs);
    }

    /** A window, the person at it, and their home folder. */
    private final class Scene {

        private final Window window;
        private final Path home;
        private final FakeDesktop desktop;
        private final ScriptedProofs proofs;
        private final Walker walker;

        Scene(Window window, Path home, FakeDesktop desktop, ScriptedProofs proofs) {
            this.window = window;
            this.home = home;
            this.desktop = desktop;
            this.proofs = proofs;
            this.walker = new Walker(robot, window);
        }

        void takeIf(boolean wanted, String name) {
            if (wanted) {
                take(name);
            }
        }

        /** The page as it is seen, without the pointer over anything. */
        void take(String name) {
            robot.moveTo(
                    window.scene().getWindow().getX() + 2,
                    window.scene().getWindow().getY() + 2);
            walker.awaitPicture();
            save(name);
        }

        /** The page from its beginning, wherever it was. */
        void takeTop(String name) {
            walker.turnToTop();
            take(name);
        }

        /** What only the wheel brings into view. */
        void takeRest(String name) {
            for (int part = 2; walker.turnPage(); part++) {
                walker.awaitPicture();
                save(name + "-part-" + part);
            }
        }

        private void save(String name) {
            String file = name + (theme == Theme.DARK ? "-dark" : "") + ".png";
            Picture.of(robot, window.scene()).save(options.to().resolve(file));
        }
    }

    /** The step with its number, counted from 1. */
    private static String name(Step step) {
        return List.of(Step.values()).indexOf(step) + 1 + "-" + step.name().toLowerCase(Locale.ROOT);
    }
}
