package org.specimen.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.specimen.task.Progress;

/** Cancels work when this process is asked to end, as by Ctrl-C, and lets it tidy up before the process is gone. */
final class Interruption implements Progress, AutoCloseable {

    /** What shells see of a program that Ctrl-C ended. */
    static final int STATUS = 130;

    /** How long tidying up may take, in seconds. */
    private static final long SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Progress told;
    private volatile boolean cancelled;
    private final Thread hook = new Thread(this::interrupt, "cancels the work");

    private Interruption(Progress told) {
        this.told = told;
    }

    static Interruption heard() {
        return heard(Progress.NONE);
    }

    /** @param told hears what is being done */
    static Interruption heard(Progress told) {
        Interruption heard = new Interruption(told);
        Runtime.getRuntime().addShutdownHook(heard.hook);
        return heard;
    }

    private void interrupt() {
        cancelled = true;
        try {
            ended.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void doing(String what, long done, long total) {
        told.doing(what, done, total);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void close() {
        ended.countDown();
        if (!cancelled) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endingNow) {
                // The process was asked to end this very moment, and the work is done.
            }
        }
    }
}
