package org.specimen.index.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.conda.Channel;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.problem.OutsideFailure;
import org.specimen.task.Progress;

class ChannelStoreTest {

    private static final String MD5 = "900150983cd24fb0d6963f7d28e17f72";
    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String NUMPY = """
            "numpy-1.26.4-py311h64a7726_0.conda": {
              "build": "py311h64a7726_0", "build_number": 0, "name": "numpy", "version": "1.26.4", "subdir": "linux-64",
              "depends": ["libblas >=3.9.0,<4.0a0", "python >=3.11,<3.12.0a0"], "constrains": ["numpy-base <0a0"],
              "license": "BSD-3-Clause", "license_family": "BSD", "md5": "%s", "sha256": "%s",
              "size": 8065890, "timestamp": 1707225380409, "track_features": "a, b c", "purls": ["pkg:pypi/numpy"]
            }""".formatted(MD5, SHA256);

    @TempDir
    Path folder;

    @TempDir
    Path cache;

    @Test
    void readsARecordWithAllItsFields() throws IOException {
        list("repodata.json", "{\"info\": {\"subdir\": \"linux-64\"}, \"packages.conda\": {" + NUMPY + "}}");

        try (PlatformRecords records = open()) {
            PackageRecord record = records.records("numpy").get(0).whole();

            assertThat(record.name()).hasToString("numpy");
            assertThat(record.version()).hasToString("1.26.4");
            assertThat(record.build()).isEqualTo("py311h64a7726_0");
            assertThat(record.depends()).containsExactly("libblas >=3.9.0,<4.0a0", "python >=3.11,<3.12.0a0");
            assertThat(record.constrains()).containsExactly("numpy-base <0a0");
            assertThat(record.trackFeatures()).containsExactly("a", "b", "c");
            assertThat(record.md5()).contains(MD5);
            assertThat(record.sha256()).contains(SHA256);
            assertThat(record.size()).isEqualTo(8_065_890);
            assertThat(record.timestamp()).isEqualTo(1_707_225_380_409L);
            assertThat(record.license()).contains("BSD-3-Clause");
            assertThat(record.url()).isEqualTo("file://" + folder + "/linux-64/numpy-1.26.4-py311h64a7726_0.conda");
        }
    }

    @Test
    void keepsRecordsOfOneNameTogetherHoweverTheyStand() throws IOException {
        list("repodata.json", """
                {"packages": {"a-1-0.tar.bz2": {"name": "a", "version": "1", "build": "0", "build_number": 0},
                              "b-1-0.tar.bz2": {"name": "b", "version": "1", "build": "0", "build_number": 0}},
                 "packages.conda": {"a-1-0.conda": {"name": "a", "version": "1", "build": "0", "build_number": 0},
                                    "odd.conda": {"name": "a", "version": "2", "build": "0", "build_number": 7}}}""");

        try (PlatformRecords records = open()) {
            assertThat(records.names()).containsExactly("a", "b");
            assertThat(records.records("a"))
                    .extracting(ChannelRecord::fileName)
                    .containsExactly("odd.conda", "a-1-0.tar.bz2", "a-1-0.conda");
            assertThat(records.records("a"))
                    .extracting(ChannelRecord::isSuperseded)
                    .containsExactly(false, true, false);
            assertThat(records.records("a").get(0).whole().buildNumber()).isEqualTo(7);
            assertThat(records.records("c")).isEmpty();
        }
    }

    @Test
    void leavesOutRecordsThatCannotBeRead() throws IOException {
        list("repodata.json", """
                {"packages": {
                  "good-1-0.conda": {"name": "good", "version": "1", "build": "0", "build_number": 0, "novel": {"x": [1]}},
                  "spec-1-0.conda": {"name": "spec", "version": "1", "build": "0", "depends": ["python >=,<3"]},
                  "version-x-0.conda": {"name": "version", "version": "1..2", "build": "0"},
                  "name-1-0.conda": {"name": "na me", "version": "1", "build": "0"},
                  "kind-1-0.conda": {"name": "kind", "version": "1", "build": "0", "depends": "python"},
                  "map-1-0.conda": {"name": "map", "version": "1", "build": "0", "depends": {"python": ">=3"}},
                  "number-1-0.conda": {"name": "number", "version": "1", "build": "0", "build_number": -1},
                  "digest-1-0.conda": {"name": "digest", "version": "1", "build": "0", "md5": "xyz"},
                  "none-1-0.conda": null}}""");

        try (PlatformRecords records = open()) {
            assertThat(records.names()).containsExactly("good");
            assertThat(records.size()).isEqualTo(1);
            assertThat(records.skipped()).isEqualTo(8);
        }
    }

    @Test
    void takesTheCompressedListFirst() throws IOException {
        list("repodata.json", "{\"packages\": {}}");
        compressed("{\"packages\": {" + NUMPY + "}}");

        try (PlatformRecords records = open()) {
            assertThat(records.has("numpy")).isTrue();
        }
    }

    @Test
    void takesTheListOfCurrentPackagesWhereThereIsNoOther() throws IOException {
        list("current_repodata.json", "{\"packages\": {" + NUMPY + "}}");

        try (PlatformRecords records = open()) {
            assertThat(records.has("numpy")).isTrue();
        }
    }

