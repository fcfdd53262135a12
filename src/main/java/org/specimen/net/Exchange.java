package org.specimen.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.specimen.task.Progress;

/** One question to one server and its answer: no second attempt, no redirect. */
final class Exchange {

    /** How often a waiting thread looks whether it is still wanted, in milliseconds. */
    private static final long GLANCE = 25;

    private final HttpClient client;
    private final Patience patience;

    Exchange(HttpClient client, Patience patience) {
        this.client = client;
        this.patience = patience;
    }

    /** The first lines of an answer. */
    record Head(int status, HttpHeaders headers) {}

    /**
     * Asks, and lets the body flow into a sink if the answer has the thing that was asked for.
     *
     * @param limit how many bytes the body may have
     * @throws IOException if no whole answer comes
     * @throws java.util.concurrent.CancellationException if nobody wants it any more
     */
    Head send(HttpRequest request, OutputStream sink, long limit, Progress progress)
            throws IOException, InterruptedException {
        AtomicReference<@Nullable BoundedBody> body = new AtomicReference<>();
        CompletableFuture<HttpResponse<Long>> pending = client.sendAsync(request, info -> {
            boolean wanted = info.statusCode() == Answer.OK || info.statusCode() == Answer.PARTIAL;
            BoundedBody begun = new BoundedBody(wanted ? sink : OutputStream.nullOutputStream(), limit);
            body.set(begun);
            return begun;
        });
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<HttpResponse<Long>> answered = pending.whenComplete((response, failure) -> ended.countDown());
        try {
            progress.checkCancelled();
            while (!ended.await(GLANCE, TimeUnit.MILLISECONDS)) {
                progress.checkCancelled();
                checkHeard(body.get());
            }
            HttpResponse<Long> response = answered.get();
            return new Head(response.statusCode(), response.headers());
        } catch (ExecutionException failed) {
            throw asIoException(failed);
        } finally {
            if (!pending.isDone()) {
                pending.cancel(true);
            }
        }
    }

    private void checkHeard(@Nullable BoundedBody body) throws HttpTimeoutException {
        if (body != null
                && System.nanoTime() - body.lastHeard() > patience.silence().toNanos()) {
            throw new HttpTimeoutException("no byte for " + patience.silence());
        }
    }

    private static IOException asIoException(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof IOException io) {
            return io;
        }
        if (cause instanceof InterruptedException) {
            return new InterruptedIOException(String.valueOf(cause.getMessage()));
        }
        return new IOException(cause == null ? failed : cause);
    }
}
