package org.specimen.proof.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.problem.BadInput;
import org.specimen.proof.docker.ImageStore.Loaded;
import org.specimen.task.Progress;

/** Files that are after the name of an image which somebody else made, with an engine that nobody else uses. */
class HostileArchiveEngineIT {

    private static final String MINE = "mine:latest";
    private static final String EVIL = "evil:latest";

    private static PrivateEngine engine;
    private static ImageStore images;

    @TempDir
    private Path folder = Path.of(".");

    private String mine = "";
    private Map<String, byte[]> evil = new TreeMap<>();

    @BeforeAll
    static void start() throws Exception {
        engine = PrivateEngine.start();
        images = new ImageStore(Engines.of(engine::found));
    }

    @AfterAll
    static void end() throws IOException {
        if (engine != null) {
            engine.close();
        }
    }

    /** One image that is the person's, and one that comes in a file alone. */
    @BeforeEach
    void bothImages() throws IOException {
        try (Engine open = Engine.at(engine.found())) {
            mine = imported(open, "mine", 1);
            imported(open, "evil", 2);
            try (InputStream saved = open.patient().saveImageCmd(EVIL).exec()) {
                evil = entries(saved);
            }
            TestEngine.remove(open, EVIL);
        }
    }

    @AfterEach
    void forget() {
        try (Engine open = Engine.at(engine.found())) {
            TestEngine.remove(open, MINE);
            TestEngine.remove(open, EVIL);
        }
    }

    private static String imported(Engine open, String name, int seed) throws IOException {
        byte[] content = new byte[200_000];
        new Random(seed).nextBytes(content);
        byte[] dockerfile = "FROM scratch\nCOPY content /\n".getBytes(UTF_8);
        open.patient()
                .buildImageCmd(new ByteArrayInputStream(archive(Map.of("Dockerfile", dockerfile, "content", content))))
                .withTags(Set.of(name + ":latest"))
                .start()
                .awaitImageId();
        return open.quick().inspectImageCmd(name).exec().getId();
    }

