package org.specimen.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.problem.NetworkFailure;
import org.specimen.task.Progress;

/** Proxies of the environment, as curl and pip read them. */
@Timeout(20)
class ProxyTest {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello";

    @Test
    void asksThroughTheProxyWithItsLogin() throws IOException {
        try (RawServer proxy = new RawServer(out -> RawServer.write(out, ANSWER))) {
            Web web = new Webs()
                    .environment(Map.of("HTTP_PROXY", "http://me:secret@127.0.0.1:" + proxy.port()))
                    .open();

            web.get(Request.of(URI.create("http://pypi.invalid/simple/")), Progress.NONE);

            assertThat(proxy.questions().get(0))
                    .startsWith("GET http://pypi.invalid/simple/")
                    .contains("Proxy-Authorization: Basic bWU6c2VjcmV0");
        }
    }

    @Test
    void asksForATunnelWithTheLogin() throws IOException {
        try (RawServer proxy = new RawServer(out ->
                RawServer.write(out, "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"))) {
            Web web = new Webs()
                    .environment(Map.of("https_proxy", "me:secret@127.0.0.1:" + proxy.port()))
                    .open();

            NetworkFailure failure = catchThrowableOfType(
                    NetworkFailure.class,
                    () -> web.get(Request.of(URI.create("https://pypi.invalid/simple/")), Progress.NONE));

            assertThat(proxy.questions().get(0))
                    .startsWith("CONNECT pypi.invalid:443")
                    .contains("Proxy-Authorization: Basic bWU6c2VjcmV0");
            assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.LOGIN);
            assertThat(failure.explanation()).contains("proxy").doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ALL_PROXY, socks5://127.0.0.1:9, http://pypi.invalid/simple/",
        "https_proxy, socks5h://me:secret@127.0.0.1:9, https://pypi.invalid/simple/",
        "HTTP_PROXY, SOCKS4://127.0.0.1:9, http://pypi.invalid/simple/"
    })
    void aSocksProxyIsRefusedWithAWordThatSaysWhatToDo(String variable, String proxy, String address) {
        Web web = new Webs().environment(Map.of(variable, proxy)).open();

        NetworkFailure failure = catchThrowableOfType(
                NetworkFailure.class, () -> web.get(Request.of(URI.create(address)), Progress.NONE));

        assertThat(failure.isOutage()).isTrue();
        assertThat(failure.explanation())
                .contains("SOCKS proxy (" + variable.toUpperCase(Locale.ROOT) + ")", "HTTPS_PROXY", "NO_PROXY")
                .doesNotContain("secret");
    }

    @Test
    void aSocksProxyForEverythingElseIsNoneWhereOneForHttpIsNamedOrTheServerIsExempt() throws IOException {
        try (RawServer proxy = new RawServer(out -> RawServer.write(out, ANSWER))) {
            Map<String, String> both =
                    Map.of("ALL_PROXY", "socks5://127.0.0.1:9", "HTTP_PROXY", "http://127.0.0.1:" + proxy.port());
            Map<String, String> exempt = Map.of("ALL_PROXY", "socks5://127.0.0.1:9", "NO_PROXY", "127.0.0.1");

            new Webs().environment(both).open().get(Request.of(URI.create("http://pypi.invalid/")), Progress.NONE);
            new Webs().environment(exempt).open().get(Request.of(proxy.address("/")), Progress.NONE);

            assertThat(proxy.questions()).hasSize(2);
        }
    }

    @Test
    void aServerThatIsExemptHearsNothingOfTheProxy() {
        try (Server server = new Server()) {
            server.text("/page", "text/plain", "hello");
            Web web = new Webs()
                    .environment(Map.of("HTTP_PROXY", "http://me:secret@127.0.0.1:1", "NO_PROXY", "127.0.0.1"))
                    .open();

            web.get(Request.of(server.address("/page")), Progress.NONE);

            assertThat(server.questions().get(0).headers()).doesNotContainKey("Proxy-authorization");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://pypi.org/simple/, secure:3128",
        "http://pypi.org/simple/, plain:80",
        "https://mirror.example.org/, ''",
        "https://example.org/, ''",
        "https://notexample.org/, secure:3128",
        "https://internal:8443/, ''",
        "https://internal/, secure:3128",
    })
    void eachAddressHasItsProxy(String address, String expected) {
        Proxies proxies = Proxies.of(Map.of(
                "HTTPS_PROXY", "http://secure:3128",
                "http_proxy", "plain",
                "no_proxy", ".example.org, internal:8443"));

        Proxy proxy = proxies.select(URI.create(address)).get(0);

        String found = proxy.address() instanceof InetSocketAddress socket
                ? socket.getHostString() + ":" + socket.getPort()
                : "";
        assertThat(found).isEqualTo(expected);
    }
}
