package org.specimen.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes texts as YAML scalars that every reader, of YAML 1.1 or 1.2, takes for that text and nothing else. */
public final class YamlScalar {

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z][A-Za-z0-9_./+=<>!~*,-]*(\\[[A-Za-z0-9_.,-]+][=0-9A-Za-z.+!-]*)?");

    /** Words that YAML 1.1 reads as truth values or as nothing (yaml.org/type/bool.html, yaml.org/type/null.html). */
    private static final Set<String> RESERVED = Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null");

    private YamlScalar() {}

    /** The text bare where that is safe, else in double quotes with what YAML does not print as escapes. */
    public static String of(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(codePoint -> {
            if (codePoint == '"' || codePoint == '\\') {
                quoted.append('\\').appendCodePoint(codePoint);
            } else if (codePoint == '\n') {
                quoted.append("\\n");
            } else if (codePoint == '\t') {
                quoted.append("\\t");
            } else if (mustBeEscaped(codePoint)) {
                quoted.append(codePoint > 0xFFFF ? "\\U%08X".formatted(codePoint) : "\\u%04X".formatted(codePoint));
            } else {
                quoted.appendCodePoint(codePoint);
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean mustBeEscaped(int codePoint) {
        return CommentText.isControl(codePoint)
                || CommentText.isLineBreak(codePoint)
                || CommentText.isDirectionMark(codePoint);
    }
}
