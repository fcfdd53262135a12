package org.specimen.project;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file in the project folder.
 *
 * @param path relative to the folder, with {@code /} between its parts
 * @param size in bytes, when the folder was read
 */
record ProjectFile(String path, Path location, long size) {

    /** The part behind the last slash. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What stands behind the last dot of its name, in small letters; empty where there is no dot, or only one in front. */
    String ending() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Its name without the {@link #ending()} and the dot before it. */
    String stem() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** The folder that it lies in, empty for the project folder itself. */
    String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
