package org.specimen.machine;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.machine.MachineFacts.Engine;
import org.specimen.machine.MachineFacts.EngineState;

/**
 * Looks for a container engine by knocking at its sockets; no program is run. Docker's reference, "docker context" and
 * "DOCKER_HOST", and the manuals of Podman, Colima, Rancher Desktop and OrbStack say where they listen.
 */
record EngineProbe(Surroundings surroundings, Executables executables) {

    /** An engine on another computer is asked for no longer than this. */
    private static final int MILLISECONDS_TO_CONNECT = 80;

    private static final String UNIX = "unix://";
    private static final String WINDOWS_PIPE = "docker_engine";

    /** A socket that an engine may listen at. */
    private record Place(String engine, Path socket) {}

    Engine probe() {
        Optional<String> host = surroundings.variable("DOCKER_HOST");
        if (host.isPresent()) {
            return ofHost(host.get(), certificates());
        }
        Optional<DockerContext> context = DockerContext.current(surroundings);
        if (context.isPresent()) {
            return ofHost(context.get().host(), context.get().certificates());
        }
        List<Engine> found = new ArrayList<>();
        for (Place place : places()) {
            EngineState state = knock(place.socket());
            Engine engine = new Engine(state, place.engine(), Optional.of(UNIX + place.socket()));
            if (state == EngineState.READY) {
                return engine;
            }
            if (state != EngineState.ABSENT) {
                found.add(engine);
            }
        }
        if (surroundings.system() == OperatingSystem.WINDOWS && hasPipe(WINDOWS_PIPE)) {
            return new Engine(EngineState.READY, "Docker", Optional.of("npipe:////./pipe/" + WINDOWS_PIPE));
        }
        return found.stream()
                .filter(engine -> engine.state() == EngineState.NO_PERMISSION)
                .findFirst()
                .or(this::installed)
                .or(() -> found.stream().findFirst())
                .orElse(Engine.NONE);
    }

    /** In the order in which they are preferred; Docker's standard socket first. */
    private List<Place> places() {
        Path root = surroundings.root();
        Path home = surroundings.home();
        Optional<Path> runtime = surroundings.variable("XDG_RUNTIME_DIR").flatMap(Surroundings::folder);
        List<Place> places = new ArrayList<>();
        places.add(new Place("Docker", root.resolve("var/run/docker.sock")));
        places.add(new Place("Docker", home.resolve(".docker/run/docker.sock")));
        places.add(new Place("Docker", home.resolve(".docker/desktop/docker.sock")));
        runtime.ifPresent(folder -> places.add(new Place("Docker", folder.resolve("docker.sock"))));
        places.add(new Place("Colima", home.resolve(".colima/default/docker.sock")));
        places.add(new Place("Colima", home.resolve(".config/colima/default/docker.sock")));
        places.add(new Place("Rancher Desktop", home.resolve(".rd/docker.sock")));
        places.add(new Place("OrbStack", home.resolve(".orbstack/run/docker.sock")));
        runtime.ifPresent(folder -> places.add(new Place("Podman", folder.resolve("podman/podman.sock"))));
        places.add(new Place("Podman", home.resolve(".local/share/containers/podman/machine/podman.sock")));
        places.add(new Place("Podman", root.resolve("run/podman/podman.sock")));
        return places;
    }

    private Engine ofHost(String host, Optional<Path> certificates) {
        Optional<String> address = Optional.of(host);
        if (host.startsWith(UNIX)) {
            EngineState state = Surroundings.folder(host.substring(UNIX.length()))
                    .map(EngineProbe::knock)
                    .orElse(EngineState.ABSENT);
            return new Engine(state == EngineState.ABSENT ? whenSilent() : state, nameOf(host), address, certificates);
        }
        if (host.startsWith("tcp://") || host.startsWith("http://") || host.startsWith("https://")) {
            return new Engine(answers(host) ? EngineState.READY : whenSilent(), "Docker", address, certificates);
        }
        if (host.startsWith("npipe://")) {
            String pipe = host.substring(host.lastIndexOf('/') + 1);
            return new Engine(hasPipe(pipe) ? EngineState.READY : whenSilent(), "Docker", address);
        }
        // ssh:// and others: only Docker itself can tell.
        return new Engine(EngineState.INSTALLED_NOT_RUNNING, "Docker", address);
    }

    /** Whose socket it is, as its path tells. */
    private static String nameOf(String host) {
        if (host.contains("/.colima/") || host.contains("/colima/")) {
            return "Colima";
        } else if (host.contains("/.rd/")) {
            return "Rancher Desktop";
        } else if (host.contains("/.orbstack/")) {
            return "OrbStack";
        }
        return host.contains("podman") ? "Podman" : "Docker";
    }

    /** Docker's command line asks by certificates where DOCKER_TLS_VERIFY is set to anything. */
    private Optional<Path> certificates() {
        return surroundings
                .variable("DOCKER_TLS_VERIFY")
                .map(verified -> surroundings
                        .variable("DOCKER_CERT_PATH")
                        .flatMap(Surroundings::folder)
                        .orElseGet(() -> DockerContext.settings(surroundings)));
    }

    private EngineState whenSilent() {
        return installed().isPresent() ? EngineState.INSTALLED_NOT_RUNNING : EngineState.ABSENT;
    }

    private Optional<Engine> installed() {
        return installed("docker", "Docker")
                .or(() -> installed("podman", "Podman"))
                .or(() -> installed("colima", "Colima"))
                .or(() -> installed("rdctl", "Rancher Desktop"))
                .or(() -> installed("orb", "OrbStack"));
    }

    private Optional<Engine> installed(String command, String name) {
        return executables
                .find(command)
                .map(path -> new Engine(EngineState.INSTALLED_NOT_RUNNING, name, Optional.empty()));
    }

    private static EngineState knock(Path socket) {
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS) || Files.isRegularFile(socket)) {
            return EngineState.ABSENT;
        }
        if (Files.exists(socket) && !Files.isWritable(socket)) {
            return EngineState.NO_PERMISSION;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return EngineState.READY;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException silent) {
            // The socket of an engine that has ended, or a link to one.
            return EngineState.INSTALLED_NOT_RUNNING;
        }
    }

    private static boolean answers(String address) {
        try (Socket socket = new Socket()) {
            URI uri = URI.create(address);
            if (uri.getHost() == null) {
                return false;
            }
            socket.connect(
                    new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 2375 : uri.getPort()),
                    MILLISECONDS_TO_CONNECT);
            return true;
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        }
    }

    /** Windows lists its pipes as if they were files; opening one to see would take a turn of the engine's. */
    private static boolean hasPipe(String name) {
        String[] pipes = new File("\\\\.\\pipe\\").list();
        return pipes != null && List.of(pipes).contains(name);
    }
}
