package org.specimen.project;

import java.util.Set;

/**
 * How to read a folder.
 *
 * @param own the files that Specimen itself wrote, by path relative to the folder with {@code /} between its parts: what
 *     they pin is no wish of the person's
 */
public record ScanOptions(Set<String> own) {

    /** Everything in the folder is the person's. */
    public static final ScanOptions DEFAULT = new ScanOptions(Set.of());

    public ScanOptions {
        own = Set.copyOf(own);
    }
}
