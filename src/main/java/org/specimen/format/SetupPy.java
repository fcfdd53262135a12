package org.specimen.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What setup.py hands to {@code setup()} as literals; it is read, never run. What the script works out is not seen.
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

    private static final class Reader {
        private final PythonTokens tokens;
        private final List<Value> values = new ArrayList<>();
        /** Where the value of each variable begins that was assigned so far. */
        private final Map<String, Integer> variables = new HashMap<>();

        private Optional<String> name = Optional.empty();

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
            Integer assigned = tokens.isName(begin) ? variables.get(tokens.text(begin)) : null;
            int value = assigned == null ? begin : assigned;
            if (argument.equals("name")) {
                name = tokens.string(value);
            } else if (ARGUMENTS.contains(argument)) {
                readTexts(argument, value);
            }
        }

        /** The texts from here to the end of the value; those that a call is given are no requirements. */
        private void readTexts(String argument, int begin) {
            int depth = 0;
            int callDepth = Integer.MAX_VALUE;
            String group = "";
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
                }
                boolean ends = tokens.is(i + 1, ",") || tokens.kind(i + 1) == PythonTokens.Kind.NEWLINE;
                if (depth < 0 || (depth == 0 && ends)) {
                    return;
                }
            }
        }

        private void addLines(String argument, String group, String text, int line) {
            text.lines()
                    .filter(part -> !part.isBlank())
                    .forEach(part -> values.add(new Value(argument, group, part.strip(), line)));
        }
    }
}
