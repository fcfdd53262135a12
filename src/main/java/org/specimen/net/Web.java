package org.specimen.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;
import org.specimen.problem.NetworkFailure;
import org.specimen.problem.NetworkFailure.Kind;
import org.specimen.task.Progress;

/**
 * Asks web servers, and remembers what they say. Calls wait for the answer; many may be made at once, from threads of the
 * caller's. What was kept takes the place of a server that cannot be asked.
 */
public final class Web {

    /** What an answer may grow to when it is unpacked. */
    private static final long UNPACKED_LIMIT = 512L << 20;

    private final Optional<DiskCache> cache;
    private final Attempts attempts;
    private final Surroundings surroundings;

    private Web(Optional<DiskCache> cache, Attempts attempts, Surroundings surroundings) {
        this.cache = cache;
        this.attempts = attempts;
        this.surroundings = surroundings;
    }

    /**
     * A web that can be asked.
     *
     * @param cache where answers are kept, if anywhere
     */
    public static Web on(Connection connection, Optional<DiskCache> cache, Surroundings surroundings) {
        return new Web(cache, Attempts.on(connection, surroundings), surroundings);
    }

    /** What was kept of the web, without asking any server. */
    public static Web offline(Optional<DiskCache> cache, Surroundings surroundings) {
        return new Web(cache, Attempts.none(), surroundings);
    }

    /**
     * Gets what is at an address.
     *
     * @throws NetworkFailure if it does not come
     * @throws CancellationException if nobody wants it any more, or the thread is interrupted
     */
    public Answer get(Request request, Progress progress) {
        Optional<Keeping> keeping = request.keeping();
        Optional<Entry> kept = keeping.flatMap(how -> find(request.address(), how.form()));
        if (kept.isPresent() && kept.get().isFresh(surroundings.clock().instant())) {
            return kept.get().answer(false);
        }
        try {
            ByteArrayOutputStream sink = new ByteArrayOutputStream();
            Attempts.Reply reply = attempts.get(request, kept, () -> restart(sink), progress);
            return kept.isPresent() && reply.status() == Attempts.NOT_MODIFIED
                    ? confirm(request, kept.get(), reply)
                    : receive(request, reply, sink.toByteArray());
        } catch (NetworkFailure outage) {
            if (kept.isPresent() && outage.isOutage()) {
                return kept.get().answer(true);
            }
            throw outage;
        }
    }

    private static OutputStream restart(ByteArrayOutputStream sink) {
        sink.reset();
        return sink;
    }

    /**
     * Loads what is at an address into a file.
     *
     * @throws NetworkFailure if it does not come, or there is nothing
     * @throws IOException if the disk does not take it
     */
    public void download(Request request, Path file, Progress progress) throws IOException {
        try (ResettableFile sink = new ResettableFile(file)) {
            Attempts.Reply reply = attempts.get(request, Optional.empty(), sink::restart, progress);
            if (reply.status() != Answer.OK) {
                throw Failures.ofStatus(reply.address(), reply.status());
            }
        }
        if (Files.size(file) > request.limit()) {
            throw new IOException("more came than was agreed on");
        }
    }

    /** What was kept under an address by {@link #keep}. */
    public Optional<byte[]> kept(URI address, String form) {
        return find(address, form).map(entry -> entry.body().bytes());
    }

    /** Keeps what was made of something that never changes. */
    public void keep(URI address, String form, byte[] bytes) {
        Instant now = surroundings.clock().instant();
        cache.ifPresent(disk -> disk.put(
                form, address.toString(), new Entry(Answer.OK, address, "", "", "", now, now, new Body(bytes))));
    }

    private Optional<Entry> find(URI address, String form) {
        return cache.flatMap(disk -> disk.find(form, address.toString()));
    }

    private Answer confirm(Request request, Entry kept, Attempts.Reply reply) {
        Instant now = surroundings.clock().instant();
        boolean forever = request.keeping().map(Keeping::forever).orElse(false);
        Entry confirmed = kept.confirmed(now, Freshness.until(reply.headers(), forever, now));
        put(request, confirmed);
        return confirmed.answer(false);
    }

    private Answer receive(Request request, Attempts.Reply reply, byte[] received) {
        Instant now = surroundings.clock().instant();
        HttpHeaders headers = reply.headers();
        String contentType = headers.firstValue("Content-Type").orElse("");
        Answer raw = new Answer(
                reply.status(), reply.address(), contentType, totalLength(headers), new Body(received), now, false);
        byte[] body = raw.isFound() ? distilled(request, raw, headers) : new byte[0];
        Answer answer =
                new Answer(raw.status(), raw.address(), contentType, raw.totalLength(), new Body(body), now, false);
        if (!answer.isPartial() && Freshness.mayKeep(headers)) {
            request.keeping()
                    .ifPresent(how -> put(
                            request,
                            new Entry(
                                    answer.status(),
                                    answer.address(),
                                    contentType,
                                    headers.firstValue("ETag").orElse(""),
                                    headers.firstValue("Last-Modified").orElse(""),
                                    now,
                                    Freshness.until(headers, how.forever() && answer.isFound(), now),
                                    answer.body())));
        }
        return answer;
    }

    private void put(Request request, Entry entry) {
        request.keeping()
                .ifPresent(how -> cache.ifPresent(
                        disk -> disk.put(how.form(), request.address().toString(), entry)));
    }

    private static byte[] distilled(Request request, Answer raw, HttpHeaders headers) {
        try (InputStream unpacked = unpacked(raw, headers)) {
            return request.keeping().isPresent() && !raw.isPartial()
                    ? request.keeping().get().distillation().distil(raw, unpacked)
                    : unpacked.readAllBytes();
        } catch (IOException broken) {
            throw new NetworkFailure(
                    Kind.BAD_ANSWER,
                    "What came from " + WebAddress.shown(raw.address())
                            + " is damaged. Try again later, or another index.",
                    broken);
        }
    }

    private static InputStream unpacked(Answer raw, HttpHeaders headers) throws IOException {
        String encoding = headers.firstValue("Content-Encoding").orElse("").strip();
        boolean packed = encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip");
        InputStream body = raw.body().open();
        return packed ? new BoundedStream(new GZIPInputStream(body, 1 << 16), UNPACKED_LIMIT) : body;
    }

    /** RFC 9110, "Content-Range": {@code bytes 0-99/1234}. */
    private static long totalLength(HttpHeaders headers) {
        String range = headers.firstValue("Content-Range").orElse("");
        String total = range.substring(range.lastIndexOf('/') + 1).strip();
        boolean isNumber = !total.isEmpty()
                && total.length() < 19
                && range.contains("/")
                && total.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        return isNumber ? Long.parseLong(total) : -1;
    }
}
