package org.specimen.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.specimen.problem.NetworkFailure;
import org.specimen.task.Progress;

/** Asks until there is an answer: follows redirects, and comes back to a server that could not answer. */
final class Attempts {

    static final int NOT_MODIFIED = 304;

    private static final Set<Integer> ANSWERS = Set.of(Answer.OK, Answer.PARTIAL, NOT_MODIFIED, 404, 410);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 10;

    /** How long a server that could not be reached is not asked again. */
    private static final Duration DOWN = Duration.ofSeconds(30);

    /** What a server said, its body being in the sink. */
    record Reply(int status, URI address, HttpHeaders headers) {}

    /** A server that could not be reached, and until when that is believed. */
    private record Down(NetworkFailure failure, Instant until) {}

    private final @Nullable Connection connection;
    private final Surroundings surroundings;
    private final Map<String, Down> down = new ConcurrentHashMap<>();

    /** Servers that asked to be left alone for a while. */
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    private @Nullable HttpClient client;

    private Attempts(@Nullable Connection connection, Surroundings surroundings) {
        this.connection = connection;
        this.surroundings = surroundings;
    }

    static Attempts on(Connection connection, Surroundings surroundings) {
        return new Attempts(connection, surroundings);
    }

    /** Asks nobody. */
    static Attempts none() {
        return new Attempts(null, Surroundings.ofThisComputer());
    }

    /** It takes a while to make, and a run that has everything at hand needs none. */
    private synchronized HttpClient client(Connection from) {
        HttpClient open = client;
        if (open == null) {
            open = from.open();
            client = open;
        }
        return open;
    }

    /**
     * Gets what is at an address.
     *
     * @param kept what is known of it; a server that has nothing newer says {@link #NOT_MODIFIED}
     * @param sink called before each attempt; takes the body
     * @throws NetworkFailure if it does not come
     * @throws CancellationException if nobody wants it any more
     */
    Reply get(Request request, Optional<Entry> kept, Supplier<OutputStream> sink, Progress progress) {
        if (connection == null) {
            throw Failures.ofOffline(request.address());
        }
        return new Chase(connection, request, kept, sink, progress).run();
    }

    /** One request through all its redirects and attempts. */
    private final class Chase {

        private final Connection connection;
        private final Request request;
        private final Optional<Entry> kept;
        private final Supplier<OutputStream> sink;
        private final Progress progress;
        private final BackOff backOff;
        private URI address;
        private int attempt;
        private int redirects;

        Chase(
                Connection connection,
                Request request,
                Optional<Entry> kept,
                Supplier<OutputStream> sink,
                Progress progress) {
            this.connection = connection;
            this.request = request;
            this.kept = kept;
            this.sink = sink;
            this.progress = progress;
            this.backOff = new BackOff(connection.patience(), surroundings.random());
            this.address = request.address();
        }

        Reply run() {
            while (true) {
                try {
                    Optional<Reply> reply = step();
                    if (reply.isPresent()) {
                        return reply.get();
                    }
                } catch (InterruptedException unwanted) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException("interrupted");
                }
            }
        }

        /** One question; empty where another one is to follow. */
        private Optional<Reply> step() throws InterruptedException {
            checkUp();
            connection.proxies().unspoken(address).ifPresent(proxy -> {
                throw Failures.ofUnspokenProxy(address, proxy);
            });
            letRest();
            Exchange.Head head;
            try {
                head = new Exchange(client(connection), connection.patience())
                        .send(question(), sink.get(), request.limit(), progress);
            } catch (IOException failed) {
                again(failed);
                return Optional.empty();
            }
            int status = head.status();
            if (ANSWERS.contains(status)) {
                return Optional.of(new Reply(status, address, head.headers()));
            }
            if (REDIRECTS.contains(status)) {
                address = target(head.headers());
                return Optional.empty();
            }
            if (!BackOff.isPassing(status)) {
                throw Failures.ofStatus(address, status);
            }
            again(status, head.headers());
            return Optional.empty();
        }

