package org.specimen.ui.code.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.ui.code.syntax.Token.Kind;

/** YAML as plans, environment files and locks use it: keys, scalars, comments, and text in blocks. */
final class YamlTokens {

    /** A key with what leads up to it: indentation and the signs of list items. */
    private static final Pattern KEY =
            Pattern.compile("^( *+(?:- ++)*+)(\"[^\"]*+\"|'[^']*+'|[^\\s#\"'\\[{&*!|>%@,-][^:#]*+)(:)(?= |$)");

    private static final Pattern ITEM = Pattern.compile("^ *+(-)(?= |$)");
    private static final Pattern BLOCK = Pattern.compile("(?:^|[ :])[|>][+-]?[0-9]?[+-]?[ \\t]*+(?:#.*+)?$");

    private static final LinePatterns SCALARS = LinePatterns.of(
            "(?:(?<=\\s)|^)#.*+",
            Kind.COMMENT,
            "\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^']|'')*+'",
            Kind.STRING,
            "(?<=: |- |\\[|, )(?:true|false|null|~)(?=[,\\]]|\\s*+$|\\s++#)",
            Kind.KEYWORD,
            "(?<=: |- |\\[|, )-?[0-9][0-9.]*+(?=[,\\]]|\\s*+$|\\s++#)",
            Kind.NUMBER,
            "^---$|[\\[\\]{}]",
            Kind.OPERATOR);

    private YamlTokens() {}

    static List<List<Token>> of(List<String> lines) {
        List<List<Token>> all = new ArrayList<>();
        int block = -1;
        for (String line : lines) {
            int indentation = indentation(line);
            boolean isInBlock = block >= 0 && (line.isBlank() || indentation > block);
            if (isInBlock) {
                all.add(line.isBlank() ? List.of() : List.of(new Token(indentation, line.length(), Kind.STRING)));
            } else {
                block = line.length() <= Syntax.LONGEST_LINE
                                && BLOCK.matcher(line).find()
                        ? indentation
                        : -1;
                all.add(line(line));
            }
        }
        return all;
    }

    private static List<Token> line(String line) {
        if (line.length() > Syntax.LONGEST_LINE) {
            return List.of();
        }
        Matcher key = KEY.matcher(line);
        Matcher item = ITEM.matcher(line);
        List<Token> tokens = new ArrayList<>();
        int rest = 0;
        if (item.find()) {
            tokens.add(new Token(item.start(1), item.end(1), Kind.OPERATOR));
            rest = item.end(1);
        }
        if (key.find()) {
            tokens.add(new Token(key.start(2), key.end(2), Kind.KEYWORD));
            tokens.add(new Token(key.start(3), key.end(3), Kind.OPERATOR));
            rest = key.end(3);
        }
        return LinePatterns.together(tokens, SCALARS.in(line, rest));
    }

    private static int indentation(String line) {
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }
}
