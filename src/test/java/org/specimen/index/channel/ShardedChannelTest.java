package org.specimen.index.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.conda.Channel;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.problem.OutsideFailure;
import org.specimen.task.Progress;

/** Lists in shards (CEP 16). */
class ShardedChannelTest {

    private static final byte[] MD5 = HexFormat.of().parseHex("900150983cd24fb0d6963f7d28e17f72");

    @TempDir
    Path folder;

    @TempDir
    Path cache;

    private Path shards;
    private String numpyDigest;

    @BeforeEach
    void layOut() throws IOException {
        shards = Files.createDirectories(folder.resolve("linux-64/shards"));
        numpyDigest = shard(Map.of(
                "packages",
                Map.of(),
                "packages.conda",
                Map.of(
                        "numpy-2.1.0-py312_0.conda",
                        record("numpy", "2.1.0", "python >=3.12,<3.13.0a0"),
                        "numpy-2.3.0-py312_0.conda",
                        record("numpy", "2.3.0", "python >=3.12,<3.13.0a0"),
                        "numpy-9-py312_0.conda",
                        record("numpy", "9", "python >=<3"))));
        index(Map.of("numpy", numpyDigest));
    }

    @Test
    void readsTheShardOfANameWhenItIsAskedFor() {
        try (PlatformRecords records = open()) {
            assertThat(records.names()).containsExactly("numpy");
            assertThat(records.records("numpy"))
                    .extracting(record -> record.version().toString())
                    .containsExactly("2.3.0", "2.1.0");
            assertThat(records.records("scipy")).isEmpty();
            assertThat(records.skipped()).isEqualTo(1);

            PackageRecord whole = records.records("numpy").get(0).whole();
            assertThat(whole.md5()).contains("900150983cd24fb0d6963f7d28e17f72");
            assertThat(whole.buildNumber()).isEqualTo(300);
            assertThat(whole.timestamp()).isEqualTo(1_700_000_000_000L);
            assertThat(whole.url()).isEqualTo("file://" + folder + "/linux-64/numpy-2.3.0-py312_0.conda");
        }
    }

    @Test
    void keepsShardsByTheirDigest() throws IOException {
        open().records("numpy");
        Files.delete(shards.resolve(numpyDigest + ".msgpack.zst"));

        assertThat(open().records("numpy")).hasSize(2);
    }

    @Test
    void fetchesAShardAgainThatIsNotWholeAnyMore() throws IOException {
        open().records("numpy");
        Files.writeString(cache.resolve("shards").resolve(numpyDigest + ".msgpack.zst"), "torn");

        assertThat(open().records("numpy")).hasSize(2);
    }

    @Test
    void saysThatAShardIsMissingOrDamaged() throws IOException {
        Path shard = shards.resolve(numpyDigest + ".msgpack.zst");
        byte[] bytes = Files.readAllBytes(shard);
        bytes[bytes.length / 2] ^= 1;
        Files.write(shard, bytes);
        assertThatThrownBy(() -> open().records("numpy"))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("numpy")
                .hasMessageContaining("digest");
        Files.delete(shard);
        assertThatThrownBy(() -> open().records("numpy"))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("numpy")
                .hasMessageContaining("not there");
    }

    @Test
    void saysThatTheIndexIsDamaged() throws IOException {
        Path index = folder.resolve("linux-64/repodata_shards.msgpack.zst");
        byte[] packed = pack(Map.of("shards", Map.of("numpy", "x".repeat(200))));
        Files.write(index, compressed(Arrays.copyOf(packed, packed.length - 20)));
        assertThatThrownBy(this::open).isInstanceOf(OutsideFailure.class).hasMessageContaining("breaks off");
        Files.write(index, compressed(new byte[] {(byte) 0xc1}));
        assertThatThrownBy(this::open).isInstanceOf(OutsideFailure.class).hasMessageContaining("not MessagePack");
        Files.write(index, compressed(new byte[] {(byte) 0xdd, (byte) 0xff, 0, 0, 0}));
        assertThatThrownBy(this::open).isInstanceOf(OutsideFailure.class).hasMessageContaining("too long");
    }

    private PlatformRecords open() {
        List<PlatformRecords> parts = new ChannelStore(cache, List.of(new LocalListFiles()))
                .open(Channel.parse(folder.toString()), Platform.LINUX_64, Progress.NONE);
        assertThat(parts).hasSize(1);
        return parts.get(0);
    }

    private static Map<String, Object> record(String name, String version, String depends) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", name);
        record.put("version", version);
        record.put("build", "py312_0");
        record.put("build_number", 300L);
        record.put("depends", List.of(depends));
        record.put("md5", MD5);
        record.put("timestamp", 1_700_000_000_000L);
        record.put("noarch", "");
        record.put("features", false);
        return record;
    }

    private String shard(Map<String, ?> content) throws IOException {
        byte[] bytes = compressed(pack(content));
        String digest = sha256(bytes);
        Files.write(shards.resolve(digest + ".msgpack.zst"), bytes);
        return digest;
    }

    private void index(Map<String, String> digests) throws IOException {
        Map<String, Object> byName = new LinkedHashMap<>();
        digests.forEach((name, digest) -> byName.put(name, HexFormat.of().parseHex(digest)));
        Files.write(
                folder.resolve("linux-64/repodata_shards.msgpack.zst"),
                compressed(pack(Map.of(
                        "version",
                        1L,
                        "info",
                        Map.of("base_url", "./", "shards_base_url", "./shards/", "subdir", "linux-64"),
                        "shards",
                        byName))));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] pack(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pack(value, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** The long form of each type, but for short texts and small maps. */
    private static void pack(Object value, DataOutputStream out) throws IOException {
        if (value instanceof Map<?, ?> map) {
            if (map.size() < 16) {
                out.writeByte(0x80 | map.size());
            } else {
                out.writeByte(0xdf);
                out.writeInt(map.size());
            }
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                pack(entry.getKey(), out);
                pack(entry.getValue(), out);
            }
        } else if (value instanceof List<?> list) {
            out.writeByte(0xdd);
            out.writeInt(list.size());
            for (Object item : list) {
                pack(item, out);
            }
        } else if (value instanceof byte[] bytes) {
            out.writeByte(0xc4);
            out.writeByte(bytes.length);
            out.write(bytes);
        } else if (value instanceof Boolean truth) {
            out.writeByte(truth ? 0xc3 : 0xc2);
        } else if (value instanceof Long number) {
            out.writeByte(0xcf);
            out.writeLong(number);
        } else {
            byte[] utf8 = value.toString().getBytes(StandardCharsets.UTF_8);
            if (utf8.length < 32) {
                out.writeByte(0xa0 | utf8.length);
            } else {
                out.writeByte(0xdb);
                out.writeInt(utf8.length);
            }
            out.write(utf8);
        }
    }
}
