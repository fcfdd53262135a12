package org.specimen.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.specimen.problem.OutsideFailure;

/** Folders of ours that come and go. */
public final class Folders {

    private Folders() {}

    /** A new folder under the system's temporary one, for nobody else to read. */
    public static Path temporary(String purpose) {
        try {
            return Files.createTempDirectory("specimen-" + purpose + "-"
                            + ProcessHandle.current().pid() + "-")
                    .toRealPath();
        } catch (IOException failed) {
            throw new OutsideFailure(
                    "No temporary folder could be made. Check that the disk is not full, and where TMPDIR leads.",
                    failed);
        }
    }

    /** A new folder in another. */
    static Path in(Path folder, String name) {
        try {
            return Files.createDirectory(folder.resolve(name));
        } catch (IOException failed) {
            throw new OutsideFailure(folder.resolve(name) + " could not be made.", failed);
        }
    }

    /**
     * Removes a folder and all in it; a link is removed and not followed. What is not there is no failure.
     *
     * @throws OutsideFailure if something in it cannot be removed
     */
    public static void remove(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Removing());
        } catch (IOException | UncheckedIOException failed) {
            throw new OutsideFailure(
                    folder + " could not be removed whole. Remove it by hand; nothing in it is needed.", failed);
        }
    }

    private static final class Removing extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            // A program may have made a folder that nobody may write into; whoever owns it can change that.
            folder.toFile().setWritable(true);
            folder.toFile().setReadable(true);
            folder.toFile().setExecutable(true);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failed;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
            if (failed != null) {
                throw failed;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
