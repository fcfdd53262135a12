package org.specimen.ui.project;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A path as people type and paste it. */
final class TypedPath {

    private static final String ADDRESS = "file:";

    private TypedPath() {}

    /**
     * Reads it.
     *
     * @param home what ~ stands for, and what other paths start from
     * @return empty if nothing lies there
     */
    static Optional<Path> of(String typed, Path home) {
        String text = withoutQuotes(typed.lines().findFirst().orElse("").strip());
        try {
            Path place = text.startsWith(ADDRESS) ? Path.of(URI.create(text)) : home.resolve(withoutTilde(text));
            return Optional.of(place.normalize()).filter(there -> !text.isEmpty() && Files.exists(there));
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
    }

    private static String withoutQuotes(String text) {
        boolean isQuoted = text.length() > 1
                && (text.startsWith("\"") || text.startsWith("'"))
                && text.charAt(0) == text.charAt(text.length() - 1);
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String withoutTilde(String text) {
        return text.equals("~") ? "" : text.replaceFirst("^~[/\\\\]+", "");
    }
}
