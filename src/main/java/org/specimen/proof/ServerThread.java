package org.specimen.proof;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

/** Runs to its end, beside its caller, what would keep it waiting. */
public final class ServerThread implements Progress {

    private final CompletableFuture<LiveServer.End> end = new CompletableFuture<>();
    private volatile boolean cancelled;

    private ServerThread() {}

    /**
     * Begins the work.
     *
     * @param work ends early when it is cancelled
     */
    public static ServerThread of(Function<Progress, LiveServer.End> work) {
        ServerThread begun = new ServerThread();
        Thread thread = new Thread(() -> begun.run(work), "runs a server");
        thread.setDaemon(true);
        thread.start();
        return begun;
    }

    private void run(Function<Progress, LiveServer.End> work) {
        try {
            end.complete(work.apply(this));
        } catch (Cancelled ended) {
            end.complete(LiveServer.End.CLOSED);
        } catch (Throwable failure) {
            // Whoever waits for the end is told.
            end.completeExceptionally(failure);
        }
    }

    /** As {@link LiveServer#end}. */
    public CompletableFuture<LiveServer.End> end() {
        return end;
    }

    public void cancel() {
        cancelled = true;
    }

    /** Whether it ended by then; how does not matter. */
    public boolean awaitEnd(long seconds) {
        try {
            end.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException failed) {
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void doing(String what, long done, long total) {}

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
