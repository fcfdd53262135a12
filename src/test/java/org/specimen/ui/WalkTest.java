package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.specimen.advice.AnswersFile;
import org.specimen.advice.Stack;
import org.specimen.app.FolderContents;
import org.specimen.app.Samples;
import org.specimen.app.Wishes;
import org.specimen.ui.session.Step;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person goes through the whole window, and gets the very files that the command line writes. */
@NeedsJavaFx
@ExtendWith(ApplicationExtension.class)
class WalkTest {

    private static final int MOST_CLICKS = 15;

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    // A stage can be had only once JavaFX runs.
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void show(Stage first) {
        Theme.loadFonts();
        stage = first;
    }

    static List<String> samples() {
        return Samples.all().stream().map(Samples.Sample::name).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsWalkedWithTheMouse(String sample, FxRobot robot) {
        Walker walker = new Walker(robot, open(robot));

        walker.click("sample-" + sample).awaitProject();
        for (Step step : List.of(Step.SITUATION, Step.ADVICE, Step.PACKAGES, Step.OPTIONS, Step.FILES)) {
            walker.click("next").awaitStep(step);
        }
        walker.click("next").await("closing-card");
        walker.click("next").awaitStep(Step.TRIAL);

        assertThat(FolderContents.of(folder(sample))).isEqualTo(written(sample, Wishes.NONE));
        assertThat(walker.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
        assertThat(((Button) walker.await("next")).getText()).startsWith("Build");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsWalkedWithTheKeyboardAlone(String sample, FxRobot robot) {
        Walker walker = new Walker(robot, open(robot));

        walker.choose("sample-" + sample).awaitProject();
        walker.choose("next").awaitStep(Step.SITUATION);
        for (Step step : List.of(Step.ADVICE, Step.PACKAGES, Step.OPTIONS, Step.FILES)) {
            walker.press(KeyCode.SHORTCUT, KeyCode.ENTER).awaitStep(step);
        }
        walker.press(KeyCode.ALT, KeyCode.LEFT).awaitStep(Step.OPTIONS);
        walker.choose("step-files").awaitStep(Step.FILES);
        walker.choose("next").await("closing-card");
        walker.press(KeyCode.SHORTCUT, KeyCode.ENTER).awaitStep(Step.TRIAL);

        assertThat(FolderContents.of(folder(sample))).isEqualTo(written(sample, Wishes.NONE));
        assertThat(walker.clicks()).isZero();
    }

    @Test
    void answersGivenInTheWindowCountAsThoseOfAFile(FxRobot robot) {
        Walker walker = new Walker(robot, open(robot));
        walker.click("sample-data-analysis").awaitProject().click("next").awaitStep(Step.SITUATION);

        walker.click("answer-horizon-years").awaitRest().click("answer-purpose-paper");
        writeFrom(walker, Step.ADVICE);

        assertThat(FolderContents.of(folder("data-analysis")))
                .isEqualTo(written(
                        "data-analysis",
                        Wishes.NONE.withAnswers(AnswersFile.read("answers.yml", "horizon: years\npurpose: paper\n"))))
                .isNotEqualTo(written("data-analysis", Wishes.NONE))
                .containsKey("Dockerfile");
    }

    @Test
    void answersAreGivenWithTheKeyboardToo(FxRobot robot) {
        Walker walker = new Walker(robot, open(robot));
        walker.choose("sample-data-analysis").awaitProject();
        walker.press(KeyCode.SHORTCUT, KeyCode.ENTER).awaitStep(Step.SITUATION);

        walker.chooseInGroup("answer-horizon-years").awaitRest();
        for (Step step : List.of(Step.ADVICE, Step.PACKAGES, Step.OPTIONS, Step.FILES)) {
            walker.press(KeyCode.SHORTCUT, KeyCode.ENTER).awaitStep(step);
        }
        walker.press(KeyCode.SHORTCUT, KeyCode.ENTER).await("closing-card");

        assertThatItIsWrittenForYears("data-analysis");
    }

    @Test
    void aHeldKeyGoesOneStep(FxRobot robot) {
        Window window = open(robot);
        Walker walker = new Walker(robot, window);
        walker.click("sample-data-analysis").awaitProject();

        robot.interact(() -> {
            for (int times = 0; times < 10; times++) {
                Event.fireEvent(window.frame().node(), controlEnter(KeyEvent.KEY_PRESSED));
            }
        });
        walker.awaitStep(Step.SITUATION);
        robot.interact(() -> {
            Event.fireEvent(window.frame().node(), controlEnter(KeyEvent.KEY_RELEASED));
            Event.fireEvent(window.frame().node(), controlEnter(KeyEvent.KEY_PRESSED));
        });

        walker.awaitStep(Step.ADVICE);
    }

    private static KeyEvent controlEnter(EventType<KeyEvent> type) {
        boolean isMac = System.getProperty("os.name", "").startsWith("Mac");
        return new KeyEvent(type, "", "", KeyCode.ENTER, false, !isMac, false, isMac);
    }

    @Test
    void aDoubleClickOnNextWritesNothing(FxRobot robot) {
        Walker walker = new Walker(robot, open(robot));
        walker.click("sample-data-analysis").awaitProject();
        for (Step step : List.of(Step.SITUATION, Step.ADVICE, Step.PACKAGES, Step.OPTIONS, Step.FILES)) {
            walker.click("next").awaitStep(step);
        }
        walker.click("back").awaitStep(Step.OPTIONS);
        Map<String, String> before = FolderContents.of(folder("data-analysis"));

        Node next = walker.await("next");
        // A robot is too slow on a loaded machine for its clicks to be a double click.
        robot.interact(() -> {
            for (int clicks = 1; clicks <= 2; clicks++) {
                Event.fireEvent(next, click(MouseEvent.MOUSE_PRESSED, clicks));
                Event.fireEvent(next, click(MouseEvent.MOUSE_RELEASED, clicks));
            }
        });
        walker.awaitStep(Step.FILES);

        assertThat(FolderContents.of(folder("data-analysis"))).isEqualTo(before);
        assertThat(walker.sees("closing-card")).isFalse();
        walker.click("next").await("closing-card");
    }

    private static MouseEvent click(EventType<MouseEvent> type, int clicks) {
        boolean isDown = type == MouseEvent.MOUSE_PRESSED;
        return new MouseEvent(
                type,
                1,
                1,
                0,
                0,
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                isDown,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    @Test
    void anotherStackIsTakenAsWithTheOption(FxRobot robot) {
        Walker walker = new Walker(robot, open(robot));
        walker.click("sample-map-analysis").awaitProject().click("next").awaitStep(Step.SITUATION);
        walker.click("next").awaitStep(Step.ADVICE);

        walker.click("stack-docker-conda").awaitRest();
        writeFrom(walker, Step.PACKAGES);

        assertThat(FolderContents.of(folder("map-analysis")))
                .isEqualTo(written("map-analysis", Wishes.NONE.withStack(Optional.of(Stack.DOCKER_CONDA))))
                .isNotEqualTo(written("map-analysis", Wishes.NONE));
    }

    @Test
    void undoingTheWriteBringsTheFolderBack(FxRobot robot) {
        Walker walker = new Walker(robot, open(robot));
        walker.click("sample-text-analysis").awaitProject();
        Map<String, String> before = FolderContents.of(folder("text-analysis"));
        writeFrom(walker, Step.SITUATION);
        assertThat(FolderContents.of(folder("text-analysis"))).isNotEqualTo(before);

        walker.click("undo-write").await("undone");

        assertThat(FolderContents.of(folder("text-analysis"))).isEqualTo(before);
    }

    @Test
    void anAnswerThatChangesMarksTheStepsAfterIt(FxRobot robot) {
        Walker walker = new Walker(robot, open(robot));
        walker.click("sample-map-analysis").awaitProject();
        for (Step step : List.of(Step.SITUATION, Step.ADVICE, Step.PACKAGES, Step.OPTIONS, Step.FILES)) {
            walker.click("next").awaitStep(step);
        }
        assertThat(isOutOfDate(walker, Step.ADVICE)).isFalse();

        walker.click("step-situation").awaitStep(Step.SITUATION);
        walker.click("answer-horizon-years").awaitRest();

        assertThat(Stream.of(Step.ADVICE, Step.PACKAGES, Step.OPTIONS, Step.FILES))
                .allMatch(step -> isOutOfDate(walker, step));
        assertThat(isOutOfDate(walker, Step.PROJECT)).isFalse();

        walker.click("undo").awaitRest();

        assertThat(Stream.of(Step.ADVICE, Step.FILES)).noneMatch(step -> isOutOfDate(walker, step));
    }

    @Test
    void aDraftGoesOnInTheNextWindow(FxRobot robot) {
        Window first = open(robot);
        Walker before = new Walker(robot, first);
        before.click("sample-data-analysis").awaitProject().click("next").awaitStep(Step.SITUATION);
        before.click("answer-horizon-years").awaitRest().click("next").awaitStep(Step.ADVICE);
        robot.interact(first::keepDraft);

        Walker walker = new Walker(robot, open(robot));
        walker.click("resume").awaitStep(Step.ADVICE);
        writeFrom(walker, Step.PACKAGES);

        assertThatItIsWrittenForYears("data-analysis");
    }

    @Test
    void settingsHoldInTheNextWindow(FxRobot robot) {
        Window first = open(robot);
        Walker walker = new Walker(robot, first);
        walker.click("settings").clickText("Dark").press(KeyCode.SHORTCUT, KeyCode.EQUALS);
        assertThat(first.preferences().dark().get()).isTrue();
        walker.await(
                "the settings' file",
                () -> FolderContents.of(home).values().stream()
                        .anyMatch(text -> text.contains("dark") && text.contains("120")));

        Window next = open(robot);

        assertThat(next.preferences().dark().get()).isTrue();
        assertThat(next.preferences().settings().get().textSize()).isEqualTo(120);
        new Walker(robot, next).click("settings").click("next").await("sample-map-analysis");
    }

    @Test
    void closingDuringWorkAsksOnce(FxRobot robot) {
        Window window = open(robot);
        CountDownLatch end = new CountDownLatch(1);
        robot.interact(() ->
                Tasks.create(progress -> awaited(end)).runOn(window.services().tasks()));
        Closing closing = SpecimenApplication.closing(window, stage);
        AtomicBoolean allowed = new AtomicBoolean(true);

        Platform.runLater(() -> allowed.set(closing.isAllowed()));
        Walker walker = new Walker(robot, window);
        walker.await("the question", () -> questions() == 1);
        // The answer that loses nothing is the one that Enter gives.
        walker.answer(KeyCode.ENTER).await("its end", () -> questions() == 0);
        walker.await("the answer", () -> !allowed.get());

        assertThat(window.isWorking()).isTrue();
        end.countDown();
        walker.awaitRest();
    }

    private static long questions() {
        return javafx.stage.Window.getWindows().stream()
                .filter(window -> window.getScene().getRoot() instanceof DialogPane)
                .count();
    }

    private static boolean awaited(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Clicks Next from one step to the end, and waits for the files. */
    private static void writeFrom(Walker walker, Step next) {
        for (Step step : Step.values()) {
            if (step.compareTo(next) >= 0 && step != Step.TRIAL) {
                walker.click("next").awaitStep(step);
            }
        }
        walker.click("next").await("closing-card");
    }

    private static boolean isOutOfDate(Walker walker, Step step) {
        Button button = (Button) walker.await("step-" + step.name().toLowerCase(Locale.ROOT));
        return button.getStyleClass().contains("out-of-date")
                && button.getAccessibleText().contains("changed");
    }

    private Window open(FxRobot robot) {
        return workplace().open(robot);
    }

    private Path folder(String sample) {
        return workplace().sample(sample);
    }

    private void assertThatItIsWrittenForYears(String sample) {
        Wishes forYears = Wishes.NONE.withAnswers(AnswersFile.read("answers.yml", "horizon: years\n"));
        assertThat(FolderContents.of(folder(sample))).isEqualTo(written(sample, forYears));
    }

    private Map<String, String> written(String sample, Wishes wishes) {
        return workplace().written(sample, wishes);
    }

    private Workplace workplace() {
        return new Workplace(home, elsewhere, stage);
    }
}
