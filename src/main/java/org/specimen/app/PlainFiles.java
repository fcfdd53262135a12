package org.specimen.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.specimen.problem.OutsideFailure;

/** Writes files that nobody edits, such as locks: each is replaced in one step, or stays as it was. */
public final class PlainFiles {

    private PlainFiles() {}

    /**
     * Writes texts as UTF-8.
     *
     * @throws OutsideFailure if the folder cannot be written to
     */
    public static void write(Path folder, Map<String, String> texts) {
        texts.forEach((name, text) -> write(folder.resolve(name), text));
    }

    private static void write(Path file, String text) {
        Path aside = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new OutsideFailure(
                    file
                            + " could not be written. Check that the folder may be written to, and that the disk is not full.",
                    failed);
        }
    }
}
