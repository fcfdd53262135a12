package org.specimen.conda;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads a {@link VersionSpec} from left to right, once, with the open parentheses on a stack of its own:
 *
 * <pre>
 * any  = all *( "|" all )
 * all  = term *( "," term )
 * term = "(" any ")" / "^" regex "$" / constraint
 * </pre>
 */
final class VersionSpecParser {

    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_DEPTH = 50;

    private final String text;
    private int position;

    VersionSpecParser(String text) {
        this.text = text;
    }

    VersionSpec parse() {
        if (text.length() > MAX_LENGTH) {
            throw invalid("longer than " + MAX_LENGTH + " characters");
        }
        Deque<Group> open = new ArrayDeque<>();
        Group group = new Group();
        while (true) {
            skipBlanks();
            if (next() == '(') {
                if (open.size() == MAX_DEPTH) {
                    throw invalid("more than " + MAX_DEPTH + " parentheses inside each other");
                }
                position++;
                open.push(group);
                group = new Group();
                continue;
            }
            group.add(term());
            skipBlanks();
            while (next() == ')') {
                if (open.isEmpty()) {
                    throw invalid("a parenthesis is closed that was not opened");
                }
                position++;
                VersionSpec closed = group.close();
                group = open.pop();
                group.add(closed);
                skipBlanks();
            }
            if (position == text.length()) {
                if (!open.isEmpty()) {
                    throw invalid("a parenthesis is not closed");
                }
                return group.close();
            }
            switch (next()) {
                case ',' -> {}
                case '|' -> group.startAlternative();
                default -> throw invalid(", or | is expected at character " + (position + 1));
            }
            position++;
        }
    }

    /** The character here; NUL at the end, which no specification contains. */
    private char next() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private VersionSpec term() {
        int start = position;
        if (next() == '^') {
            int end = text.indexOf('$', position);
            if (end < 0) {
                throw invalid("a regular expression starts with ^ and ends with $");
            }
            position = end + 1;
            return new VersionSpec.TextPattern(StringMatch.parse(text.substring(start, position)));
        }
        while (position < text.length() && "()|,".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return constraint(text.substring(start, position).strip());
    }

    private VersionSpec constraint(String term) {
        if (term.isEmpty()) {
            throw invalid("a version is expected at character " + (position + 1));
        }
        int start = 0;
        while (start < term.length() && "=!<>~".indexOf(term.charAt(start)) >= 0) {
            start++;
        }
        return start > 0
                ? relation(term.substring(0, start), term.substring(start).strip())
                : literal(term);
    }

    private VersionSpec relation(String operator, String operand) {
        if (operand.isEmpty()) {
            throw invalid("no version follows " + operator);
        }
        String stem = withoutStars(operand);
        if (stem.isEmpty() && List.of("=", "==", "~=", "<=", ">=").contains(operator)) {
            return VersionSpec.any();
        }
        return switch (operator) {
            case "=" -> new VersionSpec.Prefix(version(stem), false, "=" + operand);
            case "~=" -> {
                if (operand.endsWith("*")) {
                    throw invalid("~= takes a version without *");
                }
                yield new VersionSpec.Compatible(version(operand));
            }
            case "!=" ->
                operand.endsWith("*")
                        ? new VersionSpec.Prefix(version(stem), true, "!=" + stem + ".*")
                        : new VersionSpec.Relation(Comparison.NOT_EQUAL, version(operand), "!=" + operand);
            default -> {
                if (stem.isEmpty()) {
                    throw invalid(operator + " takes a version");
                }
                Comparison comparison =
                        Comparison.ofSymbol(operator).orElseThrow(() -> invalid("there is no operator " + operator));
                // Conda: a ".*" after a version that is compared does not count, a bare "*" is part of the version.
                boolean endsWithDotStar = operand.endsWith(".*");
                String version = endsWithDotStar ? operand.substring(0, operand.length() - 2) : operand;
                yield new VersionSpec.Relation(comparison, version(version), operator + operand);
            }
        };
    }

    private VersionSpec literal(String term) {
        if (term.indexOf('*') < 0) {
            return new VersionSpec.Relation(Comparison.EQUAL, version(term), term);
        }
        String stem = withoutStars(term);
        if (stem.isEmpty()) {
            return VersionSpec.any();
        }
        if (stem.indexOf('*') < 0) {
            return new VersionSpec.Prefix(version(stem), false, stem + ".*");
        }
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (!(c < 128 && Character.isLetterOrDigit(c)) && "*.+!_-".indexOf(c) < 0) {
                throw invalid("only letters, digits and . _ - + ! * are allowed in a version");
            }
        }
        return new VersionSpec.TextPattern(StringMatch.parse(term));
    }

    /** {@code 1.7*}, {@code 1.7.*}, {@code 1.7.*.*} and {@code 1.7.*.} as {@code 1.7}. */
    private static String withoutStars(String term) {
        int end = term.length();
        while (end > 0
                && (term.charAt(end - 1) == '*'
                        || (end > 1 && term.charAt(end - 1) == '.' && term.charAt(end - 2) == '*'))) {
            end--;
        }
        boolean hasStars = end < term.length();
        while (hasStars && end > 0 && term.charAt(end - 1) == '.') {
            end--;
        }
        return term.substring(0, end);
    }

    private CondaVersion version(String version) {
        try {
            return CondaVersion.parse(version);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "not a version specification: " + Excerpt.of(text) + "; " + e.getMessage(), e);
        }
    }

    private IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException("not a version specification: " + Excerpt.of(text) + " (" + reason + ")");
    }

    /** The terms between two parentheses, so far. */
    private static final class Group {
        private final List<VersionSpec> alternatives = new ArrayList<>();
        private List<VersionSpec> terms = new ArrayList<>();

        void add(VersionSpec term) {
            if (term instanceof VersionSpec.AllOf all) {
                terms.addAll(all.terms());
            } else {
                terms.add(term);
            }
        }

        void startAlternative() {
            VersionSpec alternative = terms.size() == 1 ? terms.get(0) : new VersionSpec.AllOf(terms);
            if (alternative instanceof VersionSpec.AnyOf any) {
                alternatives.addAll(any.terms());
            } else {
                alternatives.add(alternative);
            }
            terms = new ArrayList<>();
        }

        VersionSpec close() {
            startAlternative();
            return alternatives.size() == 1 ? alternatives.get(0) : new VersionSpec.AnyOf(alternatives);
        }
    }
}
