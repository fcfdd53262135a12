package org.specimen.ui.code.syntax;

import java.util.ArrayList;
import java.util.List;
import org.specimen.ui.code.syntax.Token.Kind;

/** Markdown: headings, lists, tables, and code. */
final class MarkdownTokens {

    private static final LinePatterns LINE = LinePatterns.of(
            "^#{1,6} .*+",
            Kind.HEADING,
            "``[^`].*?``|`[^`]++`",
            Kind.CODE,
            "\\*\\*[^*]++\\*\\*",
            Kind.STRONG,
            "(?<=\\])\\([^)\\s]++\\)|<https?://[^>\\s]++>",
            Kind.STRING,
            "^\\s*+(?:[-*+]|[0-9]++\\.)(?= )|^>|\\|",
            Kind.OPERATOR);

    private MarkdownTokens() {}

    static List<List<Token>> of(List<String> lines) {
        List<List<Token>> all = new ArrayList<>();
        boolean fenced = false;
        for (String line : lines) {
            boolean isFence = line.startsWith("```");
            if (isFence) {
                fenced = !fenced;
                all.add(List.of(new Token(0, line.length(), Kind.OPERATOR)));
            } else if (fenced) {
                all.add(line.isEmpty() ? List.of() : List.of(new Token(0, line.length(), Kind.CODE)));
            } else {
                all.add(LINE.in(line));
            }
        }
        return all;
    }
}
