package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.machine.MachineFacts.Engine;
import org.specimen.machine.MachineFacts.EngineState;
import org.specimen.machine.OperatingSystem;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Trouble;
import org.specimen.proof.Trouble.Fix;
import org.specimen.task.Progress;

class PreflightTest {

    @TempDir
    private Path folder = Path.of(".");

    private static Trouble trouble(OperatingSystem system, EngineState state, String name) {
        Engine engine = new Engine(state, name, Optional.of("unix:///var/run/docker.sock"));
        return new Preflight(system, root -> OptionalLong.empty())
                .unreachable(engine)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ABSENT, Docker, LINUX, sudo apt-get install docker.io && sudo usermod -aG docker \"$USER\"",
        "ABSENT, Docker, MACOS, brew install colima docker && colima start",
        "ABSENT, Docker, WINDOWS, winget install -e --id Docker.DockerDesktop",
        "INSTALLED_NOT_RUNNING, Docker, LINUX, sudo systemctl start docker",
        "INSTALLED_NOT_RUNNING, Docker, MACOS, open -a Docker",
        "INSTALLED_NOT_RUNNING, Podman, LINUX, systemctl --user start podman.socket",
        "INSTALLED_NOT_RUNNING, Colima, MACOS, colima start",
        "INSTALLED_NOT_RUNNING, Rancher Desktop, WINDOWS, rdctl start",
        "NO_PERMISSION, Docker, LINUX, sudo usermod -aG docker \"$USER\""
    })
    void whatToTypeFitsTheSystemAndTheEngine(EngineState state, String name, OperatingSystem system, String command) {
        assertThat(trouble(system, state, name).fixes()).isEqualTo(List.of(new Fix.TypeCommand(command)));
    }

    @ParameterizedTest
    @EnumSource(OperatingSystem.class)
    void everySystemIsToldWhatToDo(OperatingSystem system) {
        for (EngineState state :
                List.of(EngineState.ABSENT, EngineState.INSTALLED_NOT_RUNNING, EngineState.NO_PERMISSION)) {
            for (String name : List.of("Docker", "Podman", "Colima", "Rancher Desktop", "OrbStack")) {
                Trouble trouble = trouble(system, state, name);
                assertThat(trouble.what()).doesNotContain("{").endsWith(".");
                assertThat(trouble.whatToDo()).doesNotContain("{").endsWith(".");
            }
        }
    }

    @Test
    void anAddressThatOnlyDockerItselfSpeaksIsSaidSo() {
        Engine far = new Engine(EngineState.INSTALLED_NOT_RUNNING, "Docker", Optional.of("ssh://ada@far"));

        assertThat(new Preflight(OperatingSystem.LINUX, root -> OptionalLong.empty())
                        .unreachable(far)
                        .orElseThrow()
                        .what())
                .contains("ssh:");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a Unix socket")
    void aSocketThatIsClosedIsToldPlainly() throws IOException {
        Path socket = Files.createTempDirectory(Path.of("/tmp"), "s").resolve("s");
        try (ServerSocketChannel closing = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            closing.bind(UnixDomainSocketAddress.of(socket));
            Thread hangsUp = new Thread(() -> hangUp(closing), "hangs up on everybody");
            hangsUp.setDaemon(true);
            hangsUp.start();

            assertFails("unix://" + socket);
        } finally {
            Files.delete(socket);
            Files.delete(socket.getParent());
        }
        assertFails("unix://" + socket);
    }

    private static void hangUp(ServerSocketChannel channel) {
        try {
            while (channel.isOpen()) {
                channel.accept().close();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void assertFails(String address) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");
        DockerMaker maker =
                new DockerMaker(Engines.of(() -> new Engine(EngineState.READY, "Docker", Optional.of(address))));

        assertThatThrownBy(() -> maker.make(Plans.request(folder, "x"), ProofListener.NONE, Progress.NONE))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageStartingWith("Docker does not answer any more");
        assertThat(maker.obstacle(Plans.request(folder, "x")).orElseThrow().what())
                .startsWith("Docker does not answer any more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ERROR: No matching distribution found for leftpad==9 | pip finds no release of leftpad==9",
                "write /var/lib: no space left on device | The disk is full.",
                "toomanyrequests: You have reached your pull rate limit. | The registry has had enough downloads",
                "The command '/bin/sh -c make' returned a non-zero code: 137 | the memory did not suffice",
                "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. | its checksum differs",
                "E: Unable to locate package libfoo-dev | Debian has no package libfoo-dev",
                "manifest for python:3.99 not found: manifest unknown | no such image, or keeps it to itself: python:3.99",
                "exec /bin/sh: exec format error | another kind of processor",
                "error: command 'gcc' failed: No such file or directory | there is no compiler",
                "foo.c:1:10: fatal error: hdf5.h: No such file or directory | misses the file hdf5.h",
                "Temporary failure in name resolution | could not be reached from within the build",
                "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed | certificate is not trusted"
            })
    void errorsOfABuildAreExplained(String said, String what) {
        assertThat(BuildExplainer.explain(said).orElseThrow().what()).contains(what);
    }

    @Test
    void whatNobodyKnowsIsNotExplained() {
        assertThat(BuildExplainer.explain("something else")).isEmpty();
    }
}
