package org.specimen.ui.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.specimen.ui.code.Difference;
import org.specimen.ui.code.ShownText;

/**
 * What a file says.
 *
 * @param text to the letter, for the clipboard
 * @param difference to what lies there, or to the person's own file that it lies beside; empty where there is none
 */
record FileText(String path, String text, ShownText whole, Optional<ShownText> difference) {

    private static final long MAX_BYTES = 3_000_000;

    /** Prepares a file for the screen. */
    static FileText of(Path folder, FileRow row) {
        String text = row.change().after();
        Optional<String> before = row.change().isBeside()
                ? theirs(folder.resolve(row.role().fileName()))
                : row.change().before();
        return new FileText(
                row.path(),
                text,
                ShownText.whole(text, row.syntax()),
                before.map(old -> Difference.of(old, text, row.syntax()))
                        .filter(difference -> difference.added() + difference.removed() > 0));
    }

    /** Only to be looked at, so whatever cannot be read is left out. */
    private static Optional<String> theirs(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
