package org.specimen.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Kept answers in a folder, a file each, under the digest of what they answer. A file comes to its place in one step, and
 * one that is not whole counts as none, so several Specimens may share the folder and any may crash. What cannot be kept
 * is done without: a cache is never a reason to fail.
 */
public final class DiskCache {

    /** Room for the pages and metadata of a few thousand packages. */
    public static final long ORDINARY_SIZE = 500L << 20;

    private static final String UNFINISHED = ".tmp";
    private static final Duration SELDOM = Duration.ofDays(1);

    private final Path folder;
    private final long size;
    private final InstantSource clock;

    /** Bytes that may still be written before the folder is looked through. */
    private final AtomicLong untilTrimmed = new AtomicLong();

    /**
     * A cache in a folder, which need not be there yet.
     *
     * @param size how many bytes it may take, about
     */
    public DiskCache(Path folder, long size, InstantSource clock) {
        this.folder = folder;
        this.size = size;
        this.clock = clock;
    }

    Optional<Entry> find(String form, String address) {
        Path file = file(form, address);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            Optional<Entry> entry = Entry.ofBytes(Files.readAllBytes(file));
            if (entry.isPresent()) {
                touch(file);
            }
            return entry;
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** So that what is used is forgotten last. */
    private void touch(Path file) throws IOException {
        Instant now = clock.instant();
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(SELDOM))) {
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
    }

    void put(String form, String address, Entry entry) {
        byte[] bytes = entry.toBytes();
        if (bytes.length > size / 2) {
            return;
        }
        Path file = file(form, address);
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent == null) {
                return;
            }
            createPrivately(parent);
            Path unfinished = Files.createTempFile(parent, "new", UNFINISHED);
            try {
                Files.write(unfinished, bytes);
                move(unfinished, file);
            } catch (IOException full) {
                Files.deleteIfExists(unfinished);
                throw full;
            }
            if (untilTrimmed.addAndGet(-bytes.length) < 0) {
                untilTrimmed.set(size / 10);
                trim();
            }
        } catch (IOException full) {
            // Without room on the disk the next run asks again.
        }
    }

    /** Forgets what was not used for longest until there is room, and what a crash left. */
    private void trim() throws IOException {
        record Kept(Path file, long length, Instant used) {}
        List<Kept> kept = new ArrayList<>();
        Instant stale = clock.instant().minus(SELDOM);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Instant used = attributes.lastModifiedTime().toInstant();
                if (!file.toString().endsWith(UNFINISHED)) {
                    kept.add(new Kept(file, attributes.size(), used));
                } else if (used.isBefore(stale)) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException meanwhileGone) {
                return FileVisitResult.CONTINUE;
            }
        });
        long total = kept.stream().mapToLong(Kept::length).sum();
        if (total <= size) {
            return;
        }
        kept.sort(Comparator.comparing(Kept::used));
        for (Kept one : kept) {
            if (total <= size - size / 5) {
                return;
            }
            Files.deleteIfExists(one.file());
            total -= one.length();
        }
    }

    private Path file(String form, String address) {
        String name = digest(form + "\n" + address);
        return folder.resolve(name.substring(0, 1)).resolve(name.substring(1));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Addresses may hold keys in their path: nobody else may read them. */
    private static void createPrivately(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
