package org.specimen.proof.docker;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.specimen.problem.OutsideFailure;
import org.specimen.task.Progress;

/**
 * Work that waits for an engine in calls that cannot be interrupted. It is done on a thread of its own, and who cancels it
 * hangs up the engine and waits no longer than a moment.
 */
final class CancellableWork {

    private static final long MILLISECONDS_BETWEEN_LOOKS = 50;
    private static final long SECONDS_TO_END = 10;

    private CancellableWork() {}

    /**
     * Does it.
     *
     * @param engine is closed where the work is not wanted any more
     * @throws org.specimen.task.Cancelled if it was cancelled
     */
    static <T> T with(Engine engine, Progress progress, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "asks the engine");
        thread.setDaemon(true);
        thread.start();
        try {
            while (true) {
                try {
                    return task.get(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    if (progress.isCancelled()) {
                        hangUp(engine, thread);
                        progress.checkCancelled();
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            engine.close();
            Thread.currentThread().interrupt();
            throw new OutsideFailure(Texts.get("interrupted"), interrupted);
        } catch (ExecutionException failed) {
            progress.checkCancelled();
            throw failed.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(failed.getCause());
        }
    }

    private static void hangUp(Engine engine, Thread thread) throws InterruptedException {
        engine.close();
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
    }
}
