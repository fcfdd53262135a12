package org.specimen.project;

import java.util.Locale;

/** A size as people say it, in decimal units (SI): {@code 340 MB}, {@code 1.2 GB}. */
public final class FileSize {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private FileSize() {}

    /**
     * Says a size.
     *
     * @param bytes not negative
     */
    public static String words(long bytes) {
        if (bytes < 1000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        double number = bytes / 1000.0;
        int unit = 0;
        // 999.5 and more would be shown as 1000
        while (number >= 999.5 && unit < UNITS.length - 1) {
            number /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, number < 9.95 ? "%.1f %s" : "%.0f %s", number, UNITS[unit]);
    }
}