        private HttpRequest question() {
            HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                    .timeout(connection.patience().answering())
                    // Asking a plain server for HTTP/2 takes a header that confuses some.
                    .version(WebAddress.isEncrypted(address) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                    .header("User-Agent", "Specimen")
                    .header("Accept", request.accept())
                    .header("Accept-Encoding", request.range().isPresent() ? "identity" : "gzip");
            request.range().ifPresent(range -> builder.header("Range", range.header()));
            kept.map(Entry::eTag).filter(tag -> !tag.isEmpty()).ifPresent(tag -> builder.header("If-None-Match", tag));
            kept.map(Entry::lastModified)
                    .filter(date -> !date.isEmpty())
                    .ifPresent(date -> builder.header("If-Modified-Since", date));
            boolean elsewhere = !WebAddress.host(address).equals(WebAddress.host(request.address()));
            connection
                    .logins()
                    .authorization(address, elsewhere)
                    .ifPresent(login -> builder.header("Authorization", login));
            connection
                    .proxies()
                    .authorization(address)
                    .ifPresent(login -> builder.header("Proxy-Authorization", login));
            return builder.GET().build();
        }

        private URI target(HttpHeaders headers) {
            String location = headers.firstValue("Location").orElse("");
            URI target;
            try {
                target = WebAddress.withoutLogin(address.resolve(WebAddress.parse(location)));
            } catch (IllegalArgumentException malformed) {
                throw Failures.ofRedirect(address, "without saying where to");
            }
            String scheme = String.valueOf(target.getScheme());
            boolean onTheWeb = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            if (location.isBlank() || !onTheWeb || target.getHost() == null) {
                throw Failures.ofRedirect(address, "to what is no address on the web");
            }
            if (WebAddress.isEncrypted(address) && !WebAddress.isEncrypted(target)) {
                throw Failures.ofRedirect(
                        address, "over a connection that anybody could change, which is not followed");
            }
            if (++redirects > MOST_REDIRECTS) {
                throw Failures.ofRedirect(address, "in a circle");
            }
            return target;
        }

        /** A server that was not there a moment ago is not waited for again. */
        private void checkUp() {
            Down known = down.get(WebAddress.origin(address));
            if (known != null && surroundings.clock().instant().isBefore(known.until())) {
                throw new NetworkFailure(known.failure().kind(), known.failure().explanation(), known.failure());
            }
        }

        private void letRest() throws InterruptedException {
            Instant until = resting.get(WebAddress.origin(address));
            if (until != null) {
                Duration left = Duration.between(surroundings.clock().instant(), until);
                if (!left.isNegative() && !left.isZero()) {
                    surroundings.pause().pause(left, progress);
                }
            }
        }

        private void again(IOException failed) throws InterruptedException {
            NetworkFailure failure = Failures.of(address, connection.proxies().shown(address), failed);
            if (isFinal(failed)) {
                if (failure.isOutage()) {
                    down.put(
                            WebAddress.origin(address),
                            new Down(failure, surroundings.clock().instant().plus(DOWN)));
                }
                throw failure;
            }
            if (++attempt >= connection.patience().attempts()) {
                throw failure;
            }
            surroundings.pause().pause(backOff.afterAttempt(attempt), progress);
        }

        /** What a second attempt would not change. A connection that breaks off may hold the next time. */
        private static boolean isFinal(IOException failed) {
            return failed instanceof ConnectException
                    || failed instanceof HttpTimeoutException
                    || failed instanceof SSLException
                    || failed instanceof BoundedBody.TooLarge
                    || failed.getCause() instanceof UnresolvedAddressException;
        }

        private void again(int status, HttpHeaders headers) throws InterruptedException {
            Instant now = surroundings.clock().instant();
            Optional<Duration> asked = headers.firstValue("Retry-After").flatMap(value -> BackOff.asked(value, now));
            if (asked.isPresent() && asked.get().compareTo(connection.patience().longestPause()) > 0) {
                throw Failures.ofLongWait(address, asked.get());
            }
            if (++attempt >= connection.patience().attempts()) {
                throw Failures.ofStatus(address, status);
            }
            if (asked.isPresent()) {
                resting.merge(WebAddress.origin(address), now.plus(asked.get()), Attempts::later);
            } else {
                surroundings.pause().pause(backOff.afterAttempt(attempt), progress);
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
