package org.specimen.app.store;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Paths as text that leads back to them, whatever bytes their names are made of. */
final class PathText {

    /** A scheme of two letters or more: one letter is a drive. */
    private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+:/.*", Pattern.DOTALL);

    private PathText() {}

    /** The absolute path, or its address where the text would not lead back (a name that is not in the system's coding). */
    static String of(Path path) {
        Path absolute = absolute(path);
        String text = absolute.toString();
        return leadsTo(absolute, text) ? text : absolute.toUri().toString();
    }

    private static boolean leadsTo(Path path, String text) {
        try {
            return Path.of(text).equals(path);
        } catch (InvalidPathException notInTheCoding) {
            return false;
        }
    }

    static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it cannot be one on this system
     */
    static Path read(String text) {
        try {
            Path path = ADDRESS.matcher(text).matches() ? Path.of(URI.create(text)) : Path.of(text);
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("a folder begins at the root, and not as in \"" + text + "\"");
            }
            return path;
        } catch (InvalidPathException | FileSystemNotFoundException notHere) {
            throw new IllegalArgumentException("\"" + text + "\" is no folder on this computer", notHere);
        }
    }
}
