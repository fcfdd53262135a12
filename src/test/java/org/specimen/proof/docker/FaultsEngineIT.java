package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.net.Server;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.RunLimits;
import org.specimen.proof.RunRequest;
import org.specimen.proof.Station;
import org.specimen.task.Cancelled;

/** What goes wrong around a build: a plain message, nothing of ours left, and the project as it was. */
class FaultsEngineIT {

    private static final String NAME = "specimen-it-faults";
    private static final String BASE = "python:3.11.16-slim-bookworm";

    @TempDir
    private Path folder = Path.of(".");

    private void dockerfile(String base, String text) throws IOException {
        Files.writeString(
                folder.resolve("Dockerfile"), "FROM " + base + "\nLABEL org.specimen.project=" + NAME + "\n" + text);
        Files.writeString(folder.resolve("code.py"), "print(1)\n");
    }

    private MadeEnvironment make(PrivateEngine engine, Heard heard) {
        return new DockerMaker(Engines.of(engine::found)).make(Plans.request(folder, NAME), heard, heard);
    }

    private Map<String, String> project() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    private static void assertNothingLeft(PrivateEngine engine) {
        try (Engine open = Engine.at(engine.found())) {
            assertThat(open.quick().listContainersCmd().withShowAll(true).exec())
                    .isEmpty();
            assertThat(open.quick().listImagesCmd().withReferenceFilter(NAME).exec())
                    .isEmpty();
        }
    }

    @Test
    void anEngineThatIsKilledInTheMiddleOfABuild() throws Exception {
        try (PrivateEngine engine = PrivateEngine.start()) {
            engine.provide(BASE);
            dockerfile(BASE, "RUN echo ready && sleep 600\n");
            Map<String, String> before = project();
            Heard heard = new Heard(line -> line.text().equals("ready"));
            CompletableFuture<MadeEnvironment> making = CompletableFuture.supplyAsync(() -> make(engine, heard));
            heard.await();

            engine.kill();

            assertThatThrownBy(making::join)
                    .cause()
                    .isInstanceOf(OutsideFailure.class)
                    .hasMessageStartingWith("Docker does not answer any more")
                    .hasMessageContaining("Start it again");
            assertThat(heard.stations).last().asString().startsWith("BUILD FAILED");
            assertThat(project()).isEqualTo(before);

            engine.restart();
            dockerfile(BASE, "RUN exit 7\n");
            assertThatThrownBy(() -> make(engine, new Heard())).isInstanceOf(NoSolution.class);
            assertNothingLeft(engine);
        }
    }

    @Test
    void anEngineThatIsKilledWhileAProgramRuns(@TempDir Path work) throws Exception {
        try (PrivateEngine engine = PrivateEngine.start()) {
            engine.provide(BASE);
            dockerfile(BASE, "WORKDIR /project\n");
            Heard heard = new Heard(line -> line.text().equals("ready"));
            MadeEnvironment environment = make(engine, new Heard());
            CompletableFuture<?> running = CompletableFuture.supplyAsync(() -> environment.run(
                    new RunRequest(List.of("sh", "-c", "echo ready; sleep 600"), work, "", Map.of(), RunLimits.CHECK),
                    Station.RUN,
                    heard,
                    heard));
            heard.await();

            engine.kill();

            assertThatThrownBy(running::join)
                    .cause()
                    .isInstanceOf(OutsideFailure.class)
                    .hasMessageStartingWith("Docker does not answer any more");
            environment.close();

            engine.restart();
            make(engine, new Heard()).close();
            try (Engine open = Engine.at(engine.found())) {
                assertThat(TestEngine.containers(open.quick(), NAME)).isEmpty();
            }
        }
    }

    @Test
    void aDiskThatIsFull() throws Exception {
        Path data = Files.createTempDirectory(Path.of("/tmp"), "sd");
        TestEngine.found();
        assertThat(run("mount", "-t", "tmpfs", "-o", "size=800m", "tmpfs", data.toString()))
                .isZero();
        try (PrivateEngine engine = PrivateEngine.start(data)) {
            engine.provide(BASE);
            dockerfile(BASE, "RUN head -c 2000000000 /dev/zero > /filler\n");
            Map<String, String> before = project();

            assertThat(new DockerMaker(Engines.of(engine::found))
                            .obstacle(Plans.request(folder, NAME))
                            .orElseThrow()
                            .what())
                    .startsWith("There is too little space on the disk of the engine");
            assertThatThrownBy(() -> make(engine, new Heard()))
                    .isInstanceOf(NoSolution.class)
                    .hasMessageContaining("The disk is full.");

            assertNothingLeft(engine);
            assertThat(project()).isEqualTo(before);
        } finally {
            run("umount", data.toString());
            Files.delete(data);
        }
    }

    private static int run(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).start().waitFor();
    }

    @Test
    void aPullThatIsCancelled() throws Exception {
        TestEngine.found();
        CountDownLatch dawdling = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (Server registry = new Server()) {
            serve(registry, dawdling, over);
            String base = "localhost:" + registry.port() + "/slow:1";
            dockerfile(base, "");
            Heard heard = new Heard();
            CompletableFuture<MadeEnvironment> making = CompletableFuture.supplyAsync(
                    () -> TestEngine.maker().make(Plans.request(folder, NAME), heard, heard));
            assertThat(dawdling.await(60, TimeUnit.SECONDS))
                    .as("the pull began")
                    .isTrue();
            heard.cancel();

            Throwable ended = catchThrowable(making::join);
            over.countDown();
            assertThat(ended).hasCauseInstanceOf(Cancelled.class);
            assertThat(heard.stations).last().isEqualTo("BASE_IMAGE CANCELLED");
            assertThat(TestEngine.tags()).doesNotContain(base);
        } finally {
            over.countDown();
        }
    }

    /** A registry (OCI distribution specification) with one image, whose layer begins to come and does not end. */
    private static void serve(Server registry, CountDownLatch dawdling, CountDownLatch over) throws Exception {
        String layer = "sha256:" + "0".repeat(64);
        String config = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"rootfs\":{\"type\":\"layers\","
                + "\"diff_ids\":[\"" + layer + "\"]}}";
        String manifest = "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.docker.distribution.manifest.v2+json\","
                + "\"config\":{\"mediaType\":\"application/vnd.docker.container.image.v1+json\",\"size\":"
                + config.length() + ",\"digest\":\"" + digest(config) + "\"},\"layers\":[{\"mediaType\":"
                + "\"application/vnd.docker.image.rootfs.diff.tar.gzip\",\"size\":100000000,\"digest\":\"" + layer
                + "\"}]}";
        String type = "application/vnd.docker.distribution.manifest.v2+json";
        registry.text("/v2/", "application/json", "{}")
                .text("/v2/slow/blobs/" + digest(config), "application/octet-stream", config);
        for (String reference : List.of("1", digest(manifest))) {
            registry.page("/v2/slow/manifests/" + reference, exchange -> {
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.getResponseHeaders().set("Docker-Content-Digest", digest(manifest));
                boolean head = exchange.getRequestMethod().equals("HEAD");
                byte[] body = manifest.getBytes(StandardCharsets.UTF_8);
                if (head) {
                    exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
                }
                exchange.sendResponseHeaders(200, head ? -1 : body.length);
                exchange.getResponseBody().write(head ? new byte[0] : body);
            });
        }
        registry.page("/v2/slow/blobs/" + layer, exchange -> {
            exchange.sendResponseHeaders(200, 100_000_000);
            exchange.getResponseBody().write(new byte[1_000_000]);
            exchange.getResponseBody().flush();
            dawdling.countDown();
            try {
                over.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static String digest(String text) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
