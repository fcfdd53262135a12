package org.specimen.format;

import java.util.List;

/**
 * Words of a person's as they may stand in a comment: on one line, and of characters that every reader takes. YAML refuses
 * control characters even in comments (YAML 1.2.2, section 5.1); marks that turn the direction of writing can make a file
 * look other than it is.
 */
public final class CommentText {

    private static final int REPLACEMENT = 0xFFFD;

    private CommentText() {}

    /** The text on one line: line breaks and tabs become spaces, what cannot be shown the replacement character. */
    public static String oneLine(String text) {
        return text.codePoints()
                .map(CommentText::harmless)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** The text as comment lines, each beginning with a number sign. */
    static List<String> block(String text) {
        return text.lines().map(CommentText::comment).toList();
    }

    /** The text as a comment behind something on its line; empty if there is nothing to say. */
    static String behind(String text) {
        String comment = comment(text);
        return comment.equals("#") ? "" : "  " + comment;
    }

    /** A backslash at the end would join the line with the next one where pip, or a tool like it, reads the file. */
    static String comment(String text) {
        String line = oneLine(text);
        return ("# " + line + (line.endsWith("\\") ? " ." : "")).strip();
    }

    private static int harmless(int codePoint) {
        if (codePoint == '\t' || isLineBreak(codePoint)) {
            return ' ';
        }
        return isControl(codePoint) || isDirectionMark(codePoint) ? REPLACEMENT : codePoint;
    }

    /** Everything that any of the formats' readers takes for the end of a line. */
    static boolean isLineBreak(int codePoint) {
        return (codePoint >= '\n' && codePoint <= '\r')
                || (codePoint >= 0x1C && codePoint <= 0x1E)
                || codePoint == 0x85
                || codePoint == 0x2028
                || codePoint == 0x2029;
    }

    /** Whether a character is none that may be printed. */
    static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || codePoint == 0xFEFF
                || (codePoint & 0xFFFE) == 0xFFFE;
    }

    /** The marks of Unicode that turn or isolate a run of text (UAX 9, section 2). */
    static boolean isDirectionMark(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069)
                || codePoint == 0x200E
                || codePoint == 0x200F
                || codePoint == 0x061C;
    }
}
