package org.specimen.proof.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.specimen.task.Progress;

/**
 * An answer of an engine that comes bit by bit. Closing it makes docker-java report a failure and then the end, so that
 * it is kept here that nobody wants it any more.
 */
final class Conversation<T> implements ResultCallback<T> {

    private static final long MILLISECONDS_BETWEEN_LOOKS = 50;
    private static final long SECONDS_TO_END = 10;

    private final Consumer<T> listener;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable Closeable connection;
    private boolean unwanted;

    Conversation(Consumer<T> listener) {
        this.listener = listener;
    }

    @Override
    public void onStart(Closeable closeable) {
        boolean closeNow;
        synchronized (this) {
            connection = closeable;
            closeNow = unwanted;
        }
        started.complete(null);
        if (closeNow) {
            close();
        }
    }

    @Override
    public void onNext(T item) {
        if (!isUnwanted()) {
            try {
                listener.accept(item);
            } catch (RuntimeException failure) {
                ended.completeExceptionally(failure);
                close();
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        started.complete(null);
        ended.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        started.complete(null);
        ended.complete(null);
    }

    /** Hangs up. */
    @Override
    public void close() {
        Closeable open;
        synchronized (this) {
            unwanted = true;
            open = connection;
        }
        if (open != null) {
            try {
                open.close();
            } catch (IOException | RuntimeException alreadyClosed) {
                ended.completeExceptionally(alreadyClosed);
            }
        }
    }

    private synchronized boolean isUnwanted() {
        return unwanted;
    }

    /** Waits until the engine has begun to answer, or failed to. */
    void awaitStart(Progress progress) throws InterruptedException {
        await(started, progress, Long.MAX_VALUE);
    }

    /**
     * Waits for the end.
     *
     * @param deadline in the time of {@link System#nanoTime}
     * @return whether it came in time
     * @throws RuntimeException as docker-java reported it
     * @throws org.specimen.task.Cancelled if it was cancelled; the connection is closed then
     */
    boolean await(Progress progress, long deadline) throws InterruptedException {
        return await(ended, progress, deadline);
    }

    /** Waits for the end however long it takes. */
    void await(Progress progress) throws InterruptedException {
        await(ended, progress, Long.MAX_VALUE);
    }

    private boolean await(CompletableFuture<Void> event, Progress progress, long deadline) throws InterruptedException {
        try {
            while (deadline == Long.MAX_VALUE || System.nanoTime() < deadline) {
                try {
                    event.get(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
                    return true;
                } catch (TimeoutException notYet) {
                    if (progress.isCancelled()) {
                        hangUp();
                        progress.checkCancelled();
                    }
                }
            }
            return false;
        } catch (InterruptedException interrupted) {
            close();
            throw interrupted;
        } catch (ExecutionException failed) {
            progress.checkCancelled();
            throw failed.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(failed.getCause());
        }
    }

    /** Closes the connection, and waits a while until the engine has noticed. */
    private void hangUp() throws InterruptedException {
        close();
        try {
            ended.get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unwantedNow) {
            // How it ended does not matter any more.
        }
    }
}
