package org.specimen.project;

import java.util.Optional;
import java.util.Set;
import org.specimen.python.Version;

/**
 * How to read a folder.
 *
 * @param own the files that Specimen itself wrote, by path relative to the folder with {@code /} between its parts: what
 *     they pin is no wish of the person's
 * @param python the interpreter that Specimen pinned the last time: where a file that it shares with the person names
 *     that very patch release, no more than the minor version counts as their wish
 */
public record ScanOptions(Set<String> own, Optional<Version> python) {

    /** Everything in the folder is the person's. */
    public static final ScanOptions DEFAULT = new ScanOptions(Set.of());

    public ScanOptions {
        own = Set.copyOf(own);
    }

    public ScanOptions(Set<String> own) {
        this(own, Optional.empty());
    }
}
