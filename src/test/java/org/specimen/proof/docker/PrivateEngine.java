package org.specimen.proof.docker;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.EngineState;

/** An engine of a test's own, which can be killed. */
final class PrivateEngine implements AutoCloseable {

    private final Path folder;
    private final Path data;
    private Process process;

    private PrivateEngine(Path folder, Path data, Process process) {
        this.folder = folder;
        this.data = data;
        this.process = process;
    }

    /** Starts one that has no images. */
    static PrivateEngine start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "se");
        return start(folder, folder.resolve("data"));
    }

    /**
     * Starts one.
     *
     * @param data where its images are
     */
    static PrivateEngine start(Path data) throws IOException, InterruptedException {
        return start(Files.createTempDirectory(Path.of("/tmp"), "se"), data);
    }

    private static PrivateEngine start(Path folder, Path data) throws IOException, InterruptedException {
        TestEngine.found();
        assumeThat(System.getProperty("user.name"))
                .as("only root starts engines")
                .isEqualTo("root");
        PrivateEngine engine = new PrivateEngine(folder, data, launch(folder, data));
        engine.awaitAnswer();
        return engine;
    }

    private static Process launch(Path folder, Path data) throws IOException {
        return new ProcessBuilder(
                        "dockerd",
                        "--data-root",
                        data.toString(),
                        "--exec-root",
                        folder.resolve("exec").toString(),
                        "--pidfile",
                        folder.resolve("pid").toString(),
                        "--bridge",
                        "none",
                        "--iptables=false",
                        "-H",
                        "unix://" + folder.resolve("s"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    MachineFacts.Engine found() {
        return new MachineFacts.Engine(EngineState.READY, "Docker", Optional.of("unix://" + folder.resolve("s")));
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 300; attempt++) {
            try (Engine engine = Engine.at(found())) {
                engine.quick().pingCmd().exec();
                return;
            } catch (RuntimeException notYet) {
                if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("log")));
    }

    /** Gives it the Debian with Python under a name, from the engine that all tests use. */
    void provide(String name) throws IOException {
        try (Engine from = TestEngine.open();
                Engine to = Engine.at(found());
                InputStream image =
                        from.patient().saveImageCmd(TestEngine.PYTHON).exec()) {
            DockerClient client = to.patient();
            client.loadImageCmd(image).exec();
            int colon = name.lastIndexOf(':');
            client.tagImageCmd(TestEngine.PYTHON, name.substring(0, colon), name.substring(colon + 1))
                    .exec();
        }
    }

    /** At once, as when a computer loses its power. */
    void kill() throws InterruptedException, IOException {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly().waitFor();
        all.forEach(ProcessHandle::destroyForcibly);
        endContainers();
    }

    /** The processes of containers have no engine above them. */
    private void endContainers() throws IOException {
        String mine = folder.toString();
        ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains(mine))
                .forEach(one -> {
                    one.descendants().forEach(ProcessHandle::destroyForcibly);
                    one.destroyForcibly();
                });
        Files.deleteIfExists(folder.resolve("exec/containerd/containerd.pid"));
    }

    /** Again, with the same data. */
    void restart() throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("pid"));
        process = launch(folder, data);
        awaitAnswer();
    }

    @Override
    public void close() throws IOException {
        try {
            end();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private void end() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        endContainers();
        unmount();
        new ProcessBuilder("rm", "-rf", "--one-file-system", folder.toString())
                .start()
                .waitFor();
    }

    /** What an engine that was killed left mounted, the innermost first. */
    private void unmount() throws IOException, InterruptedException {
        List<String> mounted = Files.readAllLines(Path.of("/proc/self/mounts")).stream()
                .map(line -> line.split(" ", 3)[1])
                .filter(place -> place.startsWith(folder + "/"))
                .sorted(Comparator.reverseOrder())
                .toList();
        for (String place : mounted) {
            new ProcessBuilder("umount", "-l", place).start().waitFor();
        }
    }
}
