package org.specimen.proof.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.SELContext;
import com.github.dockerjava.api.model.Volume;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.specimen.format.DockerIgnoreRules;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.RunLimits;
import org.specimen.proof.RunRequest;
import org.specimen.task.Progress;

/**
 * A container for one program: with no more rights than a program of this person has, and the work folder in the place of
 * the image's working folder. Where the engine does not see that folder, it is copied in before and out afterwards.
 *
 * @param shared whether the engine sees the work folder itself
 */
record Container(Engine engine, String id, Path workFolder, String target, boolean shared) implements AutoCloseable {

    private static final String MARK = ".specimen-shared";
    private static final String INPUT = ".specimen-input";
    private static final int READ_BY_ALL = 0444;

    /** What a container is made from, beside the request. */
    record Origin(Engine engine, Info info, InspectImageResponse image, String project) {

        String workingFolder() {
            String folder = image.getConfig() == null ? null : image.getConfig().getWorkingDir();
            return folder == null || folder.isEmpty() ? "/work" : folder;
        }

        boolean hasHome() {
            String[] variables =
                    image.getConfig() == null ? null : image.getConfig().getEnv();
            return variables != null && Arrays.stream(variables).anyMatch(variable -> variable.startsWith("HOME="));
        }

        /** The number of the image's user; 0 where it has a name or there is none. */
        int user() {
            String user = image.getConfig() == null ? null : image.getConfig().getUser();
            return user != null && user.matches("\\d{1,9}(:.*)?") ? Integer.parseInt(user.split(":", 2)[0]) : 0;
        }

        /** Whether it can hand the GPUs of its computer to a container. */
        boolean hasGpu() {
            return info.getRuntimes() != null && info.getRuntimes().containsKey("nvidia");
        }

        boolean hasSelinux() {
            return Objects.requireNonNullElse(info.getSecurityOptions(), List.<String>of()).stream()
                    .anyMatch(option -> option.contains("selinux"));
        }
    }

    /**
     * Creates the container; nothing runs yet.
     *
     * @throws OutsideFailure if the engine refuses or ended
     */
    static Container create(Origin origin, RunRequest request, Progress progress) {
        Engine engine = origin.engine();
        try {
            Optional<Container> sharing = engine.isLocal() ? sharing(origin, request) : Optional.empty();
            return sharing.isPresent() ? sharing.get() : copying(origin, request, progress);
        } catch (RuntimeException failure) {
            progress.checkCancelled();
            throw EngineFailure.of(engine.name(), failure);
        }
    }

    /** Empty if the engine, as one in a virtual machine, sees another folder under that name, or none. */
    private static Optional<Container> sharing(Origin origin, RunRequest request) {
        Path mark = request.workFolder().resolve(MARK);
        try {
            Files.deleteIfExists(mark);
            Files.createFile(mark);
            String id =
                    create(origin, request, Person.user(origin.info(), request.workFolder()), mounted(origin, request));
            Container container =
                    new Container(origin.engine(), id, request.workFolder(), origin.workingFolder(), true);
            if (container.sees(origin.workingFolder() + "/" + MARK)) {
                return Optional.of(container);
            }
            container.close();
            return Optional.empty();
        } catch (DockerException noSuchFolder) {
            if (noSuchFolder.getHttpStatus() == 400
                    && String.valueOf(noSuchFolder.getMessage()).contains("bind")) {
                return Optional.empty();
            }
            throw noSuchFolder;
        } catch (IOException readOnly) {
            throw new UncheckedIOException(readOnly);
        } finally {
            deleteQuietly(mark);
        }
    }

