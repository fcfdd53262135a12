package org.specimen.net;

import java.time.Duration;
import org.specimen.task.Progress;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

    /** Sleeps in short steps, so that cancelling ends it at once. */
    Pause REAL = (time, progress) -> {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            progress.checkCancelled();
            Thread.sleep(Math.min(20, Math.max(1, left / 1_000_000)));
        }
        progress.checkCancelled();
    };

    /**
     * Waits.
     *
     * @throws java.util.concurrent.CancellationException if nobody wants it any more
     */
    void pause(Duration time, Progress progress) throws InterruptedException;
}
