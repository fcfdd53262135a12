package org.specimen.index.channel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.specimen.conda.Channel;
import org.specimen.conda.Platform;
import org.specimen.format.DamagedData;
import org.specimen.format.RepodataEntry;
import org.specimen.format.Shards;
import org.specimen.format.Zstandard;
import org.specimen.problem.OutsideFailure;
import org.specimen.task.Progress;

/**
 * A list in shards (CEP 16). The shard of a name is fetched when its records are first asked for, and kept under its
 * digest, by which it is known to be whole.
 */
final class ShardedRecords implements PlatformRecords {

    private static final String SUFFIX = ".msgpack.zst";

    private final Shards index;
    private final String shardsUrl;
    private final ShardRecords shardRecords;
    private final ListFiles server;
    private final Path folder;
    private final Progress progress;
    private final Map<String, List<ChannelRecord>> known = new HashMap<>();
    private long skipped;

    /**
     * The records behind an index.
     *
     * @param base the address of the platform's folder, without a slash at its end
     * @param folder where shards are kept
     */
    ShardedRecords(
            Shards index,
            String base,
            Channel channel,
            Platform platform,
            ListFiles server,
            Path folder,
            Progress progress) {
        this.index = index;
        this.shardsUrl = PackagePlace.resolve(base + "/", index.shardsBaseUrl().orElse("."));
        this.shardRecords = new ShardRecords(
                channel, platform, index.baseUrl().map(packages -> PackagePlace.resolve(base + "/", packages)));
        this.server = server;
        this.folder = folder;
        this.progress = progress;
    }

    @Override
    public boolean has(String name) {
        return index.shards().containsKey(name);
    }

    @Override
    public Collection<String> names() {
        return Collections.unmodifiableCollection(index.shards().keySet());
    }

    @Override
    public List<ChannelRecord> records(String name) {
        String digest = index.shards().get(name);
        if (digest == null) {
            return List.of();
        }
        List<ChannelRecord> records = known.get(name);
        if (records == null) {
            records = read(name, digest);
            known.put(name, records);
        }
        return records;
    }

    private List<ChannelRecord> read(String name, String digest) {
        String url = shardsUrl + "/" + digest + SUFFIX;
        try {
            List<RepodataEntry> entries = new ArrayList<>();
            byte[] shard = shard(url, digest);
            skipped += Shards.readShard(
                    Zstandard.decompress(new ByteArrayInputStream(shard)),
                    entry -> entry.name().equals(name) && shardRecords.isUsable(entry) && entries.add(entry));
            return shardRecords.of(entries);
        } catch (DamagedData damaged) {
            throw new OutsideFailure(
                    "The packages of " + name + " cannot be read: " + url + " is damaged, " + damaged.explanation()
                            + ". Try again later, or name another channel.",
                    damaged);
        } catch (IOException failed) {
            throw new OutsideFailure("The packages of " + name + " could not be read from " + url + ".", failed);
        }
    }

    private byte[] shard(String url, String digest) throws IOException {
        Path kept = folder.resolve(digest + SUFFIX);
        if (Files.isRegularFile(kept)) {
            byte[] bytes = Files.readAllBytes(kept);
            if (sha256(bytes).equals(digest)) {
                return bytes;
            }
        }
        List<byte[]> fetched = new ArrayList<>();
        server.read(url, "", (in, tag) -> fetched.add(in.readAllBytes()), progress);
        if (fetched.isEmpty()) {
            throw new DamagedData("it is not there");
        }
        byte[] bytes = fetched.get(0);
        if (!sha256(bytes).equals(digest)) {
            throw new DamagedData("its digest is not the one of the index");
        }
        KeptFiles.write(kept, file -> KeptFiles.writeAll(file, bytes));
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Those that were asked for so far. */
    @Override
    public long size() {
        return known.values().stream().mapToLong(List::size).sum();
    }

    @Override
    public long skipped() {
        return skipped;
    }

    @Override
    public void close() {
        known.clear();
    }
}
