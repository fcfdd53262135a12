package org.specimen.ui.code.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.ui.code.syntax.Token.Kind;

/** Patterns that are tried at each place of a line, the first that fits wins. Their repetitions are possessive. */
final class LinePatterns {

    private final Pattern all;
    private final List<Kind> kinds;

    private LinePatterns(Map<String, Kind> patterns) {
        List<String> groups =
                patterns.keySet().stream().map(pattern -> "(" + pattern + ")").toList();
        all = Pattern.compile(String.join("|", groups));
        kinds = List.copyOf(patterns.values());
    }

    /** Patterns without groups that capture, each followed by the kind of token that it finds. */
    static LinePatterns of(Object... patternsAndKinds) {
        Map<String, Kind> patterns = new LinkedHashMap<>();
        for (int i = 0; i < patternsAndKinds.length; i += 2) {
            patterns.put((String) patternsAndKinds[i], (Kind) patternsAndKinds[i + 1]);
        }
        return new LinePatterns(patterns);
    }

    List<Token> in(String line) {
        return in(line, 0);
    }

    /** The tokens from a place on. */
    List<Token> in(String line, int from) {
        if (line.length() > Syntax.LONGEST_LINE) {
            return List.of();
        }
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = all.matcher(line);
        matcher.region(Math.min(from, line.length()), line.length()).useTransparentBounds(true);
        while (matcher.find()) {
            for (int group = 1; group <= kinds.size(); group++) {
                if (matcher.end(group) > matcher.start(group)) {
                    tokens.add(new Token(matcher.start(group), matcher.end(group), kinds.get(group - 1)));
                }
            }
        }
        return tokens;
    }

    /** Two lists of tokens that are apart from each other, as one. */
    static List<Token> together(List<Token> one, List<Token> other) {
        List<Token> all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(Comparator.comparingInt(Token::start));
        return List.copyOf(all);
    }
}
