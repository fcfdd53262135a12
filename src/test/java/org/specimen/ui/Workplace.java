package org.specimen.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.specimen.app.FolderContents;
import org.specimen.app.Project;
import org.specimen.app.Samples;
import org.specimen.app.Wishes;
import org.specimen.app.Workbench;
import org.specimen.task.Progress;
import org.specimen.ui.session.FakeDesktop;
import org.specimen.ui.session.Proofs;
import org.specimen.ui.session.ScriptedProofs;
import org.testfx.api.FxRobot;

/** Where a person opens the window, and what the command line would have written for them. */
final class Workplace {

    private static final Gate BACKGROUND = new Gate();
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Path home;
    private final Path elsewhere;
    private final Stage stage;
    private final FakeDesktop desktop = new FakeDesktop();
    private Proofs proofs = new ScriptedProofs();

    /**
     * A workplace.
     *
     * @param home the person's home folder
     * @param elsewhere where the command line writes
     */
    Workplace(Path home, Path elsewhere, Stage stage) {
        this.home = home;
        this.elsewhere = elsewhere;
        this.stage = stage;
    }

    FakeDesktop desktop() {
        return desktop;
    }

    /** What comes of building an environment here, in windows that are opened from now on. */
    void proveWith(Proofs wanted) {
        proofs = wanted;
    }

    Window open(FxRobot robot) {
        Window[] opened = new Window[1];
        robot.interact(() -> {
            Window window = new Window(
                    FixedComputer.surroundings(home, Clock.systemUTC(), desktop, proofs, BACKGROUND),
                    new Scene(new Group(), WIDTH, HEIGHT));
            stage.setScene(window.scene());
            stage.show();
            opened[0] = window;
        });
        return opened[0];
    }

    /** The folder that the window copies a sample to. */
    Path sample(String name) {
        return FixedComputer.samples(home).resolve(name);
    }

    /** What the line of verbs that the command line calls leaves in a folder of the same name. */
    Map<String, String> written(String sample, Wishes wishes) {
        return write(Samples.unpackInto(elsewhere.resolve(String.valueOf(wishes.hashCode())), sample), wishes);
    }

    /** The same for any project. */
    static Map<String, String> write(Path folder, Wishes wishes) {
        Workbench workbench = FixedComputer.WORKBENCH;
        Project project = workbench.open(folder, Progress.NONE);
        workbench.write(workbench.preview(project, wishes, Progress.NONE));
        return FolderContents.of(folder);
    }
}
