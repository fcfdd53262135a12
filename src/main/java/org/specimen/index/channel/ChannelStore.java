package org.specimen.index.channel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.specimen.conda.Channel;
import org.specimen.conda.Platform;
import org.specimen.format.DamagedData;
import org.specimen.format.RepodataReader;
import org.specimen.format.Shards;
import org.specimen.format.Zstandard;
import org.specimen.problem.BadInput;
import org.specimen.problem.NetworkFailure;
import org.specimen.problem.OutsideFailure;
import org.specimen.task.Progress;

/**
 * Fetches the package lists of channels and keeps them in a folder in the form of {@link RecordIndex}. A kept list is asked
 * after again each time, and serves where the channel cannot be reached. What is written is written aside and moved into
 * its place when it is whole; a file that is not whole is made anew.
 */
public final class ChannelStore {

    /** The lists that a channel may have, the best first (conda documentation, "Repository structure and index"). */
    private static final List<String> LISTS = List.of("repodata.json.zst", "repodata.json", "current_repodata.json");

    /** The index of a list in shards (CEP 16). */
    private static final String SHARDS = "repodata_shards.msgpack.zst";

    private static final String SUFFIX = ".records";

    private final Path folder;
    private final List<ListFiles> files;

    /**
     * Keeps lists in a folder, which is made when it is needed.
     *
     * @param files those that serve other addresses than others
     */
    public ChannelStore(Path folder, List<ListFiles> files) {
        this.folder = folder;
        this.files = List.copyOf(files);
    }

    /**
     * What a channel has for a platform: a part for each of its addresses that has anything for it.
     *
     * @throws OutsideFailure if a list cannot be fetched and none is kept, or is damaged
     * @throws BadInput if nothing can fetch from the channel's address
     */
    public List<PlatformRecords> open(Channel channel, Platform platform, Progress progress) {
        List<PlatformRecords> parts = new ArrayList<>();
        for (String base : channel.urls(platform)) {
            open(base, channel, platform, progress).ifPresent(parts::add);
        }
        return parts;
    }

    private Optional<PlatformRecords> open(String base, Channel channel, Platform platform, Progress progress) {
        progress.doing("reading the packages of " + channel + " for " + platform, 0, 0);
        Path kept = folder.resolve(name(base) + SUFFIX);
        ListFiles server = files.stream()
                .filter(one -> one.serves(base))
                .findFirst()
                .orElseThrow(() -> new BadInput("Nothing can be fetched from " + base
                        + ". A channel is a name like conda-forge, an address with https:// or file://, or a folder."));
        String list = base;
        try {
            Optional<RecordIndex> old = keptIndex(kept, channel, platform);
            try {
                for (String name : LISTS) {
                    list = base + "/" + name;
                    Optional<RecordIndex> current = current(list, server, kept, old, channel, platform, progress);
                    if (current.isPresent()) {
                        return Optional.of(current.get());
                    }
                }
            } catch (DamagedData damaged) {
                old.ifPresent(RecordIndex::close);
                throw damaged;
            } catch (NetworkFailure outage) {
                if (old.isPresent() && outage.isOutage()) {
                    return Optional.of(old.get());
                }
                old.ifPresent(RecordIndex::close);
                throw outage;
            } catch (IOException unreachable) {
                if (old.isPresent()) {
                    return Optional.of(old.get());
                }
                throw unreachable;
            }
            old.ifPresent(RecordIndex::close);
            list = base + "/" + SHARDS;
            return sharded(base, server, channel, platform, progress);
        } catch (DamagedData damaged) {
            throw new OutsideFailure(
                    "The package list of " + channel + " for " + platform + " cannot be used: " + list + " is damaged, "
                            + damaged.explanation() + ". Try again later, or name another channel.",
                    damaged);
        } catch (IOException failed) {
            throw new OutsideFailure(
                    "The package list of " + channel + " for " + platform + " could not be read from " + list + ": "
                            + failed.getMessage() + ".",
                    failed);
        }
    }

    private static Optional<RecordIndex> keptIndex(Path kept, Channel channel, Platform platform) throws IOException {
        try {
            return Optional.of(RecordIndex.open(kept, channel, platform));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (TornIndex torn) {
            Files.deleteIfExists(kept);
            return Optional.empty();
        }
    }

    /** The index of a list that there is; the old one where the list has not changed. */
    private Optional<RecordIndex> current(
            String list,
            ListFiles server,
            Path kept,
            Optional<RecordIndex> old,
            Channel channel,
            Platform platform,
            Progress progress)
            throws IOException {
        String oldTag = old.map(RecordIndex::source)
                .filter(source -> source.url().equals(list))
                .map(IndexSource::tag)
                .orElse("");
        Optional<String> tag = server.read(
                list, oldTag, (in, newTag) -> keep(unpacked(list, in), list, newTag, kept, progress), progress);
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        if (old.isPresent() && !oldTag.isEmpty() && tag.get().equals(oldTag)) {
            return old;
        }
        old.ifPresent(RecordIndex::close);
        return Optional.of(RecordIndex.open(kept, channel, platform));
    }

    private static InputStream unpacked(String list, InputStream in) throws IOException {
        return list.endsWith(".zst") ? Zstandard.decompress(new BufferedInputStream(in, 1 << 16)) : in;
    }

    private void keep(InputStream in, String list, String tag, Path kept, Progress progress) throws IOException {
        RecordIndexWriter writer = new RecordIndexWriter();
        RepodataReader.Summary summary = RepodataReader.read(in, entry -> {
            progress.checkCancelled();
            return writer.add(entry);
        });
        String place = list.substring(0, list.lastIndexOf('/') + 1);
        IndexSource source = new IndexSource(
                list,
                tag,
                summary.baseUrl().map(base -> PackagePlace.resolve(place, base)),
                summary.taken(),
                summary.skipped());
        KeptFiles.write(kept, file -> writer.write(file, source));
    }

    /** A list in shards, where that is all the channel has. */
    private Optional<PlatformRecords> sharded(
            String base, ListFiles server, Channel channel, Platform platform, Progress progress) throws IOException {
        List<Shards> index = new ArrayList<>();
        server.read(
                base + "/" + SHARDS,
                "",
                (in, tag) -> index.add(Shards.readIndex(Zstandard.decompress(new BufferedInputStream(in)))),
                progress);
        return index.stream()
                .findFirst()
                .map(shards -> new ShardedRecords(
                        shards, base, channel, platform, server, folder.resolve("shards"), progress));
    }

    private static String name(String url) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
