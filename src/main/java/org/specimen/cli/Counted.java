package org.specimen.cli;

import java.util.Locale;

/** Numbers with their noun: {@code 1 file}, {@code 3 files}. */
final class Counted {

    private Counted() {}

    /** @param noun one that takes a plain {@code s} in the plural */
    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** As in {@code 412 MB}. */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, bytes < 10_000_000 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
    }
}
