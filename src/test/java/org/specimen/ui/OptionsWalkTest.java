package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.specimen.app.FolderContents;
import org.specimen.app.Project;
import org.specimen.app.Wishes;
import org.specimen.plan.Options;
import org.specimen.plan.Planner;
import org.specimen.ui.session.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A person changes options in the window, and gets the very files that the command line writes with them. */
@NeedsJavaFx
class OptionsWalkTest extends WindowWalk {

    private static final String SAMPLE = "data-analysis";

    @Start
    @Override
    void show(Stage stage) {
        super.show(stage);
    }

    @Test
    void commandAndNameAreTypedWithTheMouse(FxRobot robot) {
        openOptions(robot);

        walker.click("command").typeInstead("python analysis.py --seed 7");
        walker.click("name").typeInstead("thesis-2026");

        assertThat(write()).isEqualTo(written("thesis-2026", List.of("python", "analysis.py", "--seed", "7")));
    }

    @Test
    void commandAndNameAreTypedWithTheKeyboard(FxRobot robot) {
        openOptions(robot);
        int clicks = walker.clicks();

        walker.tabTo("command").typeInstead("python analysis.py --seed 7").press(KeyCode.ENTER);
        walker.tabTo("name").typeInstead("thesis-2026").press(KeyCode.ENTER).awaitRest();
        walker.press(KeyCode.SHORTCUT, KeyCode.ENTER).awaitStep(Step.FILES);
        walker.press(KeyCode.SHORTCUT, KeyCode.ENTER).await("closing-card");

        assertThat(FolderContents.of(workplace.sample(SAMPLE)))
                .isEqualTo(written("thesis-2026", List.of("python", "analysis.py", "--seed", "7")))
                .isNotEqualTo(workplace.written(SAMPLE, Wishes.NONE));
        assertThat(walker.clicks()).isEqualTo(clicks);
    }

    @Test
    void aNameThatCannotBeKeepsThePageAndTheKeyboard(FxRobot robot) {
        openOptions(robot);
        walker.click("name").typeInstead("my thesis");

        walker.press(KeyCode.SHORTCUT, KeyCode.ENTER).awaitRest();

        assertThat(window.services().journey().current().get()).isEqualTo(Step.OPTIONS);
        assertThat(walker.focus()).isEqualTo("name");
        assertThat(walker.sees("name-fault")).isTrue();
        walker.typeInstead("thesis");
        assertThat(write()).isEqualTo(workplace.written(SAMPLE, Wishes.NONE.withName(Optional.of("thesis"))));
    }

    @Test
    void theWayBackLeadsToWhatWasSuggested(FxRobot robot) {
        openOptions(robot);
        String suggested = text("command");
        walker.click("command")
                .typeInstead("python other.py")
                .press(KeyCode.ENTER)
                .awaitRest();

        walker.click("command-back").awaitRest();

        assertThat(text("command")).isEqualTo(suggested);
        assertThat(walker.sees("command-back")).isFalse();
        assertThat(write()).isEqualTo(workplace.written(SAMPLE, Wishes.NONE));
    }

    @Test
    void aCommandThatWasFoundIsTakenFromTheMenu(FxRobot robot) {
        openOptions(robot);
        walker.click("command")
                .typeInstead("python other.py")
                .press(KeyCode.ENTER)
                .awaitRest();

        walker.click("found-commands");
        OpenMenu menu = new OpenMenu(robot, walker);
        String found = menu.items().get(menu.items().size() - 1);
        menu.click(found);

        walker.await("the command", () -> text("command").equals(found)).awaitRest();
        assertThat(write().get("specimen.yml")).contains("analysis");
    }

    @Test
    void jupyterIsSwitchedWithTheKeyboard(FxRobot robot) {
        openOptions(robot);
        Options before = suggested();

        walker.choose("jupyter").awaitRest();

        assertThat(write())
                .isEqualTo(workplace.written(
                        SAMPLE, Wishes.NONE.withOptions(Optional.of(before.withJupyter(!before.jupyter())))))
                .isNotEqualTo(workplace.written(SAMPLE, Wishes.NONE));
    }

    private void openOptions(FxRobot robot) {
        openSample(SAMPLE, robot);
        walkTo(Step.OPTIONS);
    }

    private Map<String, String> write() {
        return writeTo(workplace.sample(SAMPLE));
    }

    private Map<String, String> written(String name, List<String> command) {
        return workplace.written(
                SAMPLE,
                Wishes.NONE
                        .withName(Optional.of(name))
                        .withOptions(Optional.of(suggested().withCommand(command))));
    }

    private Options suggested() {
        Project project = window.services().session().project().get().known().orElseThrow();
        return Planner.suggestedOptions(project.facts());
    }

    private String text(String id) {
        return Walker.onScreen(() -> ((TextInputControl) window.scene().lookup("#" + id)).getText());
    }
}
