package org.specimen.ui.task;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.specimen.task.Progress;

/**
 * Builds work that runs in the background and answers on the screen's thread:
 *
 * <pre>{@code
 * Tasks.create(progress -> workbench.open(folder, progress))
 *         .onSuccess(this::show)
 *         .onError(this::explain)
 *         .runOn(runner);
 * }</pre>
 */
public final class Tasks {

    private Tasks() {}

    public static <T> Task<T> create(Function<Progress, T> work) {
        return new Task<>(work);
    }

    /** Work with what shall follow it. Each of these is called on the screen's thread, at most once. */
    public static final class Task<T> {
        final Function<Progress, T> work;
        Consumer<T> success = result -> {};
        Consumer<Failure> error = failure -> {};
        Runnable cancelled = () -> {};
        Runnable atTheEnd = () -> {};
        Counted counted = TaskRunner::counted;
        String what = "";
        boolean quiet;
        boolean byTheWay;
        boolean toTheEnd;
        boolean cleansUp;

        private Task(Function<Progress, T> work) {
            this.work = work;
        }

        public Task<T> onSuccess(Consumer<T> action) {
            success = action;
            return this;
        }

        public Task<T> onError(Consumer<Failure> action) {
            error = action;
            return this;
        }

        public Task<T> onCancel(Runnable action) {
            cancelled = action;
            return this;
        }

        /** However it ended. */
        public Task<T> andFinally(Runnable action) {
            atTheEnd = action;
            return this;
        }

        /** Says in words of its own how far it came. */
        public Task<T> counting(Counted words) {
            counted = words;
            return this;
        }

        /** Says what is done, until the work itself says more. */
        public Task<T> saying(String words) {
            what = words;
            return this;
        }

        /** Follows by itself from what the person decides: nobody is asked before it is stopped. */
        public Task<T> byTheWay() {
            byTheWay = true;
            return this;
        }

        /** Is never stopped halfway, neither by Cancel nor by closing the window. */
        public Task<T> toTheEnd() {
            toTheEnd = true;
            return this;
        }

        /** Can be stopped, and has something to put away then: the window waits for it. */
        public Task<T> cleaningUp() {
            cleansUp = true;
            return this;
        }

        /** Leaves the bar at the bottom alone: for work of some milliseconds that nobody asked for. */
        public Task<T> quietly() {
            quiet = true;
            return this;
        }

        public Running runOn(TaskRunner runner) {
            return runner.start(this);
        }
    }

    /** Says how far work came, where it is known how much there is. */
    @FunctionalInterface
    public interface Counted {
        String words(String what, long done, long total);
    }

    static boolean isCancellation(Throwable cause) {
        return cause instanceof CancellationException;
    }
}