    @Test
    void hasNothingForAPlatformWithoutAList() throws IOException {
        Files.createDirectories(folder.resolve("linux-64"));

        assertThat(store().open(channel(), Platform.LINUX_64, Progress.NONE)).isEmpty();
    }

    @Test
    void readsAListAnewWhenItHasChanged() throws IOException {
        list("repodata.json", "{\"packages\": {}}");
        open().close();
        list("repodata.json", "{\"packages\": {" + NUMPY + "}}");

        try (PlatformRecords records = open()) {
            assertThat(records.has("numpy")).isTrue();
        }
    }

    @Test
    void doesNotReadAListAgainThatHasNotChanged() throws IOException {
        Path list = list("repodata.json", "{\"packages\": {" + NUMPY + "}}");
        open().close();
        FileTime time = Files.getLastModifiedTime(list);
        // As many bytes, of the same time, that no reader could take.
        Files.write(list, new byte[(int) Files.size(list)]);
        Files.setLastModifiedTime(list, time);

        try (PlatformRecords records = open()) {
            assertThat(records.has("numpy")).isTrue();
        }
    }

    @Test
    void makesATornIndexAnew() throws IOException {
        list("repodata.json", "{\"packages\": {" + NUMPY + "}}");
        open().close();
        byte[] whole = Files.readAllBytes(kept());
        byte[] flipped = whole.clone();
        flipped[whole.length - 30] ^= 1;

        for (byte[] torn :
                List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2), Arrays.copyOf(whole, 10), flipped)) {
            Files.write(kept(), torn);
            try (PlatformRecords records = open()) {
                assertThat(records.records("numpy").get(0).whole().sha256()).contains(SHA256);
            }
            assertThat(Files.readAllBytes(kept())).isEqualTo(whole);
        }
    }

    @Test
    void saysThatAListIsDamaged() throws IOException {
        String list = "{\"packages\": {" + NUMPY + "}}";
        byte[] compressed = compressed(list);
        Path file = folder.resolve("linux-64/repodata.json.zst");
        byte[] flipped = compressed.clone();
        flipped[1] ^= 64;

        Files.write(file, Arrays.copyOf(compressed, compressed.length - 20));
        assertThatThrownBy(this::open).isInstanceOf(OutsideFailure.class).hasMessageContaining("breaks off");
        Files.write(file, flipped);
        assertThatThrownBy(this::open)
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("not compressed with Zstandard");
        Files.write(file, new byte[0]);
        assertThatThrownBy(this::open).isInstanceOf(OutsideFailure.class).hasMessageContaining("empty");
        Files.writeString(file, "<html>You must log in</html>");
        assertThatThrownBy(this::open)
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("not compressed with Zstandard");
        Files.delete(file);
        list("repodata.json", list.substring(0, list.length() - 5));
        assertThatThrownBy(this::open).isInstanceOf(OutsideFailure.class).hasMessageContaining("breaks off");
        list("repodata.json", "[1, 2]");
        assertThatThrownBy(this::open)
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("not a list of packages");
        list("repodata.json", "{\"message\": \"not found\"}");
        assertThatThrownBy(this::open)
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("not a list of packages");
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void findsFilesWhereTheListSaysThatTheyLie() throws IOException {
        list(
                "repodata.json",
                "{\"info\": {\"base_url\": \"https://files.example.org/conda/\"}, \"packages\": {" + NUMPY + "}}");

        try (PlatformRecords records = open()) {
            assertThat(records.records("numpy").get(0).whole().url())
                    .isEqualTo("https://files.example.org/conda/numpy-1.26.4-py311h64a7726_0.conda");
        }
    }

    @Test
    void resolvesPlacesThatAreRelativeToTheList() {
        assertThat(PackagePlace.resolve("file:///channel/linux-64/", "./")).isEqualTo("file:///channel/linux-64");
        assertThat(PackagePlace.resolve("file:///a b/linux-64/", "../files/")).isEqualTo("file:///a b/files");
        assertThat(PackagePlace.resolve("https://host/c/linux-64/", "/other")).isEqualTo("https://host/other");
        assertThat(PackagePlace.resolve("https://host/c/linux-64/", "shards/"))
                .isEqualTo("https://host/c/linux-64/shards");
        assertThat(PackagePlace.resolve("https://host/c/linux-64/", "https://files/x/"))
                .isEqualTo("https://files/x");
    }

    private PlatformRecords open() {
        List<PlatformRecords> parts = store().open(channel(), Platform.LINUX_64, Progress.NONE);
        assertThat(parts).hasSize(1);
        return parts.get(0);
    }

    private ChannelStore store() {
        return new ChannelStore(cache, List.of(new LocalListFiles()));
    }

    private Channel channel() {
        return Channel.parse(folder.toString());
    }

    private Path list(String name, String json) throws IOException {
        Path file = Files.createDirectories(folder.resolve("linux-64")).resolve(name);
        Files.writeString(file, json);
        // A clock of whole seconds must not hide a change.
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-11-01T00:00:00Z").plusSeconds(json.length())));
        return file;
    }

    private byte[] compressed(String json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(bytes)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        Files.createDirectories(folder.resolve("linux-64"));
        Files.write(folder.resolve("linux-64/repodata.json.zst"), bytes.toByteArray());
        return bytes.toByteArray();
    }

    private Path kept() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.findFirst().orElseThrow();
        }
    }

    private List<Path> leftBehind() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }
}
