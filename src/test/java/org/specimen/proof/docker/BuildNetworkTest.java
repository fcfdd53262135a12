package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.dockerjava.api.model.Info;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.specimen.format.Netrc;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.EngineState;
import org.specimen.machine.OperatingSystem;
import org.specimen.net.Proxies;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.Trouble;

/** What is known of the way to an index before an engine is asked to build. */
class BuildNetworkTest {

    private static final String HERE = "unix:///var/run/docker.sock";
    private static final String ELSEWHERE = "tcp://192.0.2.7:2376";
    private static final Info USUAL = new Info().withOperatingSystem("Debian GNU/Linux 13");
    private static final Info ROOTLESS =
            new Info().withOperatingSystem("Debian GNU/Linux 13").withSecurityOptions(List.of("name=rootless"));
    private static final String WITH_LOGIN = "https://ada:secret@packages.example.org/simple/";

    private static Optional<Trouble> obstacle(
            String engine, Info info, Optional<String> index, List<Path> certificates, Map<String, String> variables) {
        MakeRequest request = new MakeRequest(
                Path.of("."), Plans.named("maps"), index.map(URI::create), certificates, false, Optional.empty());
        MachineFacts.Engine found = new MachineFacts.Engine(EngineState.READY, "Docker", Optional.of(engine));
        try (Engine open = Engine.at(found)) {
            return BuildNetwork.obstacle(
                    request, open, info, new BuildNetwork.Computer(variables, Proxies.of(variables), Netrc.EMPTY));
        }
    }

    private static Optional<Trouble> obstacle(String engine, Info info, String index) {
        return obstacle(engine, info, Optional.of(index), List.of(), Map.of());
    }

    @Test
    void aLoginThatAnEngineElsewhereCouldNotAskForIsToldBeforehandAndNotTheLoginItself() {
        assertThat(obstacle(ELSEWHERE, USUAL, WITH_LOGIN)).get().satisfies(trouble -> {
            assertThat(trouble.text())
                    .contains("https://packages.example.org/simple/ wants a login", "does not reach this computer")
                    .doesNotContain("ada", "secret", "''");
            assertThat(trouble.whatToDo()).contains("an index that asks for neither");
        });
        assertThat(obstacle(HERE, USUAL, WITH_LOGIN)).isEmpty();
        assertThat(obstacle("tcp://127.0.0.1:2375", USUAL, WITH_LOGIN)).isEmpty();
    }

    @Test
    void aRootlessEngineHasALoopbackOfItsOwn() {
        assumeThat(OperatingSystem.ofThisComputer()).isEqualTo(OperatingSystem.LINUX);

        assertThat(obstacle(HERE, ROOTLESS, WITH_LOGIN)).isPresent();
        assertThat(obstacle(HERE, ROOTLESS, "http://127.0.0.1:8080/simple/"))
                .get()
                .satisfies(trouble -> assertThat(trouble.what()).contains("is on this computer"));
    }

    @Test
    void certificatesAndProxiesWithALoginNeedThisComputerToo() {
        String plain = "https://packages.example.org/simple/";
        Map<String, String> proxy = Map.of("https_proxy", "http://ada:secret@proxy.example.org:3128");

        assertThat(obstacle(ELSEWHERE, USUAL, Optional.of(plain), List.of(Path.of("own.pem")), Map.of()))
                .isPresent();
        assertThat(obstacle(ELSEWHERE, USUAL, Optional.of(plain), List.of(), proxy))
                .isPresent();
        assertThat(obstacle(ELSEWHERE, USUAL, plain)).isEmpty();
    }

    @Test
    void withoutAnIndexOfOnesOwnTheStepsAskPypiThemselves() {
        assertThat(obstacle(ELSEWHERE, USUAL, Optional.empty(), List.of(Path.of("own.pem")), Map.of()))
                .isEmpty();
    }
}
