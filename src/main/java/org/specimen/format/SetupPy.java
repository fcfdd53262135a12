package org.specimen.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What setup.py hands to {@code setup()} as literals and by variables that hold such; it is read, never run. What the
 * script works out is not seen.
 *
 * @param name the project's own
 * @param values every text in the arguments that name packages or Pythons, in the order of the file
 */
public record SetupPy(Optional<String> name, List<Value> values) {

    private static final Set<String> ARGUMENTS =
            Set.of("install_requires", "extras_require", "setup_requires", "tests_require", "python_requires");

    /**
     * A text in an argument.
     *
     * @param argument such as {@code install_requires}
     * @param group the key that it stands under, for {@code extras_require}; else empty
     */
    public record Value(String argument, String group, String text, int line) {}

    public SetupPy {
        values = List.copyOf(values);
    }

    public static SetupPy parse(String source) {
        return new Reader(PythonTokens.of(source)).read();
    }

    /** More than any script has: it bounds the work on hostile ones. */
    private static final int MOST_VARIABLES = 500;

    private static final class Reader {
        private final PythonTokens tokens;
        private final List<Value> values = new ArrayList<>();
        /** Where the value of each variable begins that was assigned so far. */
        private final Map<String, Integer> variables = new HashMap<>();

        /** What was put into dictionaries so far, one key at a time. */
        private final List<Entry> entries = new ArrayList<>();

        private Optional<String> name = Optional.empty();
        private int opened;

        /** {@code variable["key"] = …}, with the place of the value. */
        private record Entry(String variable, String key, int begin) {}

        Reader(PythonTokens tokens) {
            this.tokens = tokens;
        }

        SetupPy read() {
            int depth = 0;
            int setup = -1;
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.indentation(i) >= 0) {
                    depth = 0;
                    setup = -1;
                    if (tokens.isName(i) && tokens.is(i + 1, "=")) {
                        variables.put(tokens.text(i), i + 2);
                    } else if (tokens.isName(i) && tokens.is(i + 1, "[") && tokens.is(i + 4, "=")) {
                        String variable = tokens.text(i);
                        int begin = i + 5;
                        tokens.string(i + 2).ifPresent(key -> entries.add(new Entry(variable, key, begin)));
                    }
                }
                if (tokens.is(i, "(") || tokens.is(i, "[") || tokens.is(i, "{")) {
                    depth++;
                    setup = tokens.is(i - 1, "setup") && setup < 0 ? depth : setup;
                } else if (tokens.is(i, ")") || tokens.is(i, "]") || tokens.is(i, "}")) {
                    depth--;
                } else if (depth == setup && tokens.isName(i) && tokens.is(i + 1, "=")) {
                    readArgument(tokens.text(i), i + 2);
                }
            }
            return new SetupPy(name, values);
        }

        private void readArgument(String argument, int begin) {
            if (argument.equals("name")) {
                Integer assigned = tokens.isName(begin) ? variables.get(tokens.text(begin)) : null;
                name = tokens.string(assigned == null ? begin : assigned);
            } else if (ARGUMENTS.contains(argument)) {
                readTexts(argument, "", begin, Set.of());
                for (Entry entry : entries) {
                    if (argument.equals("extras_require") && tokens.is(begin, entry.variable())) {
                        readTexts(argument, entry.key(), entry.begin(), Set.of());
                    }
                }
            }
        }

        /**
         * The texts from here to the end of the value, with those of variables in it; those that a call is given are no
         * requirements.
         *
         * @param under the key that the value stands under
         * @param within the variables whose values hold this one
         */
        private void readTexts(String argument, String under, int begin, Set<String> within) {
            int depth = 0;
            int callDepth = Integer.MAX_VALUE;
            String group = under;
            for (int i = begin; i < tokens.size(); i++) {
                Optional<String> text = tokens.string(i);
                if (tokens.is(i, "(") || tokens.is(i, "[") || tokens.is(i, "{")) {
                    depth++;
                    boolean call = tokens.is(i, "(") && (tokens.isName(i - 1) || tokens.is(i - 1, ")"));
                    callDepth = call ? Math.min(callDepth, depth) : callDepth;
                } else if (tokens.is(i, ")") || tokens.is(i, "]") || tokens.is(i, "}")) {
                    callDepth = depth == callDepth ? Integer.MAX_VALUE : callDepth;
                    depth--;
                } else if (text.isPresent() && tokens.is(i + 1, ":") && argument.equals("extras_require")) {
                    group = text.get();
                } else if (text.isPresent() && depth < callDepth) {
                    addLines(argument, group, text.get(), tokens.line(i));
                } else if (depth < callDepth && isVariable(i)) {
                    readVariable(argument, group, tokens.text(i), within);
                }
                boolean ends = tokens.is(i + 1, ",") || tokens.kind(i + 1) == PythonTokens.Kind.NEWLINE;
                if (depth < 0 || (depth == 0 && ends)) {
                    return;
                }
            }
        }

        /** Whether a name stands for its value, and not for a part of it. */
        private boolean isVariable(int i) {
            return tokens.isName(i)
                    && variables.containsKey(tokens.text(i))
                    && !tokens.is(i - 1, ".")
                    && !tokens.is(i + 1, ".")
                    && !tokens.is(i + 1, "(")
                    && !tokens.is(i + 1, "[");
        }

        private void readVariable(String argument, String group, String variable, Set<String> within) {
            Integer begin = variables.get(variable);
            if (begin != null && !within.contains(variable) && opened++ < MOST_VARIABLES) {
                Set<String> inside = new HashSet<>(within);
                inside.add(variable);
                readTexts(argument, group, begin, inside);
            }
        }

        private void addLines(String argument, String group, String text, int line) {
            text.lines()
                    .filter(part -> !part.isBlank())
                    .forEach(part -> values.add(new Value(argument, group, part.strip(), line)));
        }
    }
}
