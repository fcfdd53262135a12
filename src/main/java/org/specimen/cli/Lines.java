package org.specimen.cli;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal: titles with indented lines below them, and long sentences wrapped. */
final class Lines {

    private static final int WIDTH = 96;

    private final List<String> lines = new ArrayList<>();

    Lines add(String line) {
        lines.add(line);
        return this;
    }

    /** A title with its lines; nothing at all where there are none. */
    Lines section(String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(title);
            content.forEach(line -> wrapped("  ", line));
        }
        return this;
    }

    /** A text broken into lines at blanks; a word longer than a line stays whole. */
    Lines wrapped(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent).append("  ");
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return this;
    }

    List<String> all() {
        return List.copyOf(lines);
    }
}
