package org.specimen.ui.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.specimen.task.Progress;
import org.specimen.ui.text.Texts;

/** Runs work in the background and brings its results to the screen's thread. Its methods are called on that thread. */
public final class TaskRunner {

    private static final Texts TEXTS = Texts.of(TaskRunner.class);

    private final Executor background;
    private final Executor screen;
    private final Consumer<Throwable> log;
    private final Map<Running, Activity> shown = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Activity>> activity = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Joins the two sides.
     *
     * @param background where work is done
     * @param screen runs what it is given on the screen's thread, in order
     * @param log hears of every failure once
     */
    public TaskRunner(Executor background, Executor screen, Consumer<Throwable> log) {
        this.background = background;
        this.screen = screen;
        this.log = log;
    }

    /** Does everything at once, on the calling thread. */
    public static TaskRunner immediate() {
        return new TaskRunner(Runnable::run, Runnable::run, failure -> {});
    }

    /** What the work that was started last, and is not quiet, is doing; empty if none is under way. */
    public ReadOnlyObjectProperty<Optional<Activity>> activity() {
        return activity.getReadOnlyProperty();
    }

    /** Cancels all work but the quiet. */
    public void cancelAll() {
        List.copyOf(shown.keySet()).forEach(Running::cancel);
    }

    <T> Running start(Tasks.Task<T> task) {
        Running running = new Running();
        if (!task.quiet) {
            shown.put(running, Activity.BEGINNING);
            showNewest();
        }
        Progress progress = task.quiet ? new Quiet(running) : new Shown(running, task.counted);
        try {
            background.execute(() -> {
                Runnable followUp = followUp(task, running, progress);
                screen.execute(() -> end(task, running, followUp));
            });
        } catch (RejectedExecutionException notStarted) {
            log.accept(notStarted);
            screen.execute(() -> end(task, running, () -> task.error.accept(Failure.of(notStarted))));
        }
        return running;
    }

    /** Does the work; what is to follow is left for the screen, so that its own faults are not taken for the work's. */
    private <T> Runnable followUp(Tasks.Task<T> task, Running running, Progress progress) {
        try {
            T result = task.work.apply(progress);
            return () -> task.success.accept(result);
        } catch (Throwable failure) {
            // Whatever happened is told on the screen and to the log; nothing is swallowed.
            if (Tasks.isCancellation(failure)) {
                running.cancel();
            } else {
                log.accept(failure);
            }
            return () -> task.error.accept(Failure.of(failure));
        }
    }

    static String counted(String what, long done, long total) {
        return TEXTS.get("counted", what, done, total);
    }

    private void showNewest() {
        Optional<Activity> newest = Optional.empty();
        for (Activity one : shown.values()) {
            newest = Optional.of(one);
        }
        activity.set(newest);
    }

    private void end(Tasks.Task<?> task, Running running, Runnable followUp) {
        shown.remove(running);
        showNewest();
        try {
            if (running.isCancelled()) {
                task.cancelled.run();
            } else {
                followUp.run();
            }
        } finally {
            task.atTheEnd.run();
        }
    }

    private static class Quiet implements Progress {
        final Running running;

        Quiet(Running running) {
            this.running = running;
        }

        @Override
        public void doing(String what, long done, long total) {}

        @Override
        public boolean isCancelled() {
            return running.isCancelled();
        }
    }

    /** Tells the screen the latest only, however often it is called. */
    private final class Shown extends Quiet {
        private final AtomicReference<@Nullable Activity> waiting = new AtomicReference<>();

        private final Tasks.Counted counted;

        Shown(Running running, Tasks.Counted counted) {
            super(running);
            this.counted = counted;
        }

        @Override
        public void doing(String what, long done, long total) {
            String words = total > 0 ? counted.words(what, done, total) : what;
            if (waiting.getAndSet(new Activity(words, done, total)) == null) {
                screen.execute(() -> {
                    Activity latest = waiting.getAndSet(null);
                    if (latest != null && shown.replace(running, latest) != null) {
                        showNewest();
                    }
                });
            }
        }
    }
}
