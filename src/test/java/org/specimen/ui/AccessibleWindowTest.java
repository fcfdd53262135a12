package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.ui.session.Step;
import org.specimen.ui.task.Failure;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Around the pages too, whoever hears the window is told what everything is for. */
@NeedsJavaFx
class AccessibleWindowTest extends WindowWalk {

    private static final String SAMPLE = "map-analysis";

    @Start
    @Override
    void show(Stage stage) {
        super.show(stage);
    }

    @Test
    void everyStepHasItsRailItsBarAndItsSide(FxRobot robot) {
        open(robot);
        assertNamed("settings");
        walker.click("sample-" + SAMPLE).awaitProject();
        assertNamed("settings", "next", "fold-layers", "step-project");

        for (Step step : List.of(Step.SITUATION, Step.ADVICE, Step.PACKAGES, Step.OPTIONS, Step.FILES)) {
            walker.click("next").awaitStep(step);
            assertNamed("settings", "back", "next", "fold-layers", "step-project");
        }
        walker.click("next").await("closing-card");
        assertNamed("open-folder", "show-files", "undo-write");
        walker.click("next").awaitStep(Step.TRIAL);
        assertNamed("back", "settings");
    }

    @Test
    void everySlabIsSaidWithItsStateAndExplained(FxRobot robot) {
        openAt(robot, Step.ADVICE);

        List<Node> slabs =
                Walker.onScreen(() -> List.copyOf(window.scene().getRoot().lookupAll(".layer-slab")));

        assertThat(slabs).hasSizeGreaterThan(4);
        assertThat(slabs).allSatisfy(slab -> {
            assertThat(slab.getAccessibleText()).isNotBlank().contains(": ");
            assertThat(slab.getAccessibleHelp()).isNotBlank();
            assertThat(slab.isFocusTraversable()).isTrue();
        });
    }

    @Test
    void thePopOverOfASlabLeavesNothingUnsaid(FxRobot robot) {
        openAt(robot, Step.ADVICE);
        walker.tabTo("fold-layers");

        walker.press(KeyCode.TAB).await("the pop-over", () -> popOvers().count() == 1);

        assertThat(Walker.onScreen(() -> SpokenNames.nameless(
                        popOvers().findFirst().orElseThrow().getScene().getRoot())))
                .isEmpty();
        walker.press(KeyCode.ESCAPE).await("its end", () -> popOvers().count() == 0);
    }

    @Test
    void whatIfIsNamedWithItsResult(FxRobot robot) {
        openAt(robot, Step.ADVICE);

        walker.click(() -> window.scene().getRoot().lookup("#what-if .chip")).await("what-if-keep");
        assertNamed("what-if-keep", "what-if-back", "what-if-question");

        walker.click("what-if-keep").await("what-if-undo");
        assertNamed("what-if-undo");
    }

    @Test
    void aFaultIsToldWithNamedButtons(FxRobot robot) {
        open(robot);

        robot.interact(() -> window.frame().tell(Failure.of(new IllegalStateException("broken"))));

        assertNamed("close-fault");
    }

    @Test
    void theErrorOfTheFilesHasNamedButtons(FxRobot robot) throws IOException {
        openAt(robot, Step.FILES);
        remove(FixedComputer.samples(home).resolve(SAMPLE));

        walker.click("next").await("files-error");

        assertNamed("look-again", "choose-folder");
    }

    @ParameterizedTest
    @EnumSource(Closing.Work.class)
    void theClosingQuestionIsNamed(Closing.Work work, FxRobot robot) {
        open(robot);
        Platform.runLater(() -> ClosingQuestion.ask(stage, work));
        walker.await("the question", () -> questions().count() == 1);

        DialogPane question = Walker.onScreen(() -> questions().findFirst().orElseThrow());

        assertThat(SpokenNames.heard(question)).hasSize(2);
        assertThat(SpokenNames.nameless(question)).isEmpty();
        assertThat(question.getHeaderText()).isNotBlank();
        assertThat(question.getContentText()).isNotBlank();
        walker.answer(KeyCode.ESCAPE).await("its end", () -> questions().count() == 0);
    }

    /** Everything in the window has a name, and these are there. */
    private void assertNamed(String... ids) {
        for (String id : ids) {
            walker.await(id);
        }
        Node root = window.scene().getRoot();
        assertThat(Walker.onScreen(() -> SpokenNames.nameless(root))).isEmpty();
        List<String> heard = Walker.onScreen(() -> SpokenNames.heard(root).stream()
                .map(node -> String.valueOf(node.getId()))
                .toList());
        assertThat(heard).contains(ids);
    }

    private void openAt(FxRobot robot, Step wanted) {
        openSample(SAMPLE, robot);
        walkTo(wanted);
    }

    private static Stream<PopOver> popOvers() {
        return javafx.stage.Window.getWindows().stream()
                .filter(PopOver.class::isInstance)
                .map(PopOver.class::cast);
    }

    private static Stream<DialogPane> questions() {
        return javafx.stage.Window.getWindows().stream()
                .map(javafx.stage.Window::getScene)
                .map(Scene::getRoot)
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
