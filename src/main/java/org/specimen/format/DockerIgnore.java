package org.specimen.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A .dockerignore file: what is not sent to Docker (Docker documentation, "Build context", ".dockerignore files"). Unlike in
 * .gitignore a pattern counts from the top of the folder, so that one for every depth begins with two asterisks and a
 * slash; the last pattern that fits a path decides.
 */
public record DockerIgnore(List<Section> sections) {

    public DockerIgnore {
        sections = List.copyOf(sections);
    }

    /** Patterns, and why they are here. */
    public record Section(String comment, List<String> patterns) {
        public Section {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * The pattern that fits this path only.
     *
     * @throws IllegalArgumentException if no pattern can: a line break or a backslash is in the path, or spaces are around it
     */
    public static String literal(String path) {
        DockerWord.refuseLineBreaks(path);
        if (path.indexOf('\\') >= 0 || !path.equals(path.strip())) {
            throw new IllegalArgumentException("no pattern of .dockerignore can name this path: " + path);
        }
        // A name that begins with a number sign or an exclamation mark would be a comment or an exception.
        String pattern = path.replaceAll("[\\[*?]", "\\\\$0");
        return pattern.startsWith("#") || pattern.startsWith("!") ? "./" + pattern : pattern;
    }

    public String render() {
        List<String> blocks = new ArrayList<>();
        for (Section section : sections) {
            List<String> lines = new ArrayList<>(CommentText.block(section.comment()));
            lines.addAll(section.patterns());
            blocks.add(String.join("\n", lines) + "\n");
        }
        return String.join("\n", blocks);
    }
}
