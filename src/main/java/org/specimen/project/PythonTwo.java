package org.specimen.project;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.specimen.format.PythonTokens;
import org.specimen.format.PythonTokens.Kind;

/** Tells code that only Python 2 runs (Python documentation, "What's New In Python 3.0"). */
final class PythonTwo {

    /**
     * What tells it.
     *
     * @param what as a clause
     * @param stops whether Python 3 stops there, as it does not only because code was run with another
     */
    record Sign(Evidence evidence, String what, boolean stops) {}

    /** What may follow the function's name in an expression, so that no statement is meant. */
    private static final Set<String> OPERATORS = Set.of("and", "or", "in", "is", "not", "if", "else", "for", "as");

    private static final String STOPS =
            "Python 3 stops there. Convert the code, as 2to3 does, or keep a Python 2.7 for it in a"
                    + " container, with packages of that time.";

    private static final String MAY_STOP =
            "See whether Python 3 gives the same, or keep a Python 2.7 for it in a container,"
                    + " with packages of that time.";

    private PythonTwo() {}

    /** The first statement that is none in Python 3. */
    static Optional<Sign> in(PythonTokens tokens, String file, int cell) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isName(i) && beginsStatement(tokens, i)) {
                Optional<String> what = what(tokens, i);
                if (what.isPresent()) {
                    return Optional.of(new Sign(new Evidence(file, cell, tokens.line(i)), what.get(), true));
                }
            }
        }
        return Optional.empty();
    }

    /** What is looked for is no expression, so that a colon in a dictionary or an index does no harm. */
    private static boolean beginsStatement(PythonTokens tokens, int i) {
        char before = tokens.symbol(i - 1);
        return tokens.indentation(i) >= 0 || before == ':' || before == ';';
    }

    private static Optional<String> what(PythonTokens tokens, int i) {
        if ((tokens.is(i, "print") || tokens.is(i, "exec")) && isOperand(tokens, i + 1)) {
            return Optional.of(tokens.text(i) + " is a statement here");
        }
        if (tokens.is(i, "print") && tokens.is(i + 1, ">>")) {
            return Optional.of("print is a statement here");
        }
        if (tokens.is(i, "raise") && endsBeforeComma(tokens, i + 1)) {
            return Optional.of("an exception is raised with a comma here");
        }
        // PEP 758 allows several types without parentheses; a name in small letters is none
        if (tokens.is(i, "except") && endsBeforeComma(tokens, i + 1) && catchesInto(tokens, i + 1)) {
            return Optional.of("an exception is caught with a comma here");
        }
        return Optional.empty();
    }

    private static boolean isOperand(PythonTokens tokens, int i) {
        // what a notebook shows behind a name on the next line belongs to another statement
        if (i >= tokens.size() || tokens.indentation(i) >= 0) {
            return false;
        }
        Kind kind = tokens.kind(i);
        return kind == Kind.STRING || kind == Kind.NUMBER || (kind == Kind.NAME && !OPERATORS.contains(tokens.text(i)));
    }

    /** Whether a dotted name, or what stands in parentheses, is followed by a comma. */
    private static boolean endsBeforeComma(PythonTokens tokens, int i) {
        return (tokens.isName(i) || tokens.symbol(i) == '(') && tokens.symbol(behindOperand(tokens, i)) == ',';
    }

    private static boolean catchesInto(PythonTokens tokens, int i) {
        int name = behindOperand(tokens, i) + 1;
        return tokens.isName(name)
                && tokens.symbol(name + 1) == ':'
                && Character.isLowerCase(tokens.text(name).charAt(0));
    }

    private static int behindOperand(PythonTokens tokens, int i) {
        int end = i + 1;
        if (tokens.symbol(i) == '(') {
            while (end < tokens.size() && tokens.indentation(end) < 0 && tokens.symbol(end) != ')') {
                end++;
            }
            return end + 1;
        }
        while (tokens.symbol(end) == '.' && tokens.isName(end + 1)) {
            end += 2;
        }
        return end;
    }

    /**
     * What is to be said of the project.
     *
     * @param modules of Python 2 only, with the place that each is imported at first, where the code cannot do without it
     */
    static Optional<ProjectFacts.Warning> warning(List<CodeFacts> code, Map<String, Evidence> modules) {
        Map<String, Sign> first = new TreeMap<>();
        modules.forEach((module, evidence) -> first.merge(
                evidence.file(), new Sign(evidence, module + " is imported here", true), PythonTwo::earlier));
        code.forEach(facts -> facts.pythonTwo.ifPresent(sign -> first.merge(facts.file, sign, PythonTwo::earlier)));
        first.keySet().removeIf(file -> Roles.of(file) == Role.DEVELOPMENT);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        boolean stops = first.values().stream().anyMatch(Sign::stops);
        List<Sign> signs = first.values().stream()
                .filter(sign -> sign.stops() == stops)
                .sorted(Comparator.comparing(Sign::evidence))
                .toList();
        long files = code.stream().filter(facts -> !facts.imports.isEmpty()).count();
        String subject = first.size() * 3L >= files ? "This project" : "This file";
        Sign shown = signs.get(0);
        String more = signs.size() == 1 ? "" : ", and so it is in " + (signs.size() - 1) + " more of its files";
        return Optional.of(new ProjectFacts.Warning(
                WarningKind.PYTHON_TWO.key(),
                shown.evidence(),
                subject + " is Python 2: " + shown.what() + more + ". " + (stops ? STOPS : MAY_STOP)));
    }

    private static Sign earlier(Sign one, Sign other) {
        if (one.stops() != other.stops()) {
            return one.stops() ? one : other;
        }
        return one.evidence().compareTo(other.evidence()) <= 0 ? one : other;
    }
}
