package org.specimen.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.format.PythonTokens;
import org.specimen.format.PythonTokens.Kind;

/**
 * The texts that a call is given.
 *
 * @param positional by position; empty where the argument is no text
 * @param named by keyword, those that are text
 * @param keywords all keywords
 */
record Call(List<Optional<String>> positional, Map<String, String> named, List<String> keywords) {

    /** More than any call has that matters here: it bounds the work on hostile code. */
    private static final int MAX_TOKENS = 400;

    /**
     * Reads the arguments of a call.
     *
     * @param open the index of its opening parenthesis
     * @param constants texts of variables
     */
    static Call read(PythonTokens tokens, int open, Map<String, String> constants) {
        List<Optional<String>> positional = new ArrayList<>();
        Map<String, String> named = new HashMap<>();
        List<String> keywords = new ArrayList<>();
        int depth = 1;
        int begin = open + 1;
        for (int i = begin; i < tokens.size() && i < open + MAX_TOKENS; i++) {
            boolean closes = tokens.is(i, ")") || tokens.is(i, "]") || tokens.is(i, "}");
            depth += closes ? -1 : tokens.is(i, "(") || tokens.is(i, "[") || tokens.is(i, "{") ? 1 : 0;
            if (depth == 0 || (depth == 1 && tokens.is(i, ","))) {
                boolean keyword = tokens.isName(begin) && tokens.is(begin + 1, "=");
                Optional<String> text = text(tokens, keyword ? begin + 2 : begin, i, constants);
                if (keyword) {
                    String key = tokens.text(begin);
                    keywords.add(key);
                    text.ifPresent(value -> named.put(key, value));
                } else if (i > begin) {
                    positional.add(text);
                }
                begin = i + 1;
            }
            if (depth == 0 || tokens.kind(i) == Kind.NEWLINE) {
                break;
            }
        }
        return new Call(positional, named, keywords);
    }

    private static Optional<String> text(PythonTokens tokens, int from, int to, Map<String, String> constants) {
        if (to != from + 1) {
            return Optional.empty();
        }
        return tokens.isName(from) ? Optional.ofNullable(constants.get(tokens.text(from))) : tokens.string(from);
    }

    boolean hasNoArguments() {
        return positional.isEmpty() && keywords.isEmpty();
    }

    /** The text at a position or under a keyword. */
    Optional<String> text(int position, String keyword) {
        Optional<String> byPosition = position < positional.size() ? positional.get(position) : Optional.empty();
        return byPosition.or(() -> Optional.ofNullable(named.get(keyword)));
    }

    Optional<String> text(String keyword) {
        return Optional.ofNullable(named.get(keyword));
    }
}
