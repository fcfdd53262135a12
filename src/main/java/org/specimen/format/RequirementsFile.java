package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;

/**
 * A requirements file (pip documentation, "Requirements File Format"), line by line. Variables of the environment in it
 * are left as they are written.
 */
public record RequirementsFile(List<Line> lines) {

    /** More than any list has, with all its hashes joined to their lines. */
    private static final int MAX_LINES = 20_000;

    public RequirementsFile {
        lines = List.copyOf(lines);
    }

    /** A logical line; backslashes may have joined it from several. */
    public sealed interface Line {

        /** The first line of it, counted from 1. */
        int line();

        /** What stands behind it, without the {@code #}; empty if nothing does. */
        String comment();
    }

    /**
     * A distribution, with PEP 508's grammar.
     *
     * @param hashes such as {@code sha256:…}
     */
    public record Wanted(Requirement requirement, List<String> hashes, int line, String comment) implements Line {
        public Wanted {
            hashes = List.copyOf(hashes);
        }
    }

    /**
     * A distribution by its place: a URL, a repository, a file or a folder.
     *
     * @param target as written
     * @param name as far as the target tells it
     */
    public record Reference(String target, boolean editable, Optional<PackageName> name, int line, String comment)
            implements Line {}

    /**
     * Another requirements file.
     *
     * @param path relative to this file, or a URL
     * @param constraint whether it only limits versions ({@code -c})
     */
    public record Include(String path, boolean constraint, int line, String comment) implements Line {}

    /**
     * Any other option, such as {@code --index-url}.
     *
     * @param name the long form, as in {@code --index-url}
     * @param value empty if it has none
     */
    public record Option(String name, String value, int line, String comment) implements Line {}

    /**
     * What pip would refuse, and why.
     *
     * @param name the distribution that seems to be meant
     */
    public record Unreadable(String text, String reason, Optional<PackageName> name, int line, String comment)
            implements Line {
        public Unreadable {
            text = Credentials.without(text);
        }
    }

    /** Reads the text of a file. Nothing is refused: see {@link Unreadable}. */
    public static RequirementsFile parse(String text) {
        List<Line> lines = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        int begin = 0;
        int number = 0;
        for (String physical : text.split("\r\n|[\n\r]", -1)) {
            number++;
            begin = joined.isEmpty() ? number : begin;
            boolean isComment = physical.stripLeading().startsWith("#");
            if (physical.endsWith("\\") && !isComment) {
                joined.append(physical, 0, physical.length() - 1).append(' ');
                continue;
            }
            // a comment in a joined line ends it
            joined.append(isComment ? " " : "").append(physical);
            RequirementsLine.parse(joined.toString(), begin).ifPresent(lines::add);
            joined.setLength(0);
            if (lines.size() >= MAX_LINES) {
                String reason = "no list is so long, so the rest was not read";
                lines.add(new Unreadable("line " + (number + 1), reason, Optional.empty(), number + 1, ""));
                return new RequirementsFile(lines);
            }
        }
        if (!joined.isEmpty()) {
            RequirementsLine.parse(joined.toString(), begin).ifPresent(lines::add);
        }
        return new RequirementsFile(lines);
    }

    /** Reads one line as pip does, also the arguments of {@code pip install} in pieces. */
    public static Optional<Line> parseLine(String text, int line) {
        return RequirementsLine.parse(text, line);
    }
}
