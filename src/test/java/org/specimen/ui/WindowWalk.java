package org.specimen.ui;

import java.nio.file.Path;
import java.util.Map;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.app.FolderContents;
import org.specimen.ui.session.Step;
import org.specimen.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A person goes through the window, at a workplace that nobody used before. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // a stage, and what is in it, can be had only once JavaFX runs
abstract class WindowWalk {

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    Stage stage;
    Workplace workplace;
    Window window;
    Walker walker;

    /** Each walk begins with this; TestFX looks for its mark in the class itself only. */
    void show(Stage first) {
        Theme.loadFonts();
        stage = first;
        workplace = new Workplace(home, elsewhere, stage);
    }

    final void open(FxRobot robot) {
        window = workplace.open(robot);
        walker = new Walker(robot, window);
    }

    final void openSample(String sample, FxRobot robot) {
        open(robot);
        walker.click("sample-" + sample).awaitProject();
    }

    /** Clicks on Next until this step is there. */
    final void walkTo(Step wanted) {
        Step now = Walker.onScreen(() -> window.services().journey().current().get());
        for (Step step : Step.values()) {
            if (step.compareTo(now) > 0 && step.compareTo(wanted) <= 0) {
                walker.click("next").awaitStep(step);
            }
        }
    }

    /** Goes on to the files, writes them, and says what lies in the folder then. */
    final Map<String, String> writeTo(Path folder) {
        walkTo(Step.FILES);
        walker.click("next").await("closing-card");
        return FolderContents.of(folder);
    }
}
