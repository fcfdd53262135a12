package org.specimen.ui.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
    private final Executor afterAMoment;
    private final Map<Running, Work> underWay = new LinkedHashMap<>();
    private final List<Runnable> waitingForTheEnd = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Activity>> activity = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Joins the two sides as the other constructor does; work is shown as soon as it starts. */
    public TaskRunner(Executor background, Executor screen, Consumer<Throwable> log) {
        this(background, screen, log, Runnable::run);
    }

    /**
     * Joins the two sides.
     *
     * @param background where work is done
     * @param screen runs what it is given on the screen's thread, in order
     * @param log hears of every failure once
     * @param afterAMoment runs what it is given on the screen's thread, when work that is short is over
     */
    public TaskRunner(Executor background, Executor screen, Consumer<Throwable> log, Executor afterAMoment) {
        this.background = background;
        this.screen = screen;
        this.log = log;
        this.afterAMoment = afterAMoment;
    }

    /** Does everything at once, on the calling thread. */
    public static TaskRunner immediate() {
        return new TaskRunner(Runnable::run, Runnable::run, failure -> {});
    }

    /** What the work that was started last, and is not quiet or short, is doing; empty if none is under way. */
    public ReadOnlyObjectProperty<Optional<Activity>> activity() {
        return activity.getReadOnlyProperty();
    }

    /** Whether work is under way that the person started, shown or not. */
    public boolean isWorking() {
        return underWay.values().stream().anyMatch(work -> !work.task.byTheWay);
    }

    /** Whether work is under way that must not be stopped. */
    public boolean mustGoOn() {
        return underWay.values().stream().anyMatch(work -> work.task.toTheEnd);
    }

    /** Whether work is under way that must not be stopped, or has to put something away after it was. */
    public boolean mustBeAwaited() {
        return underWay.values().stream().anyMatch(work -> work.task.toTheEnd || work.task.cleansUp);
    }

    /** Does something on the screen's thread; may be called from any thread. */
    public void onScreen(Runnable action) {
        screen.execute(action);
    }

    /** Does something as soon as no work is under way that must be awaited. */
    public void afterTheEnd(Runnable action) {
        if (mustBeAwaited()) {
            waitingForTheEnd.add(action);
        } else {
            action.run();
        }
    }

    /** Cancels all work but the quiet, and what must not be stopped. */
    public void cancelAll() {
        cancel(work -> true);
    }

    /** Likewise, but leaves what was taken out of the bar: whoever cancels there does not mean it. */
    public void cancelAllInBar() {
        cancel(work -> !work.isHidden);
    }

    private void cancel(Predicate<Work> which) {
        List.copyOf(underWay.entrySet()).stream()
                .filter(entry -> !entry.getValue().task.toTheEnd && which.test(entry.getValue()))
                .forEach(entry -> entry.getKey().cancel());
    }

    /**
     * Takes work out of the bar at the bottom, where it would stand for hours: a server that is up. It is work all the same,
     * is cancelled like it, and awaited.
     */
    public void hide(Running running) {
        Work work = underWay.get(running);
        if (work != null) {
            work.isHidden = true;
            showNewest();
        }
    }

    <T> Running start(Tasks.Task<T> task) {
        Running running = new Running();
        if (!task.quiet) {
            underWay.put(running, new Work(task));
            afterAMoment.execute(() -> show(running));
        }
        Progress progress = task.quiet ? new Quiet(running) : new Shown(running, task);
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

    private void show(Running running) {
        Work work = underWay.get(running);
        if (work != null) {
            work.isShown = true;
            showNewest();
        }
    }

    private void showNewest() {
        Optional<Activity> newest = Optional.empty();
        for (Work one : underWay.values()) {
            newest = one.isShown && !one.isHidden ? Optional.of(one.latest) : newest;
        }
        activity.set(newest);
    }

    private void end(Tasks.Task<?> task, Running running, Runnable followUp) {
        underWay.remove(running);
        showNewest();
        try {
            if (running.isCancelled()) {
                task.cancelled.run();
            } else {
                followUp.run();
            }
        } finally {
            task.atTheEnd.run();
            goOnAfterTheEnd();
        }
    }

    private void goOnAfterTheEnd() {
        if (!mustBeAwaited() && !waitingForTheEnd.isEmpty()) {
            List<Runnable> actions = List.copyOf(waitingForTheEnd);
            waitingForTheEnd.clear();
            actions.forEach(Runnable::run);
        }
    }

    /** Work that is under way and not quiet. */
    private static final class Work {
        final Tasks.Task<?> task;
        Activity latest;
        boolean isShown;
        boolean isHidden;

        Work(Tasks.Task<?> task) {
            this.task = task;
            latest = new Activity(task.what, 0, 0, !task.toTheEnd);
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

        private final Tasks.Task<?> task;

        Shown(Running running, Tasks.Task<?> task) {
            super(running);
            this.task = task;
        }

        @Override
        public void doing(String what, long done, long total) {
            String words = total > 0 ? task.counted.words(what, done, total) : what;
            if (waiting.getAndSet(new Activity(words, done, total, !task.toTheEnd)) == null) {
                screen.execute(() -> {
                    Activity latest = waiting.getAndSet(null);
                    Work work = underWay.get(running);
                    if (latest != null && work != null) {
                        work.latest = latest;
                        showNewest();
                    }
                });
            }
        }
    }
}
