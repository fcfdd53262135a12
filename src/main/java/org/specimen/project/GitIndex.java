package org.specimen.project;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The paths that Git's index holds (Git documentation, "gitformat-index"): what is committed, or will be with the next commit.
 */
record GitIndex(Set<String> paths) {

    private static final int MAGIC = 0x44495243;

    /** Times, device, owner, size and the SHA-1 of an entry, before its flags. */
    private static final int BEFORE_FLAGS = 60;

    private static final int EXTENDED = 0x4000;
    private static final int MOST_ENTRIES = 2_000_000;
    private static final int LONGEST_PATH = 8_000;

    GitIndex {
        paths = Set.copyOf(paths);
    }

    /** Whether the folder of a file holds anything of the repository; one that does not is left out on purpose. */
    boolean knowsFolderOf(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return paths.stream().anyMatch(known -> known.startsWith(folder));
    }

    /** Empty if it is missing, damaged, or of a version that is not known: 2 and 3 are. */
    static Optional<GitIndex> read(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream raw = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
                DataInputStream in = new DataInputStream(new BufferedInputStream(raw, 1 << 16))) {
            return in.readInt() == MAGIC ? read(in, in.readInt(), in.readInt()) : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<GitIndex> read(DataInputStream in, int version, int entries) throws IOException {
        if (version < 2 || version > 3 || entries < 0 || entries > MOST_ENTRIES) {
            return Optional.empty();
        }
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < entries; i++) {
            in.skipNBytes(BEFORE_FLAGS);
            boolean extended = (in.readUnsignedShort() & EXTENDED) != 0;
            if (extended) {
                in.skipNBytes(2);
            }
            Optional<String> path = path(in, BEFORE_FLAGS + (extended ? 4 : 2));
            if (path.isEmpty()) {
                return Optional.empty();
            }
            paths.add(path.get());
        }
        return Optional.of(new GitIndex(paths));
    }

    /** It ends with one to eight null bytes, so that the entry's length is a multiple of eight. */
    private static Optional<String> path(DataInputStream in, int before) throws IOException {
        byte[] path = new byte[LONGEST_PATH];
        int length = 0;
        int read = in.readUnsignedByte();
        while (read != 0 && length < LONGEST_PATH) {
            path[length++] = (byte) read;
            read = in.readUnsignedByte();
        }
        if (read != 0) {
            return Optional.empty();
        }
        in.skipNBytes(8 - (before + length) % 8 - 1);
        return Optional.of(new String(path, 0, length, StandardCharsets.UTF_8));
    }
}
