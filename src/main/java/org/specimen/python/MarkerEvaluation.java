package org.specimen.python;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates markers (PEP 508, "Environment Markers").
 *
 * @param environment the interpreter and its machine
 * @param extra the extra asked for, empty if none, null in a lock file
 * @param extras the extras asked for, in a lock file only
 * @param groups the dependency groups asked for, in a lock file only
 */
record MarkerEvaluation(
        MarkerEnvironment environment,
        @Nullable String extra,
        @Nullable Set<Extra> extras,
        @Nullable Set<Extra> groups) {

    static MarkerEvaluation ofRequirement(MarkerEnvironment environment, String extra) {
        return new MarkerEvaluation(environment, extra, null, null);
    }

    static MarkerEvaluation ofLockFile(MarkerEnvironment environment, Set<Extra> extras, Set<Extra> groups) {
        return new MarkerEvaluation(environment, null, extras, groups);
    }

    /** Looks at every comparison, so that a wrong one is told wherever the marker is evaluated. */
    boolean test(Marker marker) {
        if (marker instanceof Marker.And and) {
            return !results(and.operands()).contains(false);
        }
        if (marker instanceof Marker.Or or) {
            return results(or.operands()).contains(true);
        }
        return compare((Marker.Comparison) marker);
    }

    private List<Boolean> results(List<Marker> operands) {
        return operands.stream().map(this::test).toList();
    }

    private boolean compare(Marker.Comparison comparison) {
        Optional<MarkerVariable> variable = variable(comparison);
        if (variable.filter(MarkerVariable::isSet).isPresent()) {
            return isMember(comparison, variable.get());
        }
        String left = text(comparison.left());
        String right = text(comparison.right());
        if (variable.filter(MarkerVariable::isVersion).isPresent()) {
            Optional<Specifier> specifier = Specifier.tryParse(comparison.operator() + right);
            if (specifier.isPresent()) {
                return specifier.get().contains(left);
            }
        }
        return switch (comparison.operator()) {
            case IN -> right.contains(left);
            case NOT_IN -> !right.contains(left);
            case EQUAL, AT_MOST, AT_LEAST -> left.equals(right);
            case NOT_EQUAL -> !left.equals(right);
            case LESS, GREATER -> false;
            case COMPATIBLE, IDENTICAL -> throw undefined(comparison);
        };
    }

    /** The variable that decides how values are compared: the left one, if both sides are variables. */
    private static Optional<MarkerVariable> variable(Marker.Comparison comparison) {
        return Stream.of(comparison.left(), comparison.right())
                .filter(MarkerVariable.class::isInstance)
                .map(MarkerVariable.class::cast)
                .findFirst();
    }

    private boolean isMember(Marker.Comparison comparison, MarkerVariable variable) {
        Set<Extra> members = variable == MarkerVariable.EXTRAS ? extras : groups;
        if (members == null) {
            throw valueless(variable);
        }
        if (comparison.left() instanceof Marker.Literal name
                && (comparison.operator() == Marker.Operator.IN || comparison.operator() == Marker.Operator.NOT_IN)) {
            boolean member = members.stream().anyMatch(extra -> extra.value().equals(name.value()));
            return member == (comparison.operator() == Marker.Operator.IN);
        }
        throw new IllegalArgumentException(
                "the marker can only ask whether a name is in " + variable + ", but says: " + comparison);
    }

    private String text(Marker.Operand operand) {
        if (operand instanceof Marker.Literal literal) {
            return literal.value();
        }
        MarkerVariable variable = (MarkerVariable) operand;
        if (variable == MarkerVariable.EXTRA) {
            if (extra == null) {
                throw valueless(variable);
            }
            return extra;
        }
        if (variable.isSet()) {
            throw valueless(variable);
        }
        return environment.value(variable);
    }

    private static IllegalArgumentException valueless(MarkerVariable variable) {
        return new IllegalArgumentException("the marker variable " + variable + " has no value here: extra belongs to"
                + " requirements, extras and dependency_groups to lock files");
    }

    private static IllegalArgumentException undefined(Marker.Comparison comparison) {
        return new IllegalArgumentException(
                "the marker uses " + comparison.operator() + " on what is not a version: " + comparison);
    }
}
