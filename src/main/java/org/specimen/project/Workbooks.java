package org.specimen.project;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.specimen.format.PythonTokens;
import org.specimen.format.PythonTokens.Kind;

/** Tells which kind of workbook a call of pandas opens, as far as a text names its file. */
final class Workbooks {

    /** More than any path takes that matters here: it bounds the work on hostile code. */
    private static final int MAX_TOKENS = 60;

    private final PythonTokens tokens;
    private final Map<String, String> kinds = new HashMap<>();

    Workbooks(PythonTokens tokens) {
        this.tokens = tokens;
    }

    /** Remembers the variable that a statement gives a path; every text of the code comes here, in its order. */
    void readText(int i, String text) {
        kind(text).ifPresent(kind -> {
            int begin = i;
            while (begin > 0 && i - begin < MAX_TOKENS && tokens.kind(begin - 1) != Kind.NEWLINE) {
                begin--;
            }
            if (tokens.isName(begin) && tokens.is(begin + 1, "=")) {
                kinds.put(tokens.text(begin), kind);
            }
        });
    }

    /** The ending of the file in the first argument of a call: {@code .xls} or {@code .xlsx}. */
    Optional<String> kindAt(int open) {
        if (tokens.isName(open + 1) && (tokens.is(open + 2, ",") || tokens.is(open + 2, ")"))) {
            return Optional.ofNullable(kinds.get(tokens.text(open + 1)));
        }
        Optional<String> kind = Optional.empty();
        int depth = 1;
        for (int i = open + 1; i < tokens.size() && i < open + MAX_TOKENS; i++) {
            depth += tokens.is(i, "(") || tokens.is(i, "[") ? 1 : tokens.is(i, ")") || tokens.is(i, "]") ? -1 : 0;
            if (depth == 0 || (depth == 1 && tokens.is(i, ",")) || tokens.kind(i) == Kind.NEWLINE) {
                break;
            }
            if (tokens.kind(i) == Kind.STRING) {
                Optional<String> named = tokens.string(i).flatMap(Workbooks::kind);
                kind = named.isPresent() ? named : kind;
            }
        }
        return kind;
    }

    private static Optional<String> kind(String path) {
        String end = path.substring(Math.max(0, path.length() - 5)).toLowerCase(Locale.ROOT);
        if (end.endsWith(".xls")) {
            return Optional.of(".xls");
        }
        return end.equals(".xlsx") || end.equals(".xlsm") ? Optional.of(".xlsx") : Optional.empty();
    }
}
