package org.specimen.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.specimen.app.AppTexts;
import org.specimen.app.SmallFiles;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;

/**
 * A file that is always whole: it is written beside its place and moved there, and moved aside if it turns out to be
 * broken. Of several Specimens that write it, the last one wins, unless each changes it {@link #alone}.
 *
 * @param what what the file keeps, by its key among the texts: {@code settings}
 */
record StoredFile(Path path, String what) {

    /** Behind the name of a file that could not be understood. */
    static final String BROKEN = ".broken";

    /** Behind the name of a file that is not in its place yet. */
    static final String UNFINISHED = ".tmp";

    /** Behind the name of the file by whose lock one Specimen waits for another. */
    static final String LOCK = ".lock";

    /** More links than that are a circle. */
    private static final int MOST_LINKS = 20;

    /**
     * Reads the file.
     *
     * @param otherwise what takes the place of what cannot be read
     * @param meaning throws {@link BadInput} if it does not understand the text
     */
    <T> Loaded<T> load(T otherwise, Function<String, Loaded<T>> meaning) {
        if (!Files.exists(path)) {
            return Loaded.well(otherwise);
        }
        try {
            if (!Files.isRegularFile(path)) {
                return Loaded.insteadOf(AppTexts.get("stored.no-plain-file", path, told()), otherwise);
            }
            return meaning.apply(SmallFiles.read(path));
        } catch (BadInput broken) {
            return Loaded.insteadOf(isUnreadable(broken) ? broken.explanation() : setAside(broken), otherwise);
        }
    }

    /**
     * Reads the file before it is changed: what cannot be read is not written over either, since it may be whole.
     *
     * @throws OutsideFailure if the file is there and may not be read
     */
    <T> T loadToChange(T otherwise, Function<String, Loaded<T>> meaning) {
        if (Files.exists(path) && !Files.isReadable(path)) {
            throw new OutsideFailure(AppTexts.get("stored.unreadable", path, told()));
        }
        return load(otherwise, meaning).value();
    }

    /** Whether the disk did not give the file, which says nothing about what is in it. */
    private static boolean isUnreadable(BadInput broken) {
        return broken.getCause() instanceof IOException cause && !(cause instanceof CharacterCodingException);
    }

    private String setAside(BadInput broken) {
        Path aside = path.resolveSibling(path.getFileName() + BROKEN);
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            return AppTexts.get("stored.aside", aside, told(), broken.explanation());
        } catch (IOException stays) {
            return AppTexts.get("stored.stays", path, told(), broken.explanation());
        }
    }

    /**
     * Writes the file, all of it or nothing.
     *
     * @throws OutsideFailure if the disk does not take it
     */
    void write(String text) {
        write(text, Optional.empty());
    }

    /** @param time what the file says of when it was written */
    void write(String text, Optional<Instant> time) {
        try {
            Path place = behindLinks(path);
            Path folder = parent(place);
            createPrivately(folder);
            Path unfinished = Files.createTempFile(folder, "." + place.getFileName() + ".", UNFINISHED);
            try {
                fill(unfinished, text);
                if (time.isPresent()) {
                    Files.setLastModifiedTime(unfinished, FileTime.from(time.get()));
                }
                move(unfinished, place);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /** @throws OutsideFailure if the disk does not let it go */
    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /**
     * Does something that reads the file and writes it again while no other Specimen does; one after the other, they lose
     * nothing of each other. Where the disk knows no locks, nobody waits, and the last one wins.
     *
     * @throws OutsideFailure if the folder of the file cannot be made
     */
    <T> T alone(Supplier<T> change) {
        synchronized (StoredFile.class) {
            try (FileChannel channel = lockFile()) {
                lock(channel);
                return change.get();
            } catch (IOException failed) {
                throw failure(failed);
            }
        }
    }

    /** A file of its own: the one that is kept is another one after each write. It stays, since others may wait for it. */
    private FileChannel lockFile() throws IOException {
        Path place = behindLinks(path);
        createPrivately(parent(place));
        return FileChannel.open(
                place.resolveSibling("." + place.getFileName() + LOCK),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    /** Waits for the lock, which goes with its channel; some disks of a network know none. */
    @SuppressWarnings("EmptyCatch")
    private static void lock(FileChannel channel) {
        try {
            channel.lock();
        } catch (IOException noLocks) {
            // Then nobody waits, as it says above.
        }
    }

    private String told() {
        return AppTexts.get("stored." + what);
    }

    private OutsideFailure failure(IOException failed) {
        return new OutsideFailure(AppTexts.get("stored.not-saved", parent(path), told()), failed);
    }

    /** A person may keep their settings elsewhere and have a link here: what it leads to is written, and the link stays. */
    private static Path behindLinks(Path path) throws IOException {
        Path place = path;
        for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(place); links++) {
            place = parent(place).resolve(Files.readSymbolicLink(place));
        }
        return place;
    }

    private static Path parent(Path path) {
        return Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
    }

    /** XDG Base Directory Specification 0.8, "Referencing this specification": a folder that is not there gets 0700. */
    private static void createPrivately(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        createPrivately(parent(folder));
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException meanwhile) {
            if (!Files.isDirectory(folder)) {
                throw meanwhile;
            }
        }
    }

    /** Down to the disk, or a crash of the computer could leave an empty file under the name. */
    private static void fill(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            // Some file systems replace in one step only where they are told to replace.
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
