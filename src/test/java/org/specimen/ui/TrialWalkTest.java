package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.specimen.advice.Stack;
import org.specimen.app.FolderContents;
import org.specimen.app.Proving;
import org.specimen.app.Samples;
import org.specimen.catalogue.Catalogue;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
import org.specimen.problem.NoSolution;
import org.specimen.proof.JupyterAddress;
import org.specimen.proof.JupyterStart;
import org.specimen.proof.LogLine;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;
import org.specimen.proof.docker.ImageStore;
import org.specimen.ui.session.Proofs;
import org.specimen.ui.session.SampleProofs;
import org.specimen.ui.session.ScriptedProofs;
import org.specimen.ui.session.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A person builds the environment, and runs the project in it, from the window. */
@NeedsJavaFx
class TrialWalkTest extends WindowWalk {

    private final ScriptedProofs proofs = new ScriptedProofs();

    @Start
    @Override
    void show(Stage stage) {
        super.show(stage);
    }

    private void openAtTrial(FxRobot robot, Path project, Stack stack, Optional<String> python) {
        open(robot);
        robot.interact(() -> window.services().session().open(project));
        walker.awaitProject();
        robot.interact(() -> window.services()
                .session()
                .wish(wishes -> wishes.withStack(Optional.of(stack)).withPython(python)));
        walker.awaitRest();
        writeTo(project);
        walker.click("next").awaitStep(Step.TRIAL);
    }

    private String title() {
        return Walker.onScreen(() -> ((Labeled) window.scene().getRoot().lookup(".page-title")).getText());
    }

    @Test
    void aVenvIsReallyMadeAndTheProjectReallyRunsInIt(FxRobot robot) throws IOException {
        MachineFacts machine = MachineProbe.probe();
        assumeThat(machine.pythons()).as("a Python on this computer").isNotEmpty();
        String[] version = machine.pythons().get(0).version().split("\\.", -1);
        Path project = Files.createDirectories(home.resolve("sums"));
        Files.writeString(
                project.resolve("analysis.py"),
                "with open('sums.csv', 'w') as out:\n    out.write('n,sum\\n10,55\\n')\n");
        Files.writeString(project.resolve("sums.csv"), "n,sum\n10,55\n");
        workplace.proveWith(Proofs.by(() -> Proving.ofThisComputer(Catalogue.open(), () -> machine)));
        openAtTrial(robot, project, Stack.VENV, Optional.of(version[0] + "." + version[1]));

        walker.click("trial-command").typeInstead("python analysis.py");
        walker.click("result-path").type("sums.csv").click("add-result").awaitRest();
        walker.click("next").await("set-out");

        assertThat(title()).isEqualTo("It reproduced");
        assertThat(project.resolve(".venv")).isDirectory();
        assertThat(project.resolve("sums.csv")).hasContent("n,sum\n10,55\n");
        assertThat(walker.sees("report")).isTrue();
    }

    @Test
    void aMissingLibraryIsAddedAtAClickAndTheBuildGoesOn(FxRobot robot) {
        proofs.playing((listener, progress) -> SampleProofs.failing());
        workplace.proveWith(proofs);
        Path project = Samples.unpackInto(home, "text-analysis");
        openAtTrial(robot, project, Stack.DOCKER, Optional.empty());

        walker.click("next").await("fix-libgl1");
        proofs.playing((listener, progress) -> SampleProofs.built());
        walker.click("fix-libgl1")
                .click("write-change")
                .await("the second build", () -> proofs.wished().size() == 2);
        walker.awaitRest();

        assertThat(title()).isEqualTo("The environment works");
        assertThat(project.resolve("Dockerfile")).content().contains("libgl1");
    }

    @Test
    void whatBuildsLeftIsToldBeforeItIsRemoved(FxRobot robot) {
        proofs.images().left(new ImageStore.Unused(7, 412_000_000));
        workplace.proveWith(proofs);
        openAtTrial(robot, Samples.unpackInto(home, "text-analysis"), Stack.DOCKER, Optional.empty());
        walker.click("image").await("image-clean");

        walker.click("image-clean").await("image-clean-now");
        assertThat(proofs.images().asked()).containsExactly("unused");
        walker.click("image-clean-now")
                .await("the removal", () -> proofs.images().asked().contains("clean"));
    }

