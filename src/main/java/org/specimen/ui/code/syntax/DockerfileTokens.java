package org.specimen.ui.code.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.ui.code.syntax.Token.Kind;

/** Dockerfiles: instructions, which may go on over several lines, with their flags, strings and variables. */
final class DockerfileTokens {

    private static final Pattern COMMENT = Pattern.compile("^\\s*+#.*+$");
    private static final Pattern INSTRUCTION = Pattern.compile("^\\s*+([A-Za-z]++)(?=\\s|$)");
    private static final Pattern IMAGE =
            Pattern.compile("^\\s*+(?i:FROM)\\s++(?:--\\S++\\s++)*+([^\\s$]++)(?:\\s++((?i:AS))\\s++(\\S++))?");

    private static final LinePatterns ARGUMENTS = LinePatterns.of(
            "\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'",
            Kind.STRING,
            "(?<=\\s)--?[A-Za-z][A-Za-z-]*+",
            Kind.NUMBER,
            "\\$\\{[^}]*+\\}|\\$[A-Za-z_][A-Za-z0-9_]*+",
            Kind.NAME,
            "&&|\\|\\||\\\\$",
            Kind.OPERATOR);

    private DockerfileTokens() {}

    static List<List<Token>> of(List<String> lines) {
        List<List<Token>> all = new ArrayList<>();
        boolean goesOn = false;
        for (String line : lines) {
            if (line.length() > Syntax.LONGEST_LINE) {
                all.add(List.of());
                goesOn = line.endsWith("\\");
            } else if (COMMENT.matcher(line).matches()) {
                all.add(List.of(new Token(line.indexOf('#'), line.length(), Kind.COMMENT)));
            } else {
                all.add(goesOn ? ARGUMENTS.in(line) : instruction(line));
                goesOn = line.stripTrailing().endsWith("\\");
            }
        }
        return all;
    }

    private static List<Token> instruction(String line) {
        Matcher word = INSTRUCTION.matcher(line);
        if (!word.find()) {
            return ARGUMENTS.in(line);
        }
        List<Token> tokens = new ArrayList<>();
        tokens.add(new Token(word.start(1), word.end(1), Kind.KEYWORD));
        Matcher image = IMAGE.matcher(line);
        if (!image.find()) {
            return LinePatterns.together(tokens, ARGUMENTS.in(line, word.end(1)));
        }
        tokens.add(new Token(image.start(1), image.end(1), Kind.STRING));
        if (image.start(2) >= 0) {
            tokens.add(new Token(image.start(2), image.end(2), Kind.KEYWORD));
            tokens.add(new Token(image.start(3), image.end(3), Kind.NAME));
        }
        return List.copyOf(tokens);
    }
}
