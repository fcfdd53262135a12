package org.specimen.conda;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which versions are wanted (CEP 29; conda documentation, "Package match specifications").
 *
 * <ul>
 *   <li>{@code 1.26.4} and {@code ==1.26.4}: equal in conda's order
 *   <li>{@code =1.26}, {@code 1.26.*} and {@code 1.26*}: starts with; {@code !=1.26.*}: does not
 *   <li>{@code != < <= > >=}: by conda's order; a {@code .*} after the version does not count
 *   <li>{@code ~=1.4.2}: {@code >=1.4.2} and {@code 1.4.*}
 *   <li>{@code *} and {@code *.*}: any; {@code 1.*.1}: a glob and {@code ^1\.[57]$} a regular expression over the version's text
 *   <li>{@code ,} is and, {@code |} is or and binds less; parentheses group
 * </ul>
 *
 * <p>Two specifications are equal if their canonical texts are. The text keeps the spelling of each term, without blanks
 * and needless parentheses.
 */
public sealed interface VersionSpec {

    /** Every version. */
    static VersionSpec any() {
        return Any.ANY;
    }

    /**
     * Reads a specification.
     *
     * @throws IllegalArgumentException if it is not one, with the reason; also if it is longer than 10,000 characters or
     *     has more than 50 parentheses inside each other
     */
    static VersionSpec parse(String text) {
        return new VersionSpecParser(text).parse();
    }

    /**
     * Whether it is met.
     *
     * @throws IllegalArgumentException if a regular expression in it needs too many steps
     */
    boolean matches(CondaVersion version);

    /** {@code *}. */
    record Any() implements VersionSpec {

        private static final Any ANY = new Any();

        @Override
        public boolean matches(CondaVersion version) {
            return true;
        }

        @Override
        public String toString() {
            return "*";
        }
    }

    /**
     * Compares in conda's order.
     *
     * @param text as it was written, without blanks: {@code 1.7} and {@code ==1.7} are the same comparison
     */
    record Relation(Comparison comparison, CondaVersion version, String text) implements VersionSpec {
        @Override
        public boolean matches(CondaVersion other) {
            return comparison.holds(other.compareTo(version));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Starts with a version, or does not.
     *
     * @param text as it was written, without blanks; {@code 1.7*} as {@code 1.7.*}
     */
    record Prefix(CondaVersion prefix, boolean isNegated, String text) implements VersionSpec {
        @Override
        public boolean matches(CondaVersion version) {
            return version.startsWith(prefix) != isNegated;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** {@code ~=}: see {@link CondaVersion#compatibleWith}. */
    record Compatible(CondaVersion limit) implements VersionSpec {
        @Override
        public boolean matches(CondaVersion version) {
            return version.compatibleWith(limit);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Compatible that && toString().equals(that.toString());
        }

        @Override
        public int hashCode() {
            return toString().hashCode();
        }

        @Override
        public String toString() {
            return "~=" + limit;
        }
    }

    /** A glob or a regular expression over the text of the version as the package writes it. */
    record TextPattern(StringMatch pattern) implements VersionSpec {
        @Override
        public boolean matches(CondaVersion version) {
            return pattern.matches(version.toString());
        }

        @Override
        public String toString() {
            return pattern.toString();
        }
    }

    /** All hold. */
    record AllOf(List<VersionSpec> terms) implements VersionSpec {
        /** @throws IllegalArgumentException if there are fewer than two terms, or one is itself an {@link AllOf} */
        public AllOf {
            terms = List.copyOf(terms);
            if (terms.size() < 2 || terms.stream().anyMatch(AllOf.class::isInstance)) {
                throw new IllegalArgumentException("two or more terms are joined, none of which joins in the same way");
            }
        }

        @Override
        public boolean matches(CondaVersion version) {
            for (VersionSpec term : terms) {
                if (!term.matches(version)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return terms.stream()
                    .map(term -> term instanceof AnyOf ? "(" + term + ")" : term.toString())
                    .collect(Collectors.joining(","));
        }
    }

    /** At least one holds. */
    record AnyOf(List<VersionSpec> terms) implements VersionSpec {
        /** @throws IllegalArgumentException if there are fewer than two terms, or one is itself an {@link AnyOf} */
        public AnyOf {
            terms = List.copyOf(terms);
            if (terms.size() < 2 || terms.stream().anyMatch(AnyOf.class::isInstance)) {
                throw new IllegalArgumentException("two or more terms are joined, none of which joins in the same way");
            }
        }

        @Override
        public boolean matches(CondaVersion version) {
            for (VersionSpec term : terms) {
                if (term.matches(version)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return terms.stream().map(VersionSpec::toString).collect(Collectors.joining("|"));
        }
    }
}