    @Test
    void cancelInTheBarStopsTheTrial(FxRobot robot) {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean cleaned = new AtomicBoolean();
        proofs.playing((listener, progress) -> {
            SampleProofs.play(listener, Station.BUILD);
            begun.countDown();
            while (!progress.isCancelled()) {
                Thread.onSpinWait();
            }
            cleaned.set(true);
            progress.checkCancelled();
            return SampleProofs.built();
        });
        workplace.proveWith(proofs);
        Path project = Samples.unpackInto(home, "text-analysis");
        openAtTrial(robot, project, Stack.DOCKER, Optional.empty());
        Map<String, String> before = FolderContents.of(project);

        walker.click("next").await("the build", () -> begun.getCount() == 0);
        walker.click("cancel").await("build-again");

        assertThat(title()).isEqualTo("Stopped");
        assertThat(cleaned).isTrue();
        assertThat(FolderContents.of(project)).isEqualTo(before);
    }

    @Test
    void jupyterIsOpenedWithTheKeyboardAndIsOverBeforeTheWindowCloses(FxRobot robot) {
        JupyterAddress address = new JupyterAddress(8888, "/lab", "0a1b2c");
        Path page = home.resolve("open.html");
        AtomicBoolean isOver = new AtomicBoolean();
        CountDownLatch closed = new CountDownLatch(1);
        proofs.opening((listener, progress) -> {
            listener.answers(address, Optional.of(page));
            while (!progress.isCancelled()) {
                Thread.onSpinWait();
            }
            isOver.set(true);
            progress.checkCancelled();
        });
        workplace.proveWith(proofs);
        openAtTrial(robot, Samples.unpackInto(home, "text-analysis"), Stack.DOCKER, Optional.empty());
        walker.await("jupyter-open");

        walker.tabTo("jupyter-open").press(KeyCode.SPACE).await("jupyter-address");
        assertThat(workplace.desktop().opened()).containsExactly(page);
        assertThat(walker.sees("cancel")).as("the bar says that it works").isFalse();
        walker.tabTo("jupyter-copy").press(KeyCode.SPACE);
        assertThat(workplace.desktop().copied()).containsExactly(address.full());

        Closing closing = new Closing(window.services().tasks(), work -> true, () -> {}, closed::countDown);
        robot.interact(() -> assertThat(closing.isAllowed()).isFalse());
        walker.await("the window closes", () -> closed.getCount() == 0);
        assertThat(isOver).isTrue();
    }

    @Test
    void jupyterLabIsAddedAtAClickWhereItIsNotAmongThePackages(FxRobot robot) throws IOException {
        proofs.opening((listener, progress) -> {
            listener.troubled(Station.RUN, JupyterStart.ABSENT);
            throw new NoSolution(JupyterStart.ABSENT.text());
        });
        workplace.proveWith(proofs);
        Path project = Files.createDirectories(home.resolve("sums"));
        Files.writeString(project.resolve("analysis.py"), "import numpy\n");
        openAtTrial(robot, project, Stack.DOCKER, Optional.empty());

        walker.click("jupyter-open")
                .click("fix-JupyterLab")
                .click("write-change")
                .await("the build", () -> proofs.wished().size() == 2);
        walker.awaitRest();

        assertThat(project.resolve("requirements.in")).content().contains("jupyterlab==");
        assertThat(walker.sees("jupyter-open")).isTrue();
    }

    @Test
    void theLogIsSearchedAndFoldedWithTheKeyboard(FxRobot robot) {
        proofs.playing((listener, progress) -> {
            SampleProofs.play(listener, Station.REPORT);
            return SampleProofs.reproduced();
        });
        workplace.proveWith(proofs);
        openAtTrial(robot, Samples.unpackInto(home, "text-analysis"), Stack.DOCKER, Optional.empty());
        walker.click("next").await("log-lines");
        walker.awaitRest();

        walker.press(KeyCode.SHORTCUT, KeyCode.F).type("SHAPELY").await("it is found", () -> found().equals("1 of 2"));
        walker.press(KeyCode.ENTER).await("the next one", () -> found().equals("2 of 2"));
        int rows = rows();
        walker.tabTo("log-lines").press(KeyCode.HOME).press(KeyCode.LEFT);

        assertThat(rows()).isLessThan(rows - 10);
    }