    private static Map<String, byte[]> entries(InputStream saved) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(saved)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    entries.put(entry.getName(), tar.readAllBytes());
                }
            }
        }
        entries.remove("repositories");
        return entries;
    }

    private static byte[] archive(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            for (Map.Entry<String, byte[]> one : entries.entrySet()) {
                put(tar, new TarArchiveEntry(one.getKey()), one.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private void manifest(UnaryOperator<String> change) {
        evil.computeIfPresent(
                "manifest.json",
                (name, old) -> change.apply(new String(old, UTF_8)).getBytes(UTF_8));
    }

    private Path file() throws IOException {
        return Files.write(folder.resolve("evil.tar"), archive(evil));
    }

    private void assertMineIsMine() {
        assertThat(id(MINE)).contains(mine);
    }

    private static Optional<String> id(String name) {
        try (Engine open = Engine.at(engine.found())) {
            return Optional.ofNullable(open.quick().inspectImageCmd(name).exec().getId());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    private void assertRefused() throws IOException {
        Path file = file();

        assertThatThrownBy(() -> images.load(file, false, Progress.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("evil.tar");

        assertMineIsMine();
        assertThat(id(EVIL)).isEmpty();
    }

    private void assertAskedAbout() throws IOException {
        Loaded answer = images.load(file(), false, Progress.NONE);

        assertThat(answer.taken()).containsExactly(MINE);
        assertThat(answer.images()).isEmpty();
        assertMineIsMine();
    }

    @Test
    void anHonestOneIsLoadedAndMayGetTheNameThatItAsksFor() throws IOException {
        assertThat(images.load(file(), false, Progress.NONE).images()).containsExactly(EVIL);
        manifest(text -> text.replace(EVIL, MINE));
        assertAskedAbout();

        assertThat(images.load(file(), true, Progress.NONE).images()).containsExactly(MINE);
        assertThat(id(MINE)).isEqualTo(id(EVIL)).isNotEqualTo(Optional.of(mine));
    }

    @Test
    void aConfigThatCarriesTheIdentityOfMineIsTakenForWhatItIs() throws IOException {
        String stolen = mine.replace("sha256:", "") + ".json";
        String config = evil.keySet().stream()
                .filter(name -> name.matches("[0-9a-f]{64}\\.json"))
                .findFirst()
                .orElseThrow();
        evil.put(stolen, evil.remove(config));
        manifest(text -> text.replace(config, stolen).replace(EVIL, MINE));

        assertAskedAbout();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"repotags\":[\"mine:latest\"]",
                "\"RepoTagſ\":[\"mine:latest\"]",
                "\"RepoTags\":[\"evil:latest\"],\"RepoTags\":[\"mine:latest\"]",
                "\"RepoTags\":[\"mine:latest\"],\"RepoTags\":[\"evil:latest\"]",
                "\"RepoTags\":[\"evil:latest\"],\"REPOTAGS\":[\"mine:latest\"]"
            })
    void namesThatOneReaderSeesAndAnotherDoesNotAreRefused(String names) throws IOException {
        manifest(text -> text.replace("\"RepoTags\":[\"evil:latest\"]", names));
        assertThat(new String(evil.get("manifest.json"), UTF_8)).contains(names);

        assertRefused();
    }

    @Test
    void namesInTheIndexCountAsThoseInTheManifestDo() throws IOException {
        for (String key : new String[] {"io.containerd.image.name", "org.opencontainers.image.ref.name"}) {
            String index = "{\"schemaVersion\":2,\"manifests\":[{\"digest\":\"sha256:" + "ab".repeat(32)
                    + "\",\"annotations\":{\"" + key + "\":\"" + MINE + "\"}}]}";
            evil.put("index.json", index.getBytes(UTF_8));

            assertAskedAbout();
        }
    }

    @Test
    void aNameForTwoImagesIsRefused() throws IOException {
        evil.put("other.json", "{}".getBytes(UTF_8));
        manifest(text -> text.replaceFirst(
                "^\\[", "[{\"Config\":\"other.json\",\"RepoTags\":[\"evil:latest\"],\"Layers\":[]},"));

        assertRefused();
    }

    @Test
    void aSecondManifestIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            for (Map.Entry<String, byte[]> one : evil.entrySet()) {
                put(tar, new TarArchiveEntry(one.getKey()), one.getValue());
            }
            byte[] second = new String(evil.get("manifest.json"), UTF_8)
                    .replace(EVIL, MINE)
                    .getBytes(UTF_8);
            put(tar, new TarArchiveEntry("manifest.json"), second);
        }
        Path file = Files.write(folder.resolve("evil.tar"), bytes.toByteArray());

        assertThatThrownBy(() -> images.load(file, false, Progress.NONE)).isInstanceOf(BadInput.class);
        assertMineIsMine();
    }

    @Test
    void aManifestBehindALinkIsRefused() throws IOException {
        manifest(text -> text.replace(EVIL, MINE));
        evil.put("other.json", evil.remove("manifest.json"));
        evil.put("index.json", "{\"schemaVersion\":2,\"manifests\":[]}".getBytes(UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            for (Map.Entry<String, byte[]> one : evil.entrySet()) {
                put(tar, new TarArchiveEntry(one.getKey()), one.getValue());
            }
            TarArchiveEntry link = new TarArchiveEntry("manifest.json", TarArchiveEntry.LF_SYMLINK);
            link.setLinkName("other.json");
            put(tar, link, new byte[0]);
        }
        Path file = Files.write(folder.resolve("evil.tar"), bytes.toByteArray());

        assertThatThrownBy(() -> images.load(file, false, Progress.NONE)).isInstanceOf(BadInput.class);
        assertMineIsMine();
    }

    @Test
    void anArchiveOfTheOldestKindWithAnIndexBesideIsRefused() throws IOException {
        evil.remove("manifest.json");
        evil.put("index.json", "{\"schemaVersion\":2,\"manifests\":[]}".getBytes(UTF_8));
        String top = evil.keySet().stream()
                .filter(name -> name.endsWith("/json"))
                .findFirst()
                .orElseThrow()
                .replace("/json", "");
        evil.put("repositories", ("{\"mine\":{\"latest\":\"" + top + "\"}}").getBytes(UTF_8));

        assertRefused();
    }

    @Test
    void aFileThatBecomesAnotherAfterItWasLookedThroughTakesNoName() throws IOException {
        Path file = file();

        assertThatThrownBy(() -> images.load(file, false, naming(file, MINE)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("evil.tar")
                .hasMessageContaining(MINE);

        assertThat(new String(Files.readAllBytes(file), UTF_8)).contains(MINE);
        assertMineIsMine();
        assertThat(id(EVIL)).isEmpty();
    }

    @Test
    void aNameThatNobodyHadAndThatTheFileDidNotSayGoesAgain() throws IOException {
        Path file = file();

        assertThatThrownBy(() -> images.load(file, true, naming(file, "aaaa:latest")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("aaaa:latest");

        assertThat(id("aaaa:latest")).isEmpty();
        assertMineIsMine();
    }

    /** Puts another name into the file when it has been looked through and is about to be loaded. */
    private static Progress naming(Path file, String other) {
        return new Progress() {
            @Override
            public void doing(String what, long done, long total) {
                if (what.startsWith("loading")) {
                    replace(file, EVIL, other);
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    private static void replace(Path file, String old, String other) {
        assertThat(other).hasSameSizeAs(old);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] all = new byte[(int) open.length()];
            open.readFully(all);
            int at = new String(all, ISO_8859_1).indexOf(old);
            if (at >= 0) {
                open.seek(at);
                open.write(other.getBytes(UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
