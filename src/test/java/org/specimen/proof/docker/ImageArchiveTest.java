package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.problem.BadInput;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

/** Files that somebody says are images. */
class ImageArchiveTest {

    private static final String ID = "ab".repeat(32);

    /** Of the content of the config, which is another than its name says. */
    private static final String OF_NOTHING = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    private static final String MANIFEST =
            "[{\"Config\":\"" + ID + ".json\",\"RepoTags\":[\"my-map:latest\"],\"Layers\":[\"l/layer.tar\"]}]";

    @TempDir
    private Path folder = Path.of(".");

    private static byte[] archive(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> saved() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(ID + ".json", "{}".getBytes(StandardCharsets.UTF_8));
        files.put("l/layer.tar", new byte[200_000]);
        files.put("manifest.json", MANIFEST.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("image.tar"), bytes);
    }

    private static ImageArchive read(Path file) {
        return ImageArchive.read(file, Progress.NONE);
    }

    private void assertRefused(byte[] bytes, String words) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(() -> read(file)).isInstanceOf(BadInput.class).hasMessageContaining(words);
    }

    @Test
    void theNamesOfASavedImageAreReadWhetherItIsPackedOrNot() throws IOException {
        byte[] archive = archive(saved());

        ImageArchive plain = read(file(archive));
        ImageArchive packed = read(file(packed(archive)));

        assertThat(plain.images()).containsExactly(Map.entry("my-map:latest", Optional.of(OF_NOTHING)));
        assertThat(packed.images()).isEqualTo(plain.images());
        assertThat(plain.bytes()).isBetween(200_000L, (long) archive.length);
        assertThat(packed.bytes()).isBetween(200_000L, (long) archive.length);
    }

    @Test
    void whatEnginesSinceVersion25SaveIsReadToo() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("blobs/sha256/" + ID, "{}".getBytes(StandardCharsets.UTF_8));
        files.put("blobs/sha256/" + "cd".repeat(32), new byte[1000]);
        files.put("index.json", "{\"manifests\":[]}".getBytes(StandardCharsets.UTF_8));
        String manifest = "[{\"Config\":\"blobs/sha256/" + ID + "\",\"RepoTags\":[\"my-map:latest\"],"
                + "\"Layers\":[\"blobs/sha256/" + "cd".repeat(32) + "\"]}]";
        files.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));

        assertThat(read(file(archive(files))).images())
                .containsExactly(Map.entry("my-map:latest", Optional.of(OF_NOTHING)));
    }

    @Test
    void anOciLayoutIsReadByItsIndex() throws IOException {
        String index = "{\"schemaVersion\":2,\"manifests\":[{\"digest\":\"sha256:" + ID
                + "\",\"annotations\":{\"io.containerd.image.name\":\"docker.io/library/my-map:latest\"}}]}";

        ImageArchive archive = read(file(archive(Map.of("index.json", index.getBytes(StandardCharsets.UTF_8)))));

        assertThat(archive.images()).containsExactly(Map.entry("my-map:latest", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "This is a letter and no archive.", "PK\u0003\u0004"})
    void whatIsNoArchiveIsNotTaken(String text) throws IOException {
        assertRefused(text.getBytes(StandardCharsets.ISO_8859_1), "no archive of an image");
        assertRefused(text.repeat(2000).getBytes(StandardCharsets.ISO_8859_1), "no archive of an image");
    }

    @Test
    void anArchiveOfOtherThingsIsNotTaken() throws IOException {
        assertRefused(archive(Map.of("letter.txt", new byte[10])), "holds no image");
        assertRefused(archive(Map.of("manifest.json", "{}".getBytes(StandardCharsets.UTF_8))), "holds no image");
        assertRefused(archive(Map.of("manifest.json", "[{".getBytes(StandardCharsets.UTF_8))), "not valid JSON");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anArchiveThatEndsTooEarlyIsNotTaken(boolean isPacked) throws IOException {
        byte[] whole = archive(saved());
        byte[] cut = isPacked ? packed(whole) : whole;

        assertRefused(Arrays.copyOf(cut, cut.length / 2), "ends too early, or parts of it are missing");
    }

    @Test
    void anArchiveWithoutOneOfItsLayersIsNotTaken() throws IOException {
        Map<String, byte[]> files = saved();
        files.remove("l/layer.tar");

        assertRefused(archive(files), "parts of it are missing");
    }

    @Test
    void namesThatAreNoneAreNotAskedAbout() throws IOException {
        Map<String, byte[]> files = saved();
        String manifest = MANIFEST.replace("my-map:latest", "../containers/x");
        files.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));

        assertRefused(archive(files), "honest archive");
    }

    @Test
    void aBombIsNotUnpackedToItsEnd() throws IOException {
        Path bomb = folder.resolve("bomb.tar.gz");
        try (OutputStream file = Files.newOutputStream(bomb);
                GZIPOutputStream gzip = new GZIPOutputStream(file, 1 << 16);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip)) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            TarArchiveEntry entry = new TarArchiveEntry("layer.tar");
            entry.setSize(2_000_000_000L);
            tar.putArchiveEntry(entry);
            byte[] zeros = new byte[1_000_000];
            for (int piece = 0; piece < 2000; piece++) {
                tar.write(zeros);
            }
            tar.closeArchiveEntry();
        }

        assertThatThrownBy(() -> read(bomb)).isInstanceOf(BadInput.class).hasMessageContaining("honest archive");
    }

    @Test
    void aNameOfHundredMegabytesTakesNoMemory() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip)) {
            TarArchiveEntry name = new TarArchiveEntry("././@LongLink", (byte) 'L');
            name.setSize(100_000_000);
            tar.putArchiveEntry(name);
            byte[] piece = new byte[1_000_000];
            Arrays.fill(piece, (byte) 'a');
            for (int at = 0; at < 100; at++) {
                tar.write(piece);
            }
            tar.closeArchiveEntry();
        }

        assertRefused(bytes.toByteArray(), "honest archive");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("nowhere.tar");

        assertThatThrownBy(() -> read(missing))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("There is no file " + missing);
    }

    @Test
    void lookingThroughItCanBeCancelled() throws IOException {
        Path file = file(archive(saved()));
        Heard heard = new Heard();
        heard.cancel();

        assertThatThrownBy(() -> ImageArchive.read(file, heard)).isInstanceOf(Cancelled.class);
    }
}
