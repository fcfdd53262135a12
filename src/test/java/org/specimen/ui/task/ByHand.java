package org.specimen.ui.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/** A background and a screen that do a piece of work only when they are told to. */
public final class ByHand {

    private final Queue background = new Queue();
    private final Queue screen = new Queue();
    private final List<Throwable> logged = new ArrayList<>();
    private final TaskRunner runner = new TaskRunner(background, screen, logged::add);

    public TaskRunner runner() {
        return runner;
    }

    /** One that shows work only when it is told that a moment is over. */
    public TaskRunner runner(Executor afterAMoment) {
        return new TaskRunner(background, screen, logged::add, afterAMoment);
    }

    /** What the log heard of. */
    public List<Throwable> logged() {
        return logged;
    }

    /** Does the oldest piece of work that waits in the background. */
    public void work() {
        background.one();
    }

    /** Does the newest first, as threads may. */
    public void workOnTheNewest() {
        background.newest();
    }

    /** Lets the screen do all that waits for it. */
    public void show() {
        screen.all();
    }

    /** Until nothing waits any more, on either side. */
    public void finish() {
        while (background.waits() || screen.waits()) {
            background.all();
            screen.all();
        }
    }

    public int waitingOnScreen() {
        return screen.waiting.size();
    }

    private static final class Queue implements Executor {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public void execute(Runnable work) {
            waiting.addLast(work);
        }

        boolean waits() {
            return !waiting.isEmpty();
        }

        void one() {
            waiting.removeFirst().run();
        }

        void newest() {
            waiting.removeLast().run();
        }

        void all() {
            while (waits()) {
                one();
            }
        }
    }
}
