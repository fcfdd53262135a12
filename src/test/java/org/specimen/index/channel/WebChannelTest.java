package org.specimen.index.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.conda.Channel;
import org.specimen.conda.Platform;
import org.specimen.net.Server;
import org.specimen.net.WebAddress;
import org.specimen.net.Webs;
import org.specimen.problem.OutsideFailure;
import org.specimen.task.Progress;

/** Package lists from a server on loopback. */
class WebChannelTest {

    private static final String LIST = "/channel/linux-64/repodata.json";

    @TempDir
    Path kept;

    @TempDir
    Path tags;

    private final Server server = new Server();
    private final Webs webs = new Webs();

    @BeforeEach
    void serveAList() {
        webs.cacheIn(tags);
        serve("1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsTheListThatThereIs() {
        try (PlatformRecords records = open("/channel")) {
            assertThat(records.records("a").get(0).whole().url())
                    .isEqualTo(server.address("/channel/linux-64/a-1-0.conda").toString());
        }
    }

    @Test
    void doesNotFetchAListAgainThatHasNotChanged() {
        open("/channel").close();

        try (PlatformRecords records = open("/channel")) {
            assertThat(records.has("a")).isTrue();
        }
        assertThat(server.questions().stream()
                        .filter(question -> question.path().equals(LIST))
                        .map(question -> question.headers().containsKey("If-None-Match")))
                .containsExactly(false, true);
    }

    @Test
    void fetchesAListThatHasChanged() {
        open("/channel").close();
        serve("2");

        try (PlatformRecords records = open("/channel")) {
            assertThat(records.records("a").get(0).version()).hasToString("2");
        }
    }

    @Test
    void fetchesAListAgainWhoseIndexIsLost() throws IOException {
        open("/channel").close();
        deleteIndexes();

        try (PlatformRecords records = open("/channel")) {
            assertThat(records.has("a")).isTrue();
        }
        long asked = server.askedFor(LIST);
        open("/channel").close();
        assertThat(server.askedFor(LIST)).isEqualTo(asked + 1);
    }

    @Test
    void takesWhatIsKeptWhereTheServerIsDown() {
        open("/channel").close();
        server.close();

        try (PlatformRecords records = open("/channel")) {
            assertThat(records.has("a")).isTrue();
        }
    }

    @Test
    void saysWhereNothingCouldBeFetched() {
        server.close();

        assertThatThrownBy(() -> open("/channel"))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void saysThatAListIsDamaged() {
        server.text(LIST, "application/json", "{\"packages\": {\"a-1-0.conda\": {\"name\": \"a\"");

        assertThatThrownBy(() -> open("/channel"))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("breaks off");
    }

    @Test
    void asksWithTheTokenAndShowsItNowhere() {
        server.text("/t/se-cret-1/private/linux-64/repodata.json", "application/json", json("1"));

        try (PlatformRecords records = open("/t/se-cret-1/private")) {
            assertThat(records.records("a").get(0).whole().url())
                    .isEqualTo(server.address("/private/linux-64/a-1-0.conda").toString());
        }
    }

    private void serve(String version) {
        server.page(LIST, exchange -> {
            String tag = "\"" + version + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                Server.say(exchange, 200, "application/json", json(version).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static String json(String version) {
        return "{\"packages.conda\": {\"a-%1$s-0.conda\": {\"name\": \"a\", \"version\": \"%1$s\", \"build\": \"0\"}}}"
                .formatted(version);
    }

    private PlatformRecords open(String path) {
        Channel channel = Channel.parse(server.address(path).toString());
        String shown = channel.urls(Platform.LINUX_64).get(0);
        String whole = channel.authorizedUrls(Platform.LINUX_64).get(0);
        WebListFiles files = new WebListFiles(webs.open(), url -> WebAddress.parse(url.replace(shown, whole)));
        List<PlatformRecords> parts =
                new ChannelStore(kept, List.of(files)).open(channel, Platform.LINUX_64, Progress.NONE);
        assertThat(parts).hasSize(1);
        return parts.get(0);
    }

    private void deleteIndexes() throws IOException {
        try (var files = Files.list(kept)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
