package org.specimen.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.specimen.problem.OutsideFailure;

/**
 * Keeps two Specimens from writing into one folder at once. The operating system holds the lock, so it goes when its
 * process goes, however that ends.
 */
final class FolderLock {

    /** What is done while the lock is held. */
    interface Work<T> {
        T run() throws IOException;
    }

    private FolderLock() {}

    /** @throws OutsideFailure if another Specimen holds the lock */
    static <T> T holding(Path file, Work<T> work) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutsideFailure(file + " is a link or no plain file, so it cannot be the lock. Remove it.");
        }
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (!lock(channel)) {
                throw new OutsideFailure(
                        "Another Specimen is writing into this folder. Wait until it is done, then try again.");
            }
            return work.run();
        }
    }

    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        } catch (IOException locksUnsupported) {
            // Some network file systems have no locks; to refuse every write there would serve nobody.
            return true;
        }
    }
}