    private static void deleteQuietly(Path mark) {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException remains) {
            throw new UncheckedIOException(remains);
        }
    }

    private boolean sees(String path) {
        try (InputStream found =
                engine.quick().copyArchiveFromContainerCmd(id, path).exec()) {
            return found.read() >= 0;
        } catch (NotFoundException other) {
            return false;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Container copying(Origin origin, RunRequest request, Progress progress) {
        HostConfig host = host(origin, request.limits());
        String id = create(origin, request, Optional.empty(), host);
        Container container = new Container(origin.engine(), id, request.workFolder(), origin.workingFolder(), false);
        try (ContextStream folder =
                new ContextStream(request.workFolder(), DockerIgnoreRules.NONE, Set.of(), origin.user(), progress)) {
            origin.engine()
                    .patient()
                    .copyArchiveToContainerCmd(id)
                    .withRemotePath(origin.workingFolder())
                    .withTarInputStream(folder)
                    .exec();
            return container;
        } catch (IOException broken) {
            container.close();
            throw new UncheckedIOException(broken);
        } catch (RuntimeException refused) {
            container.close();
            throw refused;
        }
    }

    private static String create(Origin origin, RunRequest request, Optional<String> user, HostConfig host) {
        String id = command(origin, request, user, host).exec().getId();
        if (!request.input().isEmpty()) {
            giveInput(origin.engine(), id, request.input());
        }
        return id;
    }

    /** What the engine is asked to create. */
    static CreateContainerCmd command(Origin origin, RunRequest request, Optional<String> user, HostConfig host) {
        CreateContainerCmd command = origin.engine()
                .quick()
                .createContainerCmd(Objects.requireNonNull(origin.image().getId()))
                .withCmd(words(request))
                .withLabels(labels(origin.project()))
                .withWorkingDir(origin.workingFolder())
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withEnv(request.variables().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList())
                .withHostConfig(host);
        user.ifPresent(command::withUser);
        if (!origin.hasHome() && !request.variables().containsKey("HOME")) {
            String[] variables = Objects.requireNonNullElse(command.getEnv(), new String[0]);
            String[] more = Arrays.copyOf(variables, variables.length + 1);
            more[variables.length] = "HOME=/tmp";
            command.withEnv(more);
        }
        return command;
    }

    /**
     * The words as they are; where there is something to read, a shell first puts a file in the place of standard input.
     * Over a pipe of Windows, one end of a connection cannot be closed alone, so that a program there would never see
     * the end of what is sent to it.
     */
    private static List<String> words(RunRequest request) {
        if (request.input().isEmpty()) {
            return request.words();
        }
        return Stream.concat(Stream.of("/bin/sh", "-c", "exec \"$@\" <\"$0\"", "/" + INPUT), request.words().stream())
                .toList();
    }

    private static Map<String, String> labels(String project) {
        Map<String, String> labels = new HashMap<>(Engine.labels(project));
        labels.put(Owner.LABEL, Owner.here().orElse("unknown"));
        return labels;
    }

    private static void giveInput(Engine engine, String id, String input) {
        TarArchiveEntry file = new TarArchiveEntry(INPUT);
        file.setMode(READ_BY_ALL);
        giveFile(engine, id, file, input);
    }

    /** Puts a file into a container that has not begun; one that cannot have it is removed. */
    static void giveFile(Engine engine, String id, TarArchiveEntry file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(archive)) {
            file.setSize(bytes.length);
            tar.putArchiveEntry(file);
            tar.write(bytes);
            tar.closeArchiveEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        try {
            engine.quick()
                    .copyArchiveToContainerCmd(id)
                    .withRemotePath("/")
                    .withTarInputStream(new ByteArrayInputStream(archive.toByteArray()))
                    .exec();
        } catch (RuntimeException refused) {
            ContainerRun.remove(engine, id);
            throw refused;
        }
    }

    private static HostConfig mounted(Origin origin, RunRequest request) {
        String folder = request.workFolder().toAbsolutePath().toString();
        HostConfig host = host(origin, request.limits());
        if (origin.hasSelinux()) {
            return host.withBinds(
                    new Bind(folder, new Volume(origin.workingFolder()), AccessMode.rw, SELContext.single));
        }
        // Unlike a bind, a mount of a folder that is not there is refused, and makes none.
        return host.withMounts(List.of(mount(origin, request)));
    }

    /** The work folder in the place of the image's working folder. */
    static Mount mount(Origin origin, RunRequest request) {
        return new Mount()
                .withType(MountType.BIND)
                .withSource(request.workFolder().toAbsolutePath().toString())
                .withTarget(origin.workingFolder());
    }

    /** What every container of ours is held to. */
    static HostConfig host(Origin origin, RunLimits limits) {
        HostConfig host = HostConfig.newHostConfig()
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withInit(true)
                // What a program says is read here, and would fill the engine's disk.
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
        if (!limits.network()) {
            host.withNetworkMode("none");
        }
        limits.memoryBytes().ifPresent(bytes -> host.withMemory(bytes).withMemorySwap(bytes));
        if (limits.gpu() && origin.hasGpu()) {
            host.withDeviceRequests(
                    List.of(new DeviceRequest().withCount(-1).withCapabilities(List.of(List.of("gpu")))));
        }
        return host;
    }

    /** Brings back what the program wrote, where the engine does not see the folder itself. */
    void collect() {
        if (shared) {
            return;
        }
        try (InputStream archive =
                engine.patient().copyArchiveFromContainerCmd(id, target).exec()) {
            WorkArchive.unpack(archive, workFolder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (RuntimeException failure) {
            throw EngineFailure.of(engine.name(), failure);
        }
    }

    @Override
    public void close() {
        ContainerRun.remove(engine, id);
    }
}
