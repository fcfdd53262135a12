package org.specimen.proof.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.LiveServer;
import org.specimen.proof.ProofListener;
import org.specimen.proof.RunLimits;
import org.specimen.proof.RunRequest;
import org.specimen.proof.ServerRequest;
import org.specimen.proof.ServerThread;
import org.specimen.proof.Station;
import org.specimen.task.Progress;

/**
 * A container in which a program listens: with the rights of a run and no more, the project's folder itself in the place
 * of the image's working folder, and its port published on 127.0.0.1 alone.
 */
final class ServingContainer implements LiveServer {

    /** Within the container; which one is published as on this computer does not matter there. */
    private static final int PORT = 8888;

    private static final String TOKEN = ".specimen-token";
    private static final int READ_BY_OWNER = 0400;

    /** A file that every project has that something is made of. */
    private static final String KNOWN = "specimen.yml";

    /** As long as it is wanted. */
    private static final Duration TIME = Duration.ofDays(365);

    /** What it has to save what it wants to. */
    private static final int SECONDS_TO_STOP = 10;

    private static final long SECONDS_TO_END = 30;

    /** What engines say where the port of this computer is another's: Docker, Docker Desktop, Podman. */
    private static final Pattern PORT_TAKEN =
            Pattern.compile("(?i)port is already allocated|address already in use|ports are not available");

    private final Engine engine;
    private final String id;
    private final ServerThread thread;
    private boolean isClosed;

    private ServingContainer(Engine engine, String id, ServerThread thread) {
        this.engine = engine;
        this.id = id;
        this.thread = thread;
    }

    /**
     * Starts it.
     *
     * @throws OutsideFailure if the engine is another computer's, does not see the folder, refuses, or ended
     */
    static ServingContainer start(
            Container.Origin origin, ServerRequest request, ProofListener listener, Progress progress) {
        Engine engine = origin.engine();
        if (!engine.isOnThisComputer()) {
            throw new OutsideFailure(
                    Texts.trouble("server.elsewhere", engine.name()).text());
        }
        RunRequest run = run(request);
        String id = create(origin, request, run);
        boolean begun = false;
        try {
            if (!sees(engine, id, origin.workingFolder(), request.folder())) {
                throw new OutsideFailure(Texts.trouble("server.unseen", engine.name(), request.folder())
                        .text());
            }
            progress.checkCancelled();
            ServerThread thread = ServerThread.of(wanted -> serve(engine, id, run, listener, wanted));
            begun = true;
            return new ServingContainer(engine, id, thread);
        } finally {
            if (!begun) {
                ContainerRun.remove(engine, id);
            }
        }
    }

    private static RunRequest run(ServerRequest request) {
        Map<String, String> variables = new HashMap<>(request.variables());
        variables.putAll(request.program().variables("/" + TOKEN));
        RunLimits limits = request.limits();
        return new RunRequest(
                request.program().words("0.0.0.0", PORT),
                request.folder(),
                "",
                variables,
                new RunLimits(TIME, limits.memoryBytes(), true, limits.gpu()));
    }

    private static String create(Container.Origin origin, ServerRequest request, RunRequest run) {
        Engine engine = origin.engine();
        Optional<String> user = Person.user(origin.info(), request.folder());
        HostConfig host = Container.host(origin, run.limits())
                .withMounts(List.of(Container.mount(origin, run)))
                .withPortBindings(
                        new Ports(ExposedPort.tcp(PORT), Ports.Binding.bindIpAndPort("127.0.0.1", request.port())));
        if (origin.hasSelinux()) {
            // The other way would be to label the files of the project anew, and they are not ours.
            List<String> options = new ArrayList<>(Objects.requireNonNullElse(host.getSecurityOpts(), List.of()));
            options.add("label=disable");
            host.withSecurityOpts(options);
        }
        try {
            CreateContainerCmd command =
                    Container.command(origin, run, user, host).withExposedPorts(ExposedPort.tcp(PORT));
            String id = command.exec().getId();
            Container.giveFile(engine, id, tokenOf(user, origin.user()), request.secret());
            return id;
        } catch (DockerException refused) {
            if (refused.getHttpStatus() == 400
                    && String.valueOf(refused.getMessage()).contains("bind")) {
                throw new OutsideFailure(
                        Texts.trouble("server.unseen", engine.name(), request.folder())
                                .text(),
                        refused);
            }
            throw EngineFailure.of(engine.name(), refused);
        } catch (RuntimeException failure) {
            throw EngineFailure.of(engine.name(), failure);
        }
    }

    private static TarArchiveEntry tokenOf(Optional<String> user, int usual) {
        TarArchiveEntry file = new TarArchiveEntry(TOKEN);
        file.setMode(READ_BY_OWNER);
        long[] ids = user.map(own ->
                        Arrays.stream(own.split(":")).mapToLong(Long::parseLong).toArray())
                .orElse(new long[] {usual, usual});
        file.setUserId(ids[0]);
        file.setGroupId(ids[1]);
        return file;
    }

    /**
     * Whether the engine, as one in a virtual machine may not, sees the project's own folder: an empty one of that name
     * would take what is saved in it.
     */
    private static boolean sees(Engine engine, String id, String target, Path folder) {
        Path known = folder.resolve(KNOWN);
        try (InputStream found = engine.quick()
                        .copyArchiveFromContainerCmd(id, target + "/" + KNOWN)
                        .exec();
                TarArchiveInputStream tar = new TarArchiveInputStream(found)) {
            return tar.getNextEntry() != null && Arrays.equals(tar.readAllBytes(), Files.readAllBytes(known));
        } catch (NotFoundException other) {
            return false;
        } catch (IOException unreadable) {
            throw new OutsideFailure(Texts.trouble("file.unreadable", KNOWN).text(), unreadable);
        } catch (RuntimeException failure) {
            throw EngineFailure.of(engine.name(), failure);
        }
    }

    private static End serve(Engine engine, String id, RunRequest run, ProofListener listener, Progress wanted) {
        try {
            return End.of(new ContainerRun(engine, listener, Station.RUN, wanted).run(id, run));
        } catch (OutsideFailure failure) {
            if (failure.getCause() != null
                    && PORT_TAKEN
                            .matcher(EngineFailure.said(failure.getCause()))
                            .find()) {
                return End.PORT_TAKEN;
            }
            throw failure;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure(Texts.get("interrupted"), interrupted);
        }
    }

    @Override
    public CompletableFuture<End> end() {
        return thread.end();
    }

    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            engine.quick().stopContainerCmd(id).withTimeout(SECONDS_TO_STOP).exec();
        } catch (NotFoundException | NotModifiedException ended) {
            // That is what was wanted.
        } catch (RuntimeException failure) {
            throw EngineFailure.of(engine.name(), failure);
        } finally {
            ContainerRun.remove(engine, id);
            thread.awaitEnd(SECONDS_TO_END);
        }
    }
}
