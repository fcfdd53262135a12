package org.specimen.task;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Cancels work when this process is asked to end, as by Ctrl-C, and lets it tidy up before the process is gone. */
public final class Interruption implements Progress, AutoCloseable {

    /** What shells see of a program that Ctrl-C ended. */
    public static final int STATUS = 130;

    /** How long tidying up may take, in seconds. */
    private static final long SECONDS = 60;

    private final Progress progress;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean cancelled;
    private final Thread hook = new Thread(this::interrupt, "cancels what is under way");

    private Interruption(Progress progress) {
        this.progress = progress;
    }

    /**
     * Hears of the end of the process until it is closed.
     *
     * @param progress of the same work: it cancels it too, and hears how far it is
     */
    public static Interruption heard(Progress progress) {
        Interruption heard = new Interruption(progress);
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
        progress.doing(what, done, total);
    }

    @Override
    public boolean isCancelled() {
        return cancelled || progress.isCancelled();
    }

    /** Lets the process end: what was begun has been put away. */
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
