package org.specimen.python;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition on the environment under which a requirement counts, such as
 * {@code python_version < "3.11" and sys_platform == "win32"} (PEP 508, "Environment Markers").
 *
 * <p>Markers are equal if they say the same in the same order; needless parentheses and the kind of quotes do not
 * count.
 */
public sealed interface Marker {

    /** The comparison operators of markers (PEP 508, "Grammar"). */
    enum Operator {
        LESS("<"),
        AT_MOST("<="),
        EQUAL("=="),
        NOT_EQUAL("!="),
        AT_LEAST(">="),
        GREATER(">"),
        COMPATIBLE("~="),
        IDENTICAL("==="),
        IN("in"),
        NOT_IN("not in");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** The operator as it is written. */
        @Override
        public String toString() {
            return symbol;
        }
    }

    /** One side of a comparison. */
    sealed interface Operand permits MarkerVariable, Literal {}

    /**
     * A quoted text.
     *
     * @param value what the quotes hold, escapes resolved
     */
    record Literal(String value) implements Operand {

        @Override
        public String toString() {
            return PythonString.quote(value);
        }
    }

    /**
     * A comparison of two operands. Beside {@code extra}, {@code extras} and {@code dependency_groups} a literal is
     * brought to its normal form (PEP 685).
     */
    record Comparison(Operand left, Operator operator, Operand right) implements Marker {

        public Comparison {
            Operand asWritten = left;
            left = normalized(left, right);
            right = normalized(right, asWritten);
        }

        private static Operand normalized(Operand operand, Operand other) {
            return operand instanceof Literal literal
                            && other instanceof MarkerVariable variable
                            && variable.holdsNames()
                    ? new Literal(PackageName.normalize(literal.value()))
                    : operand;
        }

        @Override
        public String toString() {
            return left + " " + operator + " " + right;
        }
    }

    /**
     * Markers that must all hold.
     *
     * @param operands two or more, none of them an {@code And}
     */
    record And(List<Marker> operands) implements Marker {

        /** @throws IllegalArgumentException if there are fewer than two operands */
        public And {
            operands = flattened(operands, marker -> marker instanceof And and ? and.operands() : List.of(marker));
        }

        @Override
        public String toString() {
            return operands.stream()
                    .map(operand -> operand instanceof Or ? "(" + operand + ")" : operand.toString())
                    .collect(Collectors.joining(" and "));
        }
    }

    /**
     * Markers of which one must hold.
     *
     * @param operands two or more, none of them an {@code Or}
     */
    record Or(List<Marker> operands) implements Marker {

        /** @throws IllegalArgumentException if there are fewer than two operands */
        public Or {
            operands = flattened(operands, marker -> marker instanceof Or or ? or.operands() : List.of(marker));
        }

        @Override
        public String toString() {
            return operands.stream().map(Marker::toString).collect(Collectors.joining(" or "));
        }
    }

    private static List<Marker> flattened(List<Marker> operands, Function<Marker, List<Marker>> parts) {
        if (operands.size() < 2) {
            throw new IllegalArgumentException("'and' and 'or' join two or more markers");
        }
        return operands.stream().map(parts).flatMap(List::stream).toList();
    }

    /**
     * Reads a marker.
     *
     * @throws IllegalArgumentException if it is not a marker by PEP 508, with the column and what was expected there;
     *     or if its parentheses are nested more than {@value MarkerParser#MAX_DEPTH} deep
     */
    static Marker parse(String text) {
        return MarkerParser.parseWhole(text);
    }

    /** Both this and the other. */
    default Marker and(Marker other) {
        return new And(List.of(this, other));
    }

    /** This or the other. */
    default Marker or(Marker other) {
        return new Or(List.of(this, other));
    }

    /**
     * Whether it holds where no extra is asked for.
     *
     * @throws IllegalArgumentException if it compares what cannot be compared: with {@code ~=} or {@code ===} where
     *     versions are not compared, or a variable that only lock files have
     */
    default boolean evaluate(MarkerEnvironment environment) {
        return evaluate(environment, Set.of());
    }

    /**
     * Whether it holds for one of the extras asked for, each taken by itself as pip does; with none, the variable is
     * the empty text (PEP 508, "Environment Markers").
     *
     * @throws IllegalArgumentException as {@link #evaluate(MarkerEnvironment)} does
     */
    default boolean evaluate(MarkerEnvironment environment, Set<Extra> extras) {
        if (extras.isEmpty()) {
            return MarkerEvaluation.ofRequirement(environment, "").test(this);
        }
        return extras.stream()
                .anyMatch(extra -> MarkerEvaluation.ofRequirement(environment, extra.value())
                        .test(this));
    }

    /**
     * Whether it holds for an entry of a lock file, where the variables for extras and groups are sets and
     * the one for a single extra does not exist (PEP 751, "packages.marker").
     *
     * @throws IllegalArgumentException as {@link #evaluate(MarkerEnvironment)} does
     */
    default boolean evaluateInLockFile(MarkerEnvironment environment, Set<Extra> extras, Set<Extra> groups) {
        return MarkerEvaluation.ofLockFile(environment, extras, groups).test(this);
    }

    /** The variables that it asks about. */
    default Set<MarkerVariable> variables() {
        Set<MarkerVariable> variables = EnumSet.noneOf(MarkerVariable.class);
        List<Marker> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            Marker marker = open.remove(open.size() - 1);
            if (marker instanceof And and) {
                open.addAll(and.operands());
            } else if (marker instanceof Or or) {
                open.addAll(or.operands());
            } else if (marker instanceof Comparison comparison) {
                Stream.of(comparison.left(), comparison.right())
                        .filter(MarkerVariable.class::isInstance)
                        .forEach(operand -> variables.add((MarkerVariable) operand));
            }
        }
        return variables;
    }
}
