package org.specimen.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes texts into Markdown so that nothing in them is taken for markup (CommonMark 0.31, and GitHub's tables). */
public final class Markdown {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>&|~$!]");

    /** What begins a heading, a quotation, a list or an underline at the beginning of a line. */
    private static final Pattern LINE_START = Pattern.compile("^([#+=-]|[0-9]{1,9}(?=[.)]))");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** Words for people, on one line. */
    public static String text(String text) {
        String escaped = SPECIAL.matcher(CommentText.oneLine(text)).replaceAll("\\\\$0");
        Matcher start = LINE_START.matcher(escaped);
        if (!start.find()) {
            return escaped;
        }
        // A figure cannot be escaped, the dot behind it can.
        return Character.isDigit(escaped.charAt(0))
                ? start.group() + "\\" + escaped.substring(start.end())
                : "\\" + escaped;
    }

    /** A name or a value, in backticks; on one line. */
    public static String code(String text) {
        String line = CommentText.oneLine(text);
        if (line.isEmpty()) {
            return "` `";
        }
        String fence = "`".repeat(longestRunOfBackticks(line) + 1);
        // Spaces are needed beside a backtick only; one pair of them is taken away again.
        String padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + padding + line + padding + fence;
    }

    /** What is inside a table's cell: the cell ends at a bar, in code too (GitHub Flavored Markdown, "Tables"). */
    public static String codeInTable(String text) {
        return code(text).replace("|", "\\|");
    }

    /**
     * A block of commands or of a file.
     *
     * @param language for the colours, as in {@code sh}
     */
    public static String block(String language, List<String> lines) {
        String content = String.join("\n", lines);
        String fence = "`".repeat(Math.max(3, longestRunOfBackticks(content) + 1));
        return fence + language + "\n" + content + "\n" + fence + "\n";
    }

    private static int longestRunOfBackticks(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
    }
}
