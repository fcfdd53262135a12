package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.format.Netrc;
import org.specimen.net.Proxies;
import org.specimen.net.Server;
import org.specimen.problem.NoSolution;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.RunLimits;
import org.specimen.proof.RunOutcome;
import org.specimen.proof.RunRequest;
import org.specimen.proof.Station;

/** Packages of an index on this computer's loopback, with and without a login. */
class BuildIndexEngineIT {

    private static final String NAME = "specimen-it-index";
    private static final String BASE = "python:3.11.16-slim-bookworm";
    private static final String PASSWORD = "correct-horse-battery";

    @TempDir
    private Path folder = Path.of(".");

    @TempDir
    private Path work = Path.of(".");

    @BeforeEach
    void write() throws IOException {
        TestEngine.provide(BASE);
        Files.writeString(folder.resolve("Dockerfile"), """
                FROM python:3.11.16-slim-bookworm
                LABEL org.specimen.project=specimen-it-index
                ARG PIP_INDEX_URL
                WORKDIR /project
                COPY requirements.txt ./
                RUN pip install --no-cache-dir --disable-pip-version-check --root-user-action=ignore -r requirements.txt
                COPY . ./
                """);
        Files.writeString(folder.resolve("requirements.txt"), "finch==1.0\n");
        Files.writeString(folder.resolve("code.py"), "print(1)\n");
    }

    @AfterEach
    void forget() {
        TestEngine.forget(NAME);
    }

