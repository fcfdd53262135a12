package org.specimen.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;

/**
 * One line of a requirements file as pip understands it ("Requirements File Format"): lines that end in a backslash go on
 * in the next; what follows a {@code #} at the start or behind space is a comment.
 *
 * @param raw the line as it stands there, without the line feed at its end
 * @param indent the space before it
 * @param content what is neither comment nor space around it
 * @param comment with the {@code #} and the space before it; may be empty
 * @param parsed the requirement, where it is one by PEP 508
 */
record RequirementsLine(
        int number, String raw, String indent, String content, String comment, Optional<Requirement> parsed) {

    /** The lines of a file. */
    static List<RequirementsLine> split(String text) {
        List<RequirementsLine> lines = new ArrayList<>();
        StringBuilder raw = new StringBuilder();
        StringBuilder joined = new StringBuilder();
        for (String physical : text.lines().toList()) {
            raw.append(raw.isEmpty() ? "" : "\n").append(physical);
            // A comment never goes on in the next line, though one may end what goes on.
            if (physical.endsWith("\\") && !physical.stripLeading().startsWith("#")) {
                joined.append(physical, 0, physical.length() - 1);
                continue;
            }
            joined.append(physical.stripLeading().startsWith("#") ? " " + physical : physical);
            lines.add(of(lines.size(), raw.toString(), joined.toString()));
            raw.setLength(0);
            joined.setLength(0);
        }
        if (!raw.isEmpty()) {
            // The file ends in a backslash; whatever is added behind it must not become part of this line.
            lines.add(of(lines.size(), raw.substring(0, raw.length() - 1), joined.toString()));
        }
        return lines;
    }

    private static RequirementsLine of(int number, String raw, String joined) {
        int comment = commentStart(joined);
        String content = joined.substring(0, comment).strip();
        String indent =
                joined.substring(0, joined.length() - joined.stripLeading().length());
        return new RequirementsLine(number, raw, indent, content, joined.substring(comment), parse(content));
    }

    /** Where the space before the comment begins. */
    private static int commentStart(String line) {
        int spaceStart = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '#' && (i == 0 || spaceStart < i)) {
                return spaceStart;
            }
            if (!Character.isWhitespace(c)) {
                spaceStart = i + 1;
            }
        }
        return line.length();
    }

    private static Optional<Requirement> parse(String content) {
        try {
            return content.isEmpty() || content.startsWith("-")
                    ? Optional.empty()
                    : Optional.of(Requirement.parse(requirementOf(content)));
        } catch (IllegalArgumentException notByName) {
            return Optional.empty();
        }
    }

    private static String requirementOf(String content) {
        return content.substring(0, optionsStart(content)).strip();
    }

    /** Options of a requirement, as in {@code --hash=…}, begin with the first word that starts with a hyphen. */
    private static int optionsStart(String content) {
        for (int i = 1; i < content.length(); i++) {
            if (content.charAt(i) == '-' && Character.isWhitespace(content.charAt(i - 1))) {
                return i;
            }
        }
        return content.length();
    }

    /** The package that it names; also of a requirement that pip no longer takes, as in {@code numpy==1.2.x}. */
    Optional<PackageName> name() {
        return parsed.map(Requirement::name).or(this::firstWord);
    }

    private Optional<PackageName> firstWord() {
        int end = 0;
        while (end < content.length() && isInName(content.charAt(end))) {
            end++;
        }
        boolean ends = end == content.length() || " \t=<>!~[;(".indexOf(content.charAt(end)) >= 0;
        return ends ? PackageName.tryOf(content.substring(0, end)) : Optional.empty();
    }

    /** PEP 508, "Names". */
    private static boolean isInName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0;
    }

    /** The requirement as it is written, without options. */
    String requirement() {
        return requirementOf(content);
    }

    /** Whether versions, extras, a marker or an address stand there too. */
    boolean saysMoreThanName() {
        return parsed.map(requirement -> !requirement.equals(Requirement.of(requirement.name())))
                .orElse(true);
    }

    boolean isSameRequirement(RequirementsLine other) {
        return parsed.isPresent() && parsed.equals(other.parsed);
    }

    /** This line with the requirement of another; its comment and options stay. */
    String pinnedTo(RequirementsLine pin) {
        String newComment = comment.isEmpty() ? pin.comment : comment;
        if (isSameRequirement(pin)) {
            boolean oneLine = raw.indexOf('\n') < 0;
            return comment.isEmpty() && oneLine ? raw.stripTrailing() + newComment : raw;
        }
        return indent + pin.requirement() + options() + newComment;
    }

    /** Options without hashes: those are of the release that was pinned before. */
    private String options() {
        StringBuilder kept = new StringBuilder();
        @Nullable String previous = null;
        for (String word : content.substring(optionsStart(content)).split("\\s+", -1)) {
            boolean isHash = word.startsWith("--hash") || "--hash".equals(previous);
            if (!word.isEmpty() && !isHash) {
                kept.append(' ').append(word);
            }
            previous = word;
        }
        return kept.toString();
    }
}
