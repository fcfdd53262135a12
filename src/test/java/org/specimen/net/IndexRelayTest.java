package org.specimen.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.specimen.format.Netrc;

class IndexRelayTest {

    private final Server index = new Server();
    private final Server files = new Server();

    @AfterEach
    void close() {
        index.close();
        files.close();
    }

    private IndexRelay open(boolean relaysFiles) {
        URI address = URI.create(index.address("/simple/").toString().replace("//", "//ada:secret@"));
        return IndexRelay.open(
                address,
                relaysFiles,
                new Connection(
                        Proxies.of(Map.of()), Logins.of(List.of(address), Netrc.EMPTY), List.of(), Patience.ORDINARY));
    }

    /** What a proxy says to GET, head and body. */
    private static String get(URI proxy, String key, Object address) throws IOException {
        try (Socket socket = new Socket(proxy.getHost(), proxy.getPort())) {
            String login = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: any\r\nConnection: close\r\n"
                                    + (key.isEmpty() ? "" : "Proxy-Authorization: Basic " + login + "\r\n") + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String get(IndexRelay relay, Object address) throws IOException {
        URI proxy = relay.proxy("127.0.0.1");
        return get(proxy, proxy.getUserInfo(), address);
    }

    private static List<String> logins(Server server) {
        return server.questions().stream()
                .flatMap(question -> question.headers().getOrDefault("Authorization", List.of()).stream())
                .toList();
    }

    @Test
    void whoeverDoesNotKnowTheKeyGetsNothing() throws IOException {
        index.text("/simple/finch/", "text/html", "<a href=\"finch.whl\">finch.whl</a>");
        try (IndexRelay relay = open(false)) {
            URI proxy = relay.proxy("127.0.0.1");

            for (String key : List.of("", "specimen:", "specimen:" + "0".repeat(48), "ada:secret")) {
                assertThat(get(proxy, key, relay.address() + "finch/"))
                        .startsWith("HTTP/1.1 407 ")
                        .doesNotContain("finch.whl");
            }
        }
        assertThat(index.questions()).isEmpty();
    }

    @Test
    void theLoginIsAddedAndLinksLeadBackToTheRelay() throws IOException {
        index.text(
                "/simple/finch/", "text/html", "<a href=\"" + index.address("/files/finch.whl") + "\">finch.whl</a>");
        try (IndexRelay relay = open(false)) {
            String page = get(relay, relay.address() + "finch/");

            assertThat(page)
                    .startsWith("HTTP/1.1 200 ")
                    .contains("href=\"http://" + relay.address().getHost() + "/files/finch.whl\"");
            assertThat(relay.address().toString()).doesNotContain("ada", "secret");
        }
        assertThat(logins(index))
                .containsExactly(
                        "Basic " + Base64.getEncoder().encodeToString("ada:secret".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void filesOnAnotherServerComeThroughTheRelayOnceThePageLinksToThem() throws IOException {
        String there = files.address("/finch.whl").toString();
        index.text("/simple/finch/", "text/html", "<a href=\"" + there + "#sha256=0\">finch.whl</a>");
        files.text("/finch.whl", "application/octet-stream", "the wheel");
        try (IndexRelay relay = open(true)) {
            String here = "http://" + relay.address().getHost() + "/~/" + there.replace("://", "/");
            assertThat(get(relay, here)).startsWith("HTTP/1.1 404 ");

            assertThat(get(relay, relay.address() + "finch/")).contains("href=\"" + here + "#sha256=0\"");

            for (String written : List.of(here, here.replace(":" + files.port(), "%3A" + files.port()))) {
                assertThat(get(relay, written)).startsWith("HTTP/1.1 200 ").endsWith("the wheel");
            }
        }
        assertThat(logins(files)).as("the login is the index's alone").isEmpty();
    }

    @Test
    void relativeLinksLeadOnFromWhereARedirectLed() throws IOException {
        index.redirect("/simple/finch/", 302, "/mirror/new/finch/");
        index.text(
                "/mirror/new/finch/",
                "text/html",
                "<a href=\"finch-1.whl\">1</a><a href='../../files/finch-2.whl#sha256=0'>2</a>"
                        + "<a href=\"/files/finch-3.whl\">3</a><a href=\"#top\">top</a>");
        index.redirect("/simple/heron/", 301, files.address("/packages/heron/").toString());
        files.text(
                "/packages/heron/",
                "application/vnd.pypi.simple.v1+json",
                "{\"files\": [{\"filename\": \"heron.whl\", \"url\": \"heron.whl\"}, {\"url\":\"/x/heron-2.whl\"}]}");
        for (boolean relaysFiles : List.of(true, false)) {
            try (IndexRelay relay = open(relaysFiles)) {
                String own = "http://" + relay.address().getHost();
                String there = relaysFiles
                        ? own + "/~/http/127.0.0.1:" + files.port()
                        : files.address("").toString();

                assertThat(get(relay, relay.address() + "finch/"))
                        .contains("href=\"" + own + "/mirror/new/finch/finch-1.whl\"")
                        .contains("href='" + own + "/mirror/new/finch/../../files/finch-2.whl#sha256=0'")
                        .contains("href=\"" + own + "/files/finch-3.whl\"", "href=\"#top\"");
                assertThat(get(relay, relay.address() + "heron/"))
                        .contains("\"url\": \"" + there + "/packages/heron/heron.whl\"")
                        .contains("\"url\":\"" + there + "/x/heron-2.whl\"");
            }
        }
        assertThat(logins(files)).as("the login is the index's alone").isEmpty();
    }

    @Test
    void aPageThatIsWhereItSeemsKeepsItsRelativeLinks() throws IOException {
        index.text("/simple/finch/", "text/html", "<a href=\"../../files/finch.whl\">finch.whl</a>");
        try (IndexRelay relay = open(false)) {
            assertThat(get(relay, relay.address() + "finch/")).contains("href=\"../../files/finch.whl\"");
        }
    }

    @Test
    void aPageThatIsTooLargeIsRefusedInWordsAndNotCut() throws IOException {
        byte[] piece = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        index.page("/simple/finch/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            for (int megabytes = 0; megabytes < 65; megabytes++) {
                exchange.getResponseBody().write(piece);
            }
        });
        try (IndexRelay relay = open(false)) {
            String told = "The page " + index.address("/simple/finch/")
                    + " of the package index is larger than 64 MB, and is not passed on.";

            assertThat(get(relay, relay.address() + "finch/"))
                    .startsWith("HTTP/1.1 502 ")
                    .endsWith(told);
            assertThat(relay.refusals()).containsExactly(told);
        }
    }

    @Test
    void whatElseIsAskedByHttpIsAskedWithoutALogin() throws IOException {
        files.text("/debian/Release", "text/plain", "Suite: stable");
        try (IndexRelay relay = open(false)) {
            assertThat(get(relay, files.address("/debian/Release"))).contains("Suite: stable");
        }
        assertThat(logins(files)).isEmpty();
    }

    @Test
    void eachIndexHasAnAddressOfItsOwnThatStays() {
        try (IndexRelay first = open(false);
                IndexRelay again = open(false)) {
            assertThat(first.address()).isEqualTo(again.address());
            assertThat(first.proxy("here")).isNotEqualTo(again.proxy("here"));
            URI other = URI.create("https://pypi.example.org/simple/");
            try (IndexRelay another = IndexRelay.open(
                    other, false, new Connection(Proxies.of(Map.of()), Logins.NONE, List.of(), Patience.ORDINARY))) {
                assertThat(another.address()).isNotEqualTo(first.address());
            }
        }
    }
}