    private static byte[] wheel() throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("finch.py", "song = 'tweet'\n");
        files.put("finch-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: finch\nVersion: 1.0\n");
        files.put(
                "finch-1.0.dist-info/WHEEL",
                "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        files.put(
                "finch-1.0.dist-info/RECORD",
                "finch.py,,\nfinch-1.0.dist-info/METADATA,,\nfinch-1.0.dist-info/WHEEL,,\nfinch-1.0.dist-info/RECORD,,\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** @param login what must be said to it; empty if nothing */
    private static Server index(String login) throws IOException {
        Server server = new Server();
        byte[] wheel = wheel();
        byte[] page = ("<a href=\"" + server.address("/")
                        + "files/finch-1.0-py3-none-any.whl\">finch-1.0-py3-none-any.whl</a>")
                .getBytes(StandardCharsets.UTF_8);
        String expected = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        Map.of("/simple/finch/", page, "/files/finch-1.0-py3-none-any.whl", wheel)
                .forEach((path, content) -> server.page(path, exchange -> {
                    boolean known = login.isEmpty()
                            || expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    byte[] body = known ? content : new byte[0];
                    exchange.getResponseHeaders()
                            .set("Content-Type", path.endsWith("/") ? "text/html" : "application/octet-stream");
                    exchange.sendResponseHeaders(known ? 200 : 401, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                }));
        return server;
    }

    private MadeEnvironment make(URI index, Heard heard) {
        MakeRequest request =
                new MakeRequest(folder, Plans.named(NAME), Optional.of(index), List.of(), false, Optional.empty());
        return TestEngine.maker().make(request, heard, heard);
    }

    private RunOutcome song(MadeEnvironment environment, Heard heard) {
        return environment.run(
                new RunRequest(
                        List.of("python", "-c", "import finch; print(finch.song)"),
                        work,
                        "",
                        Map.of(),
                        RunLimits.CHECK),
                Station.IMPORTS,
                heard,
                heard);
    }

    @Test
    void anIndexOnLoopbackIsAskedFromWithinTheBuild() throws IOException {
        Heard heard = new Heard();
        try (Server index = index("");
                MadeEnvironment environment = make(URI.create(index.address("/") + "simple/"), heard)) {
            assertThat(song(environment, heard).output()).isEqualTo("tweet\n");
            assertThat(heard.progress).contains("step 6 of 7: installing one package");
        }
    }

    @Test
    void theLoginOfAnIndexIsNowhereInTheImageOrTheLog() throws IOException {
        Heard heard = new Heard();
        try (Server index = index("ada:" + PASSWORD)) {
            String address = (index.address("/") + "simple/").replace("//", "//ada:" + PASSWORD + "@");
            try (MadeEnvironment environment = make(URI.create(address), heard)) {
                assertThat(song(environment, heard).output()).isEqualTo("tweet\n");
            }
        }
        assertThat(heard.texts()).noneMatch(text -> text.contains(PASSWORD));
        String basic = Base64.getEncoder().encodeToString(("ada:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (Engine engine = TestEngine.open();
                InputStream image = engine.patient().saveImageCmd(NAME).exec()) {
            List<String> searched = new ArrayList<>();
            assertThat(filesWith(image, List.of(PASSWORD, basic, "//specimen:"), "", searched))
                    .isEmpty();
            // Configuration and history, and the layer of the packages.
            assertThat(searched).anyMatch(name -> name.endsWith(".json")).anyMatch(name -> name.endsWith("finch.py"));
        }
    }

    /** As an institution signs what comes through its network; its files lie on a server of another name. */
    @Test
    void certificatesOfTheirOwnAreTrustedInTheBuildAndInNoLayer(@TempDir Path keys) throws Exception {
        Path stranger = certificate(keys, "stranger");
        Path own = certificate(keys, "own");
        HttpsServer index = encrypted(keys.resolve("own.p12"));
        Heard heard = new Heard();
        MakeRequest request = new MakeRequest(
                folder,
                Plans.named(NAME),
                Optional.of(URI.create("https://localhost:" + index.getAddress().getPort() + "/simple/")),
                List.of(stranger, own),
                false,
                Optional.empty());
        try (MadeEnvironment environment = TestEngine.maker().make(request, heard, heard)) {
            assertThat(song(environment, heard).output()).isEqualTo("tweet\n");
        } catch (NoSolution failed) {
            throw new AssertionError(String.join("\n", heard.texts()), failed);
        } finally {
            index.stop(0);
        }
        String text = Files.readAllLines(own).get(1);
        try (Engine engine = TestEngine.open();
                InputStream image = engine.patient().saveImageCmd(NAME).exec()) {
            assertThat(filesWith(image, List.of(text), "", new ArrayList<>())).isEmpty();
        }
    }

    @Test
    void anIndexWhoseCertificateIsNotKnownIsToldPlainly(@TempDir Path keys) throws Exception {
        certificate(keys, "own");
        HttpsServer index = encrypted(keys.resolve("own.p12"));
        URI address = URI.create("https://localhost:" + index.getAddress().getPort() + "/simple/");
        Heard heard = new Heard();

        assertThatThrownBy(() -> {
                    MakeRequest request = new MakeRequest(
                            folder, Plans.named(NAME), Optional.of(address), List.of(), false, Optional.empty());
                    new DockerMaker(Engines.of(TestEngine::found), BuildIndexEngineIT::withoutCertificates)
                            .make(request, heard, heard);
                })
                .isInstanceOf(NoSolution.class)
                .hasMessageContaining("A server's certificate is not trusted within the build");
        index.stop(0);
    }

    private static BuildNetwork.Computer withoutCertificates() {
        return new BuildNetwork.Computer(Map.of(), Proxies.of(Map.of()), Netrc.EMPTY);
    }

    @Test
    void theLoginOfNetrcIsTheIndexsToo() throws IOException {
        Heard heard = new Heard();
        try (Server index = index("ada:" + PASSWORD)) {
            Netrc netrc = Netrc.parse("machine 127.0.0.1 login ada password " + PASSWORD);
            MakeRequest request = new MakeRequest(
                    folder,
                    Plans.named(NAME),
                    Optional.of(URI.create(index.address("/") + "simple/")),
                    List.of(),
                    false,
                    Optional.empty());
            DockerMaker maker = new DockerMaker(
                    Engines.of(TestEngine::found),
                    () -> new BuildNetwork.Computer(Map.of(), Proxies.of(Map.of()), netrc));
            try (MadeEnvironment environment = maker.make(request, heard, heard)) {
                assertThat(song(environment, heard).output()).isEqualTo("tweet\n");
            }
        }
    }

    /** The index is nowhere but behind the proxy. */
    @Test
    void aProxyThatWantsALoginIsAskedWithoutTellingTheBuild() throws IOException {
        Heard heard = new Heard();
        byte[] wheel = wheel();
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("ada:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        byte[] page = "<a href=\"../../files/finch-1.0-py3-none-any.whl\">finch-1.0-py3-none-any.whl</a>"
                .getBytes(StandardCharsets.UTF_8);
        try (Server proxy = new Server()) {
            Map.of("/simple/finch/", page, "/files/finch-1.0-py3-none-any.whl", wheel)
                    .forEach((path, content) -> proxy.page(path, exchange -> {
                        boolean isKnown =
                                basic.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
                        String type = path.endsWith("/") ? "text/html" : "application/octet-stream";
                        Server.say(exchange, isKnown ? 200 : 407, type, isKnown ? content : new byte[0]);
                    }));
            Map<String, String> environment =
                    Map.of("http_proxy", "http://ada:" + PASSWORD + "@127.0.0.1:" + proxy.port());
            DockerMaker maker = new DockerMaker(
                    Engines.of(TestEngine::found),
                    () -> new BuildNetwork.Computer(environment, Proxies.of(environment), Netrc.EMPTY));
            MakeRequest request = new MakeRequest(
                    folder,
                    Plans.named(NAME),
                    Optional.of(URI.create("http://pypi.example/simple/")),
                    List.of(),
                    false,
                    Optional.empty());
            try (MadeEnvironment environmentMade = maker.make(request, heard, heard)) {
                assertThat(song(environmentMade, heard).output()).isEqualTo("tweet\n");
            }
        }
        try (Engine engine = TestEngine.open();
                InputStream image = engine.patient().saveImageCmd(NAME).exec()) {
            assertThat(filesWith(image, List.of(PASSWORD, "//specimen:"), "", new ArrayList<>()))
                    .isEmpty();
        }
    }

    /** A certificate that signs itself, as a file; its key is beside it. */
    private static Path certificate(Path folder, String name) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String store = folder.resolve(name + ".p12").toString();
        Path file = folder.resolve(name + ".pem");
        assertThat(run(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store,
                        "-storepass",
                        "changeit"))
                .isZero();
        assertThat(run(
                        keytool,
                        "-exportcert",
                        "-rfc",
                        "-alias",
                        name,
                        "-keystore",
                        store,
                        "-storepass",
                        "changeit",
                        "-file",
                        file.toString()))
                .isZero();
        return file;
    }

    private static int run(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static HttpsServer encrypted(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        byte[] wheel = wheel();
        byte[] page = ("<a href=\"https://127.0.0.1:" + server.getAddress().getPort()
                        + "/files/finch-1.0-py3-none-any.whl\">finch-1.0-py3-none-any.whl</a>")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean isPage = exchange.getRequestURI().getPath().equals("/simple/finch/");
                Server.say(exchange, 200, isPage ? "text/html" : "application/octet-stream", isPage ? page : wheel);
            }
        });
        server.start();
        return server;
    }

    @Test
    void aChangeOfTheCodeAloneInstallsNothingAnew() throws IOException {
        try (Server index = index("ada:" + PASSWORD)) {
            URI address = URI.create((index.address("/") + "simple/").replace("//", "//ada:" + PASSWORD + "@"));
            make(address, new Heard()).close();
            Files.writeString(folder.resolve("code.py"), "print(2)\n");
            Heard heard = new Heard();

            make(address, heard).close();

            assertThat(heard.stations).last().isEqualTo("BUILD DONE: built in 7 steps, 5 of them reused");
        }
    }

    /** Of an archive and the archives in it, the files that have one of these texts in them. */
    private static List<String> filesWith(InputStream in, List<String> texts, String path, List<String> searched)
            throws IOException {
        List<String> found = new ArrayList<>();
        TarArchiveInputStream archive = new TarArchiveInputStream(in);
        for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            String name = path + entry.getName();
            searched.add(name);
            if (name.endsWith("layer.tar")) {
                found.addAll(filesWith(archive, texts, name + "/", searched));
            } else if (entry.isFile()) {
                String content = new String(archive.readAllBytes(), StandardCharsets.ISO_8859_1);
                texts.stream().filter(content::contains).forEach(text -> found.add(name));
            }
        }
        return found;
    }
}
