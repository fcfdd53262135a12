package org.specimen.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.problem.NetworkFailure;
import org.specimen.problem.NetworkFailure.Kind;
import org.specimen.task.Progress;

/** Asks servers on loopback that answer well, badly, late and not at all. */
@Timeout(20)
class WebTest {

    private final Server server = new Server();
    private final Webs webs = new Webs();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    private static String text(Answer answer) {
        return new String(answer.body().bytes(), StandardCharsets.UTF_8);
    }

    private Answer get(URI address) {
        return webs.open().get(Request.of(address), Progress.NONE);
    }

    private AbstractObjectAssert<?, NetworkFailure> assertFails(URI address) {
        return assertThat(failure(webs.open(), Request.of(address))).asInstanceOf(type(NetworkFailure.class));
    }

    private static NetworkFailure failure(Web web, Request request) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                NetworkFailure.class, () -> web.get(request, Progress.NONE));
    }

    @Test
    void getsWhatIsThere() {
        server.text("/page", "text/html; charset=utf-8", "hello");

        Answer answer = get(server.address("/page"));

        assertThat(answer.isFound()).isTrue();
        assertThat(text(answer)).isEqualTo("hello");
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.outdated()).isFalse();
    }

    @Test
    void whatIsNotThereIsAnAnswer() {
        assertThat(get(server.address("/none")).isFound()).isFalse();
    }

    @Test
    void unpacksWhatWasPacked() {
        server.page("/packed", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).contains("gzip");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Server.say(exchange, 200, "text/plain", packed("hello".repeat(1000)));
        });

        assertThat(text(get(server.address("/packed")))).isEqualTo("hello".repeat(1000));
    }

    @Test
    void whatIsPackedBadlyIsABadAnswer() {
        server.page("/broken", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Server.say(exchange, 200, "text/plain", "no gzip at all".getBytes(StandardCharsets.UTF_8));
        });

        assertFails(server.address("/broken")).returns(Kind.BAD_ANSWER, NetworkFailure::kind);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void comesBackToAServerThatCouldNotAnswer(int status) {
        AtomicInteger asked = new AtomicInteger();
        server.page("/page", exchange -> {
            boolean well = asked.incrementAndGet() == 3;
            Server.say(exchange, well ? 200 : status, "text/plain", "hello".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(text(get(server.address("/page")))).isEqualTo("hello");
        assertThat(webs.pauses()).hasSize(2);
        assertThat(webs.pauses().get(0)).isBetween(Duration.ofMillis(300), Duration.ofMillis(600));
        assertThat(webs.pauses().get(1)).isBetween(Duration.ofMillis(600), Duration.ofMillis(1200));
    }

    @Test
    void givesUpOnAServerThatIsOutOfOrder() {
        server.page("/page", exchange -> Server.say(exchange, 503, "text/plain", new byte[0]));

        assertFails(server.address("/page"))
                .returns(Kind.BUSY, NetworkFailure::kind)
                .extracting(NetworkFailure::explanation)
                .asString()
                .contains("127.0.0.1:" + server.port(), "503", "Try again later");
        assertThat(server.askedFor("/page")).isEqualTo(4);
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        AtomicInteger asked = new AtomicInteger();
        server.page("/page", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            boolean well = asked.incrementAndGet() == 2;
            Server.say(exchange, well ? 200 : 429, "text/plain", new byte[0]);
        });

        get(server.address("/page"));

        assertThat(webs.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void doesNotWaitForMinutes() {
        server.page("/page", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "Fri, 20 Nov 2026 13:00:00 GMT");
            Server.say(exchange, 503, "text/plain", new byte[0]);
        });

        assertFails(server.address("/page"))
                .returns(Kind.BUSY, NetworkFailure::kind)
                .extracting(NetworkFailure::explanation)
                .asString()
                .contains("60 minutes");
        assertThat(webs.pauses()).isEmpty();
    }

    @Test
    void asksAgainWhenAConnectionBreaksOff() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer half = new RawServer(out -> {
            boolean well = asked.incrementAndGet() == 2;
            RawServer.write(
                    out,
                    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\n"
                            + (well ? "0123456789" : "01234"));
        })) {
            assertThat(text(get(half.address("/")))).isEqualTo("0123456789");
        }
    }

    @Test
    void halfAnAnswerIsNoAnswer() throws IOException {
        try (RawServer half =
                new RawServer(out -> RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01234"))) {
            assertFails(half.address("/"))
                    .returns(Kind.UNREACHABLE, NetworkFailure::kind)
                    .extracting(NetworkFailure::explanation)
                    .asString()
                    .contains("broke off");
        }
    }

    @Test
    void garbageIsNoAnswer() throws IOException {
        try (RawServer garbage = new RawServer(out -> RawServer.write(out, "SSH-2.0-OpenSSH_9.6\r\n"))) {
            assertFails(garbage.address("/")).returns(true, NetworkFailure::isOutage);
        }
    }

    @Test
    void doesNotWaitForAnAnswerThatDoesNotBegin() throws IOException {
        try (RawServer silent = new RawServer(out -> Thread.sleep(60_000))) {
            webs.waiting(Duration.ofMillis(200), Duration.ofSeconds(5));

            assertFails(silent.address("/")).returns(Kind.TOO_SLOW, NetworkFailure::kind);
        }
    }

    @Test
    void doesNotWaitForAnAnswerThatDoesNotGoOn() throws IOException {
        try (RawServer stuck = new RawServer(out -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01234");
            Thread.sleep(60_000);
        })) {
            webs.waiting(Duration.ofSeconds(5), Duration.ofMillis(200));

            assertFails(stuck.address("/")).returns(Kind.TOO_SLOW, NetworkFailure::kind);
        }
    }

    @Test
    void readsNoMoreThanWasAgreedOn() {
        server.text("/long", "text/plain", "x".repeat(100_000));

        NetworkFailure failure =
                failure(webs.open(), Request.of(server.address("/long")).atMost(50_000));

        assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(server.askedFor("/long")).isEqualTo(1);
    }

    @Test
    void aServerThatIsNotThereIsToldAndNotAskedAgain() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Web web = webs.open();

        NetworkFailure failure = failure(web, Request.of(URI.create("http://127.0.0.1:" + port + "/simple/")));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.explanation())
                .isEqualTo("The server 127.0.0.1:" + port
                        + " takes no connections. Check that it is running, and the address.");
        try (Server late = new Server()) {
            assertThat(failure(web, Request.of(URI.create("http://127.0.0.1:" + port + "/other/"))))
                    .hasMessage(failure.getMessage());
            assertThat(late.questions()).isEmpty();
        }
        assertThat(webs.pauses()).isEmpty();
    }

    @Test
    void aNameThatNobodyKnowsIsTold() {
        assertFails(URI.create("http://no-such-host.invalid/simple/"))
                .returns(Kind.UNREACHABLE, NetworkFailure::kind)
                .extracting(NetworkFailure::explanation)
                .asString()
                .contains("no-such-host.invalid was not found");
    }

    @Test
    void aServerWithoutATrustedCertificateIsTold() throws IOException {
        try (RawServer plain = new RawServer(out -> RawServer.write(out, "HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            assertFails(URI.create("https://127.0.0.1:" + plain.port() + "/"))
                    .returns(Kind.UNTRUSTED, NetworkFailure::kind)
                    .extracting(NetworkFailure::explanation)
                    .asString()
                    .contains("SSL_CERT_FILE");
        }
    }

    @Test
    void cancellingEndsTheRequestAtOnce() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        try (RawServer slow = new RawServer(out -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01234");
            cancelled.set(true);
            Thread.sleep(60_000);
        })) {
            long begin = System.nanoTime();

            assertThatThrownBy(() -> webs.open().get(Request.of(slow.address("/")), new Wanted(cancelled)))
                    .isInstanceOf(CancellationException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            assertThat(slow.hungUp().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void interruptingEndsTheRequest() throws Exception {
        Thread waiting = Thread.currentThread();
        try (RawServer slow = new RawServer(out -> {
            waiting.interrupt();
            Thread.sleep(60_000);
        })) {
            assertThatThrownBy(() -> get(slow.address("/"))).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private record Wanted(AtomicBoolean cancelled) implements Progress {
        @Override
        public void doing(String what, long done, long total) {}

        @Override
        public boolean isCancelled() {
            return cancelled.get();
        }
    }

    @Test
    void getsPartOfAFile() {
        server.page("/file", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Range")).isEqualTo("bytes=-3");
            exchange.getResponseHeaders().set("Content-Range", "bytes 7-9/10");
            Server.say(exchange, 206, "application/octet-stream", "789".getBytes(StandardCharsets.UTF_8));
        });

        Answer answer = webs.open().get(Request.of(server.address("/file")).only(new ByteRange.Last(3)), Progress.NONE);

        assertThat(answer.isPartial()).isTrue();
        assertThat(answer.totalLength()).isEqualTo(10);
        assertThat(text(answer)).isEqualTo("789");
    }

    @Test
    void loadsAFileWholeAfterABrokenAttempt() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer half = new RawServer(out -> {
            boolean well = asked.incrementAndGet() == 2;
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n" + (well ? "whole!" : "hal"));
        })) {
            Path file = folder.resolve("file");

            webs.open().download(Request.of(half.address("/")), file, Progress.NONE);

            assertThat(file).hasContent("whole!");
        }
    }

    @Test
    void doesNotAcceptAnAddressWithALogin() {
        assertThatThrownBy(() -> Request.of(URI.create("https://me:secret@example.org/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void namesTheFileWithMoreCertificates() throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pem"), "none in it");

        Optional<Path> found = Trust.fileIn(java.util.Map.of("SSL_CERT_FILE", file.toString()));

        assertThat(found).contains(file);
    }
}
