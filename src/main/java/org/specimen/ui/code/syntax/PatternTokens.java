package org.specimen.ui.code.syntax;

import java.util.List;
import org.specimen.ui.code.syntax.Token.Kind;

/** Files of patterns, one a line, as in .dockerignore. */
final class PatternTokens {

    private static final LinePatterns LINE = LinePatterns.of("^\\s*+#.*+", Kind.COMMENT, "^!|\\*++|\\?", Kind.OPERATOR);

    private PatternTokens() {}

    static List<List<Token>> of(List<String> lines) {
        return lines.stream().map(LINE::in).toList();
    }
}
