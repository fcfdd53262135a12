package org.specimen.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.problem.NetworkFailure;
import org.specimen.problem.NetworkFailure.Kind;
import org.specimen.task.Progress;

/** What is kept on the disk, and when it will do. */
@Timeout(20)
class CacheTest {

    private static final Keeping AS_IT_IS = new Keeping("text", false, (answer, body) -> body.readAllBytes());

    private final Server server = new Server();
    private final Webs webs = new Webs();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    private Webs webs() {
        return webs.cacheIn(folder);
    }

    private static Answer get(Web web, URI address) {
        return web.get(Request.of(address).kept(AS_IT_IS), Progress.NONE);
    }

    private static String text(Answer answer) {
        return new String(answer.body().bytes(), StandardCharsets.UTF_8);
    }

    private void serve(String cacheControl, String eTag) {
        server.page("/page", exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", cacheControl);
            exchange.getResponseHeaders().set("ETag", eTag);
            if (eTag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                Server.say(exchange, 200, "text/plain", ("hello " + eTag).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void whatIsFreshIsNotAskedForAgain() {
        serve("max-age=600", "\"1\"");
        get(webs().open(), server.address("/page"));
        webs.letPass(Duration.ofSeconds(599));

        Answer again = get(webs().open(), server.address("/page"));

        assertThat(text(again)).isEqualTo("hello \"1\"");
        assertThat(server.questions()).hasSize(1);
    }

    @Test
    void whatIsOldIsConfirmedByItsTag() {
        serve("max-age=600", "\"1\"");
        get(webs().open(), server.address("/page"));
        webs.letPass(Duration.ofSeconds(601));

        Answer again = get(webs().open(), server.address("/page"));

        assertThat(text(again)).isEqualTo("hello \"1\"");
        assertThat(again.asOf()).isEqualTo(webs.now());
        assertThat(server.questions()).hasSize(2);
        get(webs().open(), server.address("/page"));
        assertThat(server.questions()).hasSize(2);
    }

    @Test
    void whatChangedIsReadAgain() {
        serve("no-cache", "\"1\"");
        get(webs().open(), server.address("/page"));
        serve("no-cache", "\"2\"");

        assertThat(text(get(webs().open(), server.address("/page")))).isEqualTo("hello \"2\"");
    }

    @Test
    void whatNeverChangesIsAskedForOnce() {
        serve("no-cache", "\"1\"");
        Request forever = Request.of(server.address("/page"))
                .kept(new Keeping("text", true, (answer, body) -> body.readAllBytes()));
        webs().open().get(forever, Progress.NONE);
        webs.letPass(Duration.ofDays(300));

        webs().open().get(forever, Progress.NONE);

        assertThat(server.questions()).hasSize(1);
    }

    @Test
    void whatMayNotBeKeptIsNot() {
        serve("no-store", "\"1\"");

        get(webs().open(), server.address("/page"));

        assertThat(files()).isEmpty();
    }

    @Test
    void onlyWhatIsWorthKeepingIsKept() {
        serve("max-age=600", "\"1\"");
        Request request = Request.of(server.address("/page")).kept(new Keeping("length", false, (answer, body) -> {
            return new byte[] {(byte) body.readAllBytes().length};
        }));

        webs().open().get(request, Progress.NONE);

        Answer kept = webs().offline().get(request, Progress.NONE);
        assertThat(kept.body().bytes()).containsExactly(9);
    }

    @Test
    void whatWasKeptWillDoWhenTheServerIsGone() {
        serve("no-cache", "\"1\"");
        get(webs().open(), server.address("/page"));
        URI address = server.address("/page");
        server.close();
        webs.letPass(Duration.ofDays(3));

        Answer kept = get(webs().open(), address);

        assertThat(text(kept)).isEqualTo("hello \"1\"");
        assertThat(kept.outdated()).isTrue();
        assertThat(kept.asOf()).isEqualTo(webs.now().minus(Duration.ofDays(3)));
    }

    @Test
    void withoutANetworkNothingIsAsked() {
        serve("max-age=600", "\"1\"");

        NetworkFailure failure =
                catchThrowableOfType(NetworkFailure.class, () -> get(webs().offline(), server.address("/page")));

        assertThat(failure.kind()).isEqualTo(Kind.OFFLINE);
        assertThat(server.questions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 60, 100})
    void aTornFileIsNone(int percent) throws IOException {
        serve("max-age=600", "\"1\"");
        get(webs().open(), server.address("/page"));
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        byte[] torn = java.util.Arrays.copyOf(whole, whole.length * percent / 100);
        if (percent == 100) {
            torn[torn.length - 12] ^= 1;
        }
        Files.write(file, torn);

        assertThat(text(get(webs().open(), server.address("/page")))).isEqualTo("hello \"1\"");
        assertThat(server.questions()).hasSize(2);
        assertThat(Files.readAllBytes(file)).hasSameSizeAs(whole);
    }

    @Test
    void whatWasNotUsedForLongestIsForgotten() throws IOException {
        byte[] large = new byte[20_000];
        webs().cacheSize(100_000);
        for (int number = 0; number < 20; number++) {
            server.page("/" + number, exchange -> Server.say(exchange, 200, "text/plain", large));
            get(webs().open(), server.address("/" + number));
            for (Path file : files()) {
                Files.setLastModifiedTime(
                        file,
                        FileTime.from(
                                Files.getLastModifiedTime(file).toInstant().minusSeconds(10)));
            }
        }

        assertThat(files()).hasSizeBetween(3, 7);
        assertThat(get(webs().offline(), server.address("/19")).body().length()).isEqualTo(20_000);
        assertThat(catchThrowableOfType(NetworkFailure.class, () -> get(webs().offline(), server.address("/0"))))
                .isNotNull();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsDoneWithout() throws IOException {
        serve("max-age=600", "\"1\"");
        Path file = Files.writeString(folder.resolve("a file"), "");

        Answer answer = get(webs.cacheIn(file).open(), server.address("/page"));

        assertThat(text(answer)).isEqualTo("hello \"1\"");
    }
}
