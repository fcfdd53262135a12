package org.specimen.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.specimen.problem.OutsideFailure;

/** Says what is the matter with the disk. */
final class DiskFailure {

    private DiskFailure() {}

    /** @param clean whether the files are as they were before */
    static OutsideFailure of(Path folder, IOException failed, boolean clean) {
        String state = clean
                ? " No file was changed."
                : " The write is not finished: the next start of Specimen in this folder finishes it or takes it back.";
        return new OutsideFailure(what(folder, failed) + state, failed);
    }

    private static String what(Path folder, IOException failed) {
        String message = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        if (Stream.of("no space left", "not enough space", "quota", "disk full").anyMatch(message::contains)) {
            return "The disk that holds " + folder + " is full. Make room there, then try again.";
        }
        if (failed instanceof AccessDeniedException || message.contains("read-only file system")) {
            return "Specimen may not write into " + folder + ". Check the permissions of the folder and its files.";
        }
        return "Writing into " + folder + " failed: " + reason(failed) + ".";
    }

    private static String reason(IOException failed) {
        if (failed instanceof FileSystemException named && named.getReason() != null) {
            return named.getReason();
        }
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }
}
