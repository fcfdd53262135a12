package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specimen.advice.Stack;
import org.specimen.app.FolderContents;
import org.specimen.app.Proving;
import org.specimen.catalogue.Catalogue;
import org.specimen.format.RequirementsFile;
import org.specimen.index.FakePyPi;
import org.specimen.index.Wheels;
import org.specimen.machine.MachineProbe;
import org.specimen.proof.docker.TestEngine;
import org.specimen.ui.session.Proofs;
import org.specimen.ui.session.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A person builds an image from the window, on a real engine, with packages of the test's own on loopback. */
@NeedsJavaFx
class TrialEngineIT extends WindowWalk {

    private static final String NAME = "specimen-it-window";

    /** The person's own files have this; its wheel here needs a library that is not in the image. */
    private static final String PACKAGE = "tqdm";

    private final FakePyPi index = new FakePyPi();
    private final CountDownLatch over = new CountDownLatch(1);
    private Path project = Path.of(".");

    @Start
    @Override
    void show(Stage first) {
        super.show(first);
    }

    @BeforeEach
    void write(FxRobot robot) throws IOException {
        TestEngine.tags();
        project = Files.createDirectories(home.resolve(NAME));
        Files.writeString(project.resolve("analysis.py"), "import tqdm\n");
        Files.writeString(project.resolve("requirements.in"), PACKAGE + "\n");
        workplace.proveWith(Proofs.by(() -> new Proving(
                Catalogue.open(),
                MachineProbe::probe,
                Map.of("PIP_INDEX_URL", index.simple().toString()),
                stack -> TestEngine.maker(),
                InstantSource.system(),
                Optional::empty)));
        open(robot);
        robot.interact(() -> window.services().session().open(project));
        walker.awaitProject();
        robot.interact(() -> window.services()
                .session()
                .wish(wishes -> wishes.withStack(Optional.of(Stack.DOCKER)).withPython(Optional.of("3.13"))));
        walker.awaitRest();
        writeTo(project);
    }

    @AfterEach
    void forget() throws IOException {
        over.countDown();
        index.close();
        TestEngine.forget(NAME);
        TestEngine.forget(base());
    }

    /** The Debian of the tests under the name that the Dockerfile asks for: one that no other test uses. */
    private String base() throws IOException {
        return Files.readAllLines(project.resolve("Dockerfile")).stream()
                .filter(line -> line.startsWith("FROM "))
                .findFirst()
                .orElseThrow()
                .substring("FROM ".length());
    }

    private String version() throws IOException {
        return RequirementsFile.parse(Files.readString(project.resolve("requirements.txt"))).lines().stream()
                .filter(RequirementsFile.Wanted.class::isInstance)
                .map(line -> ((RequirementsFile.Wanted) line).requirement())
                .filter(wanted -> wanted.name().value().equals(PACKAGE))
                .findFirst()
                .orElseThrow()
                .specifiers()
                .toString()
                .replace("==", "");
    }

    private String title() {
        return Walker.onScreen(() -> ((Labeled) window.scene().getRoot().lookup(".page-title")).getText());
    }

    /** The folders of ours among the temporary ones. */
    private static List<String> temporaries() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            String ours = "-" + ProcessHandle.current().pid() + "-";
            return all.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.startsWith("specimen-") && name.contains(ours))
                    .toList();
        }
    }

    /** Begins a build of which a step never ends: pip waits for a package that does not come. */
    private void beginEndlessBuild() throws Exception {
        TestEngine.provide(base());
        CountDownLatch asked = new CountDownLatch(1);
        index.server().page("/simple/" + PACKAGE + "/", exchange -> {
            asked.countDown();
            try {
                over.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
        walker.click("next").awaitStep(Step.TRIAL).awaitRest();
        walker.click("next");
        assertThat(asked.await(60, TimeUnit.SECONDS))
                .as("pip asks for the package")
                .isTrue();
        assertThat(TestEngine.containers(NAME)).hasSize(1);
    }

    private void assertNothingIsLeft(Map<String, String> before) throws IOException {
        assertThat(TestEngine.containers(NAME)).isEmpty();
        assertThat(TestEngine.tags()).doesNotContain(NAME + ":latest");
        assertThat(temporaries()).isEmpty();
        assertThat(FolderContents.of(project)).isEqualTo(before);
    }

    @Test
    void aStepThatHangsEndsWhenThePersonCancels() throws Exception {
        Map<String, String> before = FolderContents.of(project);
        beginEndlessBuild();

        walker.click("cancel").await("build-again");

        assertThat(title()).isEqualTo("Stopped");
        assertNothingIsLeft(before);
    }

    @Test
    void aWindowThatIsClosedDuringABuildLeavesNothing(FxRobot robot) throws Exception {
        Map<String, String> before = FolderContents.of(project);
        beginEndlessBuild();
        CountDownLatch closed = new CountDownLatch(1);
        Closing closing = new Closing(
                window.services().tasks(), work -> work == Closing.Work.STOPS, window::keepDraft, closed::countDown);

        robot.interact(() ->
                assertThat(closing.isAllowed()).as("it waits for the engine").isFalse());

        assertThat(closed.await(60, TimeUnit.SECONDS)).as("it closes by itself").isTrue();
        assertNothingIsLeft(before);
    }

    /** No mirror of Debian can be asked from here: a program in the place of apt-get brings the library. */
    @Test
    void aLibraryThatIsMissingIsAddedAtAClickAndTheImageBuiltAgain() throws Exception {
        TestEngine.provide(base(), """
                printf '%s\\n' '#!/bin/sh' \\
                  'case "$*" in *libgl1*) cp /lib/*-linux-gnu/libz.so.1 /usr/lib/libGL.so.1; ldconfig;; esac' \\
                  > /usr/bin/apt-get
                """);
        Wheels.serve(
                index, PACKAGE, version(), Map.of("tqdm.py", "import ctypes\nctypes.CDLL('libGL.so.1')\n"), List.of());
        walker.click("next").awaitStep(Step.TRIAL).awaitRest();

        walker.click("next").await("fix-libgl1");
        assertThat(title()).isEqualTo("It failed here");
        walker.click("fix-libgl1").click("write-change").await("freeze");

        assertThat(title()).isEqualTo("The environment works");
        assertThat(project.resolve("Dockerfile")).content().contains("libgl1");
        assertThat(TestEngine.containers(NAME)).isEmpty();
        assertThat(temporaries()).isEmpty();
    }
}
