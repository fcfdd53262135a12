package org.specimen.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes the bytes of an answer as they come, and no more than were agreed on. */
final class BoundedBody implements BodySubscriber<Long> {

    /** More came than was agreed on. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    private final OutputStream sink;
    private final long limit;
    private final CompletableFuture<Long> length = new CompletableFuture<>();
    private @Nullable Subscription subscription;
    private long received;
    private volatile long lastHeard = System.nanoTime();

    BoundedBody(OutputStream sink, long limit) {
        this.sink = sink;
        this.limit = limit;
    }

    /** When bytes last came, in the time of {@link System#nanoTime()}. */
    long lastHeard() {
        return lastHeard;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return length;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        lastHeard = System.nanoTime();
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        lastHeard = System.nanoTime();
        if (length.isDone()) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                received += buffer.remaining();
                if (received > limit) {
                    throw new TooLarge(limit);
                }
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                sink.write(bytes);
            }
        } catch (IOException failed) {
            length.completeExceptionally(failed);
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }

    @Override
    public void onError(Throwable failed) {
        length.completeExceptionally(failed);
    }

    @Override
    public void onComplete() {
        length.complete(received);
    }
}
