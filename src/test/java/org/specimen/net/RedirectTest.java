package org.specimen.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.specimen.problem.NetworkFailure;
import org.specimen.problem.NetworkFailure.Kind;
import org.specimen.task.Progress;

/** Where redirects lead, and where logins go. */
@Timeout(20)
class RedirectTest {

    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("me:secret".getBytes(StandardCharsets.UTF_8));

    private final Server server = new Server();
    private final Server other = new Server();
    private final Webs webs = new Webs();

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    private Answer get(URI address) {
        return webs.open().get(Request.of(address), Progress.NONE);
    }

    private NetworkFailure failure(URI address) {
        return catchThrowableOfType(NetworkFailure.class, () -> get(address));
    }

    /** The same server under another name, which counts as another host. */
    private static URI atLocalhost(Server server, String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    @Test
    void followsToWhereThePageIs() {
        server.redirect("/simple/Flask/", 301, "../flask/").text("/simple/flask/", "text/html", "files");

        Answer answer = get(server.address("/simple/Flask/"));

        assertThat(answer.address()).isEqualTo(server.address("/simple/flask/"));
        assertThat(answer.body().length()).isEqualTo(5);
    }

    @Test
    void doesNotFollowInACircle() {
        server.redirect("/a", 302, "/b").redirect("/b", 302, "/a");

        assertThat(failure(server.address("/a")).kind()).isEqualTo(Kind.REFUSED);
        assertThat(server.questions()).hasSizeLessThan(20);
    }

    @Test
    void doesNotFollowToNowhere() {
        server.redirect("/a", 302, "ftp://127.0.0.1/b").redirect("/b", 302, "");

        assertThat(failure(server.address("/a")).kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure(server.address("/b")).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void aLoginFromNetrcGoesToItsHost() {
        webs.logins("machine 127.0.0.1 login me password secret");
        server.text("/page", "text/html", "page");

        get(server.address("/page"));

        assertThat(server.questions().get(0).headers().getFirst("Authorization"))
                .isEqualTo(LOGIN);
    }

    @Test
    void aLoginFromNetrcDoesNotGoToAnotherHost() {
        webs.logins("machine 127.0.0.1 login me password secret\ndefault login you password known");
        server.redirect("/page", 302, atLocalhost(other, "/page").toString());
        other.text("/page", "text/html", "page");

        get(server.address("/page"));

        assertThat(server.questions().get(0).headers().getFirst("Authorization"))
                .isEqualTo(LOGIN);
        assertThat(other.questions()).hasSize(1);
        assertThat(other.questions().get(0).headers()).doesNotContainKey("Authorization");
    }

    @Test
    void aLoginInAnAddressGoesToThatServerAlone() {
        URI index = URI.create("http://me:secret@127.0.0.1:" + server.port() + "/simple/");
        webs.logins("", index);
        server.redirect("/simple/flask/", 302, other.address("/flask/").toString());
        other.text("/flask/", "text/html", "page");

        get(WebAddress.withoutLogin(index).resolve("flask/"));

        assertThat(server.questions().get(0).headers().getFirst("Authorization"))
                .isEqualTo(LOGIN);
        assertThat(other.questions().get(0).headers()).doesNotContainKey("Authorization");
    }

    @Test
    void projectsOnOneServerHaveALoginEach() {
        webs.logins(
                "",
                URI.create("http://one:1@127.0.0.1:" + server.port() + "/projects/1/simple/"),
                URI.create("http://me:secret@127.0.0.1:" + server.port() + "/projects/2/simple/"));
        server.text("/projects/2/files/a.whl", "application/zip", "wheel");

        get(server.address("/projects/2/files/a.whl"));

        assertThat(server.questions().get(0).headers().getFirst("Authorization"))
                .isEqualTo(LOGIN);
    }

    @Test
    void aLoginThatIsWantedIsToldWithoutTheOneThatWasGiven() {
        webs.logins("", URI.create("http://me:secret@127.0.0.1:" + server.port() + "/simple/"));
        server.page("/simple/", exchange -> Server.say(exchange, 401, "text/plain", new byte[0]));

        NetworkFailure failure = failure(server.address("/simple/"));

        assertThat(failure.kind()).isEqualTo(Kind.LOGIN);
        assertThat(failure.explanation()).contains("401", ".netrc").doesNotContain("secret", LOGIN);
    }

    @Test
    void aKeyInAnAddressIsNotShown() {
        server.page("/simple/", exchange -> Server.say(exchange, 403, "text/plain", new byte[0]));

        assertThat(failure(server.address("/simple/?token=abc123")).explanation())
                .contains("/simple/")
                .doesNotContain("abc123");
    }
}