    private String found() {
        return ((Labeled) window.scene().getRoot().lookup("#log-found")).getText();
    }

    private int rows() {
        return Walker.onScreen(() -> ((ListView<?>) window.scene().getRoot().lookup("#log-lines"))
                .getItems()
                .size());
    }

    /** One after the other, each while its program waits; prints how long that took, of which a tenth of a second is wanted. */
    @Test
    void eachLineThatIsSaidShowsBeforeTheNext(FxRobot robot) {
        List<Double> delays = new CopyOnWriteArrayList<>();
        proofs.playing((listener, progress) -> {
            listener.stationChanged(Station.RUN, StationState.RUNNING, "", Duration.ZERO);
            for (int i = 1; i <= 200; i++) {
                String text = "epoch " + i + " of 200";
                CountDownLatch shown = new CountDownLatch(1);
                AwaitedLine awaited = new AwaitedLine(text, shown);
                long said = System.nanoTime();
                Platform.runLater(awaited::begin);
                listener.logged(new LogLine(Station.RUN, LogLine.Source.OUTPUT, text));
                await(shown);
                delays.add((System.nanoTime() - said) / 1e6);
            }
            return SampleProofs.built();
        });
        workplace.proveWith(proofs);
        openAtTrial(robot, Samples.unpackInto(home, "text-analysis"), Stack.DOCKER, Optional.empty());

        walker.click("next").await("set-out");

        List<Double> sorted = delays.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "a line of the log shows after %.0f ms (median), %.0f ms (95 of 100), %.0f ms (longest)%n",
                sorted.get(100),
                sorted.get(190),
                sorted.get(199));
        assertThat(sorted).hasSize(200);
    }

    private static void await(CountDownLatch event) {
        try {
            assertThat(event.await(60, TimeUnit.SECONDS)).as("it came").isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks, each time that the window was laid out for a picture, whether a line of the log is in view. */
    private final class AwaitedLine implements Runnable {
        private final String text;
        private final CountDownLatch shown;

        AwaitedLine(String text, CountDownLatch shown) {
            this.text = text;
            this.shown = shown;
        }

        void begin() {
            window.scene().addPostLayoutPulseListener(this);
        }

        @Override
        public void run() {
            boolean isInView = window.scene().getRoot().lookupAll(".log-cell").stream()
                    .anyMatch(cell -> cell.isVisible() && text.equals(((Labeled) cell).getText()));
            if (isInView) {
                shown.countDown();
                window.scene().removePostLayoutPulseListener(this);
            }
        }
    }

    /** Prints the longest time in which the window would not answer. */
    @Test
    void aFloodOfLinesLeavesRoomForPictures(FxRobot robot) {
        int lines = 250_000;
        proofs.playing((listener, progress) -> {
            listener.stationChanged(Station.RUN, StationState.RUNNING, "", Duration.ZERO);
            for (int i = 1; i <= lines; i++) {
                listener.logged(new LogLine(
                        Station.RUN, LogLine.Source.OUTPUT, "line " + i + " of what a long computation says"));
            }
            return SampleProofs.built();
        });
        workplace.proveWith(proofs);
        openAtTrial(robot, Samples.unpackInto(home, "text-analysis"), Stack.DOCKER, Optional.empty());
        Pulses pulses = new Pulses();
        robot.interact(pulses::start);

        walker.click("next").await("set-out");
        walker.awaitPicture();
        walker.await("the last line", () -> rows() >= 190_000);
        robot.interact(pulses::stop);

        assertThat(pulses.busy).as("pictures in between").hasSizeGreaterThan(10);
        System.out.printf(
                "a flood of %d lines: at most %d ms of work for one picture, %d ms from one to the next%n",
                lines, Collections.max(pulses.busy), Collections.max(pulses.apart));
    }

    /** Notes how long the thread of the screen worked from each picture to the next, in milliseconds. */
    private static final class Pulses extends AnimationTimer {
        private final List<Long> busy = new CopyOnWriteArrayList<>();
        private final List<Long> apart = new CopyOnWriteArrayList<>();
        private long lastBusy = -1;
        private long last;

        @Override
        public void handle(long now) {
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (lastBusy >= 0) {
                busy.add((cpu - lastBusy) / 1_000_000);
                apart.add((now - last) / 1_000_000);
            }
            lastBusy = cpu;
            last = now;
        }
    }
}
