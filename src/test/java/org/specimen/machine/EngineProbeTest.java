package org.specimen.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.machine.MachineFacts.Engine;
import org.specimen.machine.MachineFacts.EngineState;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "engines listen at Unix sockets here")
class EngineProbeTest {

    private final List<ServerSocketChannel> listening = new ArrayList<>();

    /** Short, since a Unix socket's path may have some hundred bytes only. */
    private Path root = Path.of(".");

    @BeforeEach
    void makeFolder() throws IOException {
        root = Files.createTempDirectory("e");
    }

    @AfterEach
    void removeFolder() throws IOException {
        for (ServerSocketChannel channel : listening) {
            channel.close();
        }
        try (var files = Files.walk(root)) {
            for (Path path : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }

    private Path listen(String place) throws IOException {
        Path socket = root.resolve(place);
        Files.createDirectories(socket.getParent());
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(socket));
        listening.add(channel);
        return socket;
    }

    private static Engine probe(Surroundings surroundings) {
        return new EngineProbe(surroundings, Executables.in(surroundings)).probe();
    }

    @ParameterizedTest
    @CsvSource({
        "var/run/docker.sock, Docker",
        "home/ada/.docker/run/docker.sock, Docker",
        "home/ada/.docker/desktop/docker.sock, Docker",
        "run/user/1000/docker.sock, Docker",
        "home/ada/.colima/default/docker.sock, Colima",
        "home/ada/.rd/docker.sock, Rancher Desktop",
        "home/ada/.orbstack/run/docker.sock, OrbStack",
        "run/user/1000/podman/podman.sock, Podman",
        "run/podman/podman.sock, Podman"
    })
    void anEngineThatListensIsReady(String place, String name) throws IOException {
        Path socket = listen(place);
        Computer computer = new Computer(root)
                .variable("XDG_RUNTIME_DIR", root.resolve("run/user/1000").toString());

        Engine engine = probe(computer.running("Linux"));

        assertThat(engine.state()).isEqualTo(EngineState.READY);
        assertThat(engine.name()).isEqualTo(name);
        assertThat(engine.address()).contains("unix://" + socket);
    }

    private void context(String name, String host) throws IOException {
        Path docker = root.resolve("home/ada/.docker");
        String digest = java.util.HexFormat.of().formatHex(sha256(name));
        Path meta = docker.resolve("contexts/meta").resolve(digest);
        Files.createDirectories(meta);
        Files.writeString(docker.resolve("config.json"), "{\"auths\": {}, \"currentContext\": \"" + name + "\"}");
        Files.writeString(
                meta.resolve("meta.json"),
                "{\"Name\": \"" + name + "\", \"Endpoints\": {\"docker\": {\"Host\": \"" + host + "\"}}}");
    }

    private static byte[] sha256(String text) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void theChosenContextComesBeforeTheStandardSocket() throws IOException {
        listen("var/run/docker.sock");
        Path socket = listen("home/ada/.colima/work/docker.sock");
        context("colima-work", "unix://" + socket);

        Engine engine = probe(new Computer(root).running("Linux"));

        assertThat(engine.address()).contains("unix://" + socket);
        assertThat(engine.name()).isEqualTo("Colima");
        assertThat(engine.state()).isEqualTo(EngineState.READY);
    }

    @Test
    void anotherContextCanBeNamedInTheEnvironment() throws IOException {
        Path standard = listen("var/run/docker.sock");
        context("far", "ssh://ada@far");

        assertThat(probe(new Computer(root).running("Linux")).address()).contains("ssh://ada@far");
        assertThat(probe(new Computer(root)
                                .variable("DOCKER_CONTEXT", "default")
                                .running("Linux"))
                        .address())
                .contains("unix://" + standard);
    }

    @Test
    void theSocketOfAnEngineThatEndedIsNotRunning() throws IOException {
        listen("var/run/docker.sock");
        listening.get(0).close();

        assertThat(probe(new Computer(root).running("Linux")).state()).isEqualTo(EngineState.INSTALLED_NOT_RUNNING);
    }

    @Test
    void anotherEngineThatListensIsPreferredToOneThatEnded() throws IOException {
        listen("var/run/docker.sock");
        listening.get(0).close();
        listen("home/ada/.colima/default/docker.sock");

        assertThat(probe(new Computer(root).running("Mac OS X")).name()).isEqualTo("Colima");
    }

    @Test
    void anEngineThatListensToOthersOnlyNeedsPermission() throws IOException {
        Path socket = listen("var/run/docker.sock");
        Files.setPosixFilePermissions(socket, Set.of());
        assumeThat(Files.isWritable(socket)).as("root may write anywhere").isFalse();

        assertThat(probe(new Computer(root).running("Linux")).state()).isEqualTo(EngineState.NO_PERMISSION);
    }

    @Test
    void aProgramWithoutASocketIsInstalled() {
        Computer computer = new Computer(root);
        computer.onPath("usr/bin/podman");

        assertThat(probe(computer.running("Linux")).state()).isEqualTo(EngineState.INSTALLED_NOT_RUNNING);
        assertThat(probe(computer.running("Linux")).name()).isEqualTo("Podman");
        assertThat(computer.ran()).isEmpty();
    }

    @Test
    void aFileInPlaceOfTheSocketIsNoEngine() throws IOException {
        Files.createDirectories(root.resolve("var/run"));
        Files.writeString(root.resolve("var/run/docker.sock"), "");

        assertThat(probe(new Computer(root).running("Linux"))).isEqualTo(Engine.NONE);
    }

    @Test
    void theVariableDecidesWhereItIsSet() throws IOException {
        listen("var/run/docker.sock");
        Path other = listen("elsewhere/docker.sock");
        Computer computer = new Computer(root).variable("DOCKER_HOST", "unix://" + other);

        assertThat(probe(computer.running("Linux")).address()).contains("unix://" + other);

        computer.variable("DOCKER_HOST", "unix://" + root.resolve("none.sock"));
        assertThat(probe(computer.running("Linux")).state()).isEqualTo(EngineState.ABSENT);
    }

    @Test
    void anEngineOnAnotherComputerIsKnockedAt() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            Computer computer = new Computer(root).variable("DOCKER_HOST", "tcp://127.0.0.1:" + port);
            assertThat(probe(computer.running("Linux")).state()).isEqualTo(EngineState.READY);
        }
        Computer computer = new Computer(root).variable("DOCKER_HOST", "tcp://127.0.0.1:" + port);
        assertThat(probe(computer.running("Linux")).state()).isEqualTo(EngineState.ABSENT);
    }

    @ParameterizedTest
    @CsvSource({"tcp://", "tcp://a b", "'unix://'", "unix://relative.sock", "http://[::1"})
    void aBrokenVariableMeansNoEngine(String host) {
        assertThat(probe(new Computer(root).variable("DOCKER_HOST", host).running("Linux"))
                        .state())
                .isEqualTo(EngineState.ABSENT);
    }
}
