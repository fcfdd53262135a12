package org.specimen.format;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes values for the places of a Dockerfile (Dockerfile reference, "Format" and "Environment replacement"). */
final class DockerWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,][A-Za-z0-9_./:@%+,-]*");

    private static final Pattern HEREDOC = Pattern.compile("[0-9]*<<");

    private DockerWord() {}

    static boolean isPlain(String value) {
        return PLAIN.matcher(value).matches();
    }

    /**
     * A value in a place where variables are expanded: ENV, LABEL, ARG, WORKDIR. Within double quotes the backslash takes
     * the meaning from a quote, a dollar sign and itself.
     */
    static String expanded(String value) {
        refuseLineBreaks(value);
        return isPlain(value) ? value : "\"" + escaped(value) + "\"";
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$");
    }

    /** Words in the JSON form. Nothing is expanded in CMD, ENTRYPOINT and SHELL. */
    static String json(List<String> words) {
        return words.stream().map(DockerWord::json).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String json(String word) {
        StringBuilder quoted = new StringBuilder("\"");
        word.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                quoted.append('\\').append((char) unit);
            } else if (isOddInJson(unit)) {
                quoted.append("\\u%04x".formatted(unit));
            } else {
                quoted.append((char) unit);
            }
        });
        return quoted.append('"').toString();
    }

    /** The sign of a here-document is written in figures too: BuildKit looks for it before it reads JSON. */
    private static boolean isOddInJson(int unit) {
        return unit == '<'
                || unit == 0x7F
                || CommentText.isLineBreak(unit)
                || CommentText.isDirectionMark(unit)
                || Character.getType(unit) == Character.CONTROL;
    }

    /**
     * A path in COPY: variables are expanded, quotes and backslashes taken away, and what is left of a source is a pattern
     * (Go's {@code filepath.Match}).
     */
    static String source(String path) {
        refuseLineBreaks(path);
        if (path.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("Docker cannot copy a file with a backslash in its name: " + path);
        }
        // BuildKit looks for the sign of a here-document in COPY even inside of JSON.
        String literal = HEREDOC.matcher(path).lookingAt() ? "./" + path : path;
        return target(literal.replaceAll("[\\[*?]", "[$0]"));
    }

    /** The place to copy to: as {@link #source}, but no pattern. */
    static String target(String path) {
        refuseLineBreaks(path);
        return path.replaceAll("[\\\\'\"$]", "\\\\$0");
    }

    static void refuseLineBreaks(String value) {
        value.codePoints()
                .filter(codePoint -> codePoint < ' ' || codePoint == 0x7F)
                .findFirst()
                .ifPresent(codePoint -> {
                    throw new IllegalArgumentException(
                            "a Dockerfile cannot hold the character U+%04X in this place".formatted(codePoint));
                });
    }
}
