package org.specimen.project;

import java.nio.file.Path;

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

    /** The folder that it lies in, empty for the project folder itself. */
    String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
