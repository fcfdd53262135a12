package org.specimen.ui.code.syntax;

import java.util.List;
import org.specimen.ui.code.syntax.Token.Kind;

/** Requirements files of pip: names, versions, markers (PEP 508) and options. */
final class RequirementsTokens {

    private static final LinePatterns LINE = LinePatterns.of(
            "(?:(?<=\\s)|^)#.*+",
            Kind.COMMENT,
            "(?:(?<=\\s)|^)--?[a-z][a-z-]*+",
            Kind.KEYWORD,
            "(?<==)sha256:[0-9a-f]++",
            Kind.STRING,
            "^[A-Za-z0-9][A-Za-z0-9._-]*+",
            Kind.NAME,
            "\"[^\"]*+\"|'[^']*+'",
            Kind.STRING,
            "(?<=\\s)(?:and|or|not|in)(?=\\s)",
            Kind.KEYWORD,
            "===|==|>=|<=|~=|!=|<|>|;|@|\\\\$",
            Kind.OPERATOR,
            "(?<=[=<>])\\s*+[0-9][0-9A-Za-z.*+!]*+",
            Kind.NUMBER);

    private RequirementsTokens() {}

    static List<List<Token>> of(List<String> lines) {
        return lines.stream().map(LINE::in).toList();
    }
}
