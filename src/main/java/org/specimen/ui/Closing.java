package org.specimen.ui;

import java.util.function.Predicate;
import org.specimen.ui.task.TaskRunner;

/**
 * Lets the window close: after a question where work is under way, never in the middle of a write, and not before stopped
 * work has put its things away.
 */
final class Closing {

    /** What the question is about. */
    enum Work {
        /** It is stopped, and nothing of it is left. */
        STOPS,
        /** It goes on to its end, and the window closes then. */
        GOES_ON
    }

    private final TaskRunner tasks;
    private final Predicate<Work> question;
    private final Runnable keep;
    private final Runnable close;
    private boolean isAsking;
    private boolean isWaiting;

    /**
     * Closes a window.
     *
     * @param question whether the person wants to close all the same
     * @param keep keeps how far they came
     * @param close closes the window, without coming back here
     */
    Closing(TaskRunner tasks, Predicate<Work> question, Runnable keep, Runnable close) {
        this.tasks = tasks;
        this.question = question;
        this.keep = keep;
        this.close = close;
    }

    /**
     * Whether the window may close now. Where it has to wait for the end of a write, or until stopped work has put its
     * things away, it closes by itself after it. Whoever does not want to wait for the latter closes it once more.
     */
    boolean isAllowed() {
        if (isWaiting) {
            return !tasks.mustGoOn();
        }
        if (isAsking || !isWanted()) {
            return false;
        }
        tasks.cancelAll();
        keep.run();
        if (!tasks.mustBeAwaited()) {
            return true;
        }
        isWaiting = true;
        tasks.afterTheEnd(() -> {
            keep.run();
            close.run();
        });
        return false;
    }

    private boolean isWanted() {
        if (!tasks.isWorking()) {
            return true;
        }
        isAsking = true;
        try {
            return question.test(tasks.mustGoOn() ? Work.GOES_ON : Work.STOPS);
        } finally {
            isAsking = false;
        }
    }
}
