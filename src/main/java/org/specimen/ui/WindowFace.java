package org.specimen.ui;

import java.nio.file.Path;
import java.util.Optional;
import org.specimen.problem.OutsideFailure;

/** Opens the window. It loads no class of JavaFX before it knows that a window can open. */
public final class WindowFace {

    private WindowFace() {}

    /**
     * Returns when the window has been closed.
     *
     * @param folder the project to begin with
     * @throws OutsideFailure if no window can open here
     */
    public static void open(Optional<Path> folder) {
        Groundwork.begin();
        DisplayCheck check = DisplayCheck.ofThisComputer();
        check.obstacle().ifPresent(obstacle -> {
            throw obstacle;
        });
        try {
            JavaFxStart.toolkit();
        } catch (RuntimeException | LinkageError failed) {
            throw check.failed(failed);
        }
        JavaFxStart.application(folder);
    }
}
