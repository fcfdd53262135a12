package org.specimen.solve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Terms that do not all hold in any solution, and why. A dependency is one: "foo is 1.0" and "bar is none of what foo 1.0
 * needs" exclude each other. Where there are no terms, there is no solution.
 *
 * @param <P> what names a package
 * @param <S> what may be wanted of one
 */
public final class Incompatibility<P, S> {

    /** Why terms exclude each other. */
    public sealed interface Cause<P, S> {

        /** Whoever asks needs this. */
        record Wanted<P, S>(Need<P, S> need) implements Cause<P, S> {}

        /**
         * Some candidates of a package need this.
         *
         * @param candidates which
         */
        record Needed<P, S>(P name, CandidateSet candidates, Need<P, S> need) implements Cause<P, S> {}

        /** It follows from two others. */
        record Derived<P, S>(Incompatibility<P, S> conflict, Incompatibility<P, S> reason) implements Cause<P, S> {}
    }

    private final List<Term<P>> terms;
    private final Cause<P, S> cause;

    private Incompatibility(List<Term<P>> terms, Cause<P, S> cause) {
        this.terms = terms;
        this.cause = cause;
    }

    /** Whoever asks needs something. */
    static <P, S> Incompatibility<P, S> wanted(Need<P, S> need, Domain<P, S> needed) {
        return of(List.of(unmet(need, needed)), new Cause.Wanted<>(need));
    }

    /** Some candidates of a package need something. */
    static <P, S> Incompatibility<P, S> needed(
            Domain<P, S> domain, CandidateSet candidates, Need<P, S> need, Domain<P, S> needed) {
        return of(
                List.of(new Term<>(domain, candidates), unmet(need, needed)),
                new Cause.Needed<>(domain.name(), candidates, need));
    }

    private static <P, S> Term<P> unmet(Need<P, S> need, Domain<P, S> needed) {
        return new Term<>(needed, needed.matching(need).complement());
    }

    /**
     * What follows from two: if the one excludes its other terms and some candidates of a package, and the other its
     * other terms and some more, both together exclude all their other terms and all of these candidates.
     */
    static <P, S> Incompatibility<P, S> derived(
            Incompatibility<P, S> conflict, Incompatibility<P, S> reason, Domain<P, ?> about) {
        List<Term<P>> terms = new ArrayList<>(conflict.terms.size() + reason.terms.size());
        conflict.terms.stream().filter(term -> term.domain() != about).forEach(terms::add);
        reason.terms.stream().filter(term -> term.domain() != about).forEach(terms::add);
        terms.add(new Term<>(about, conflict.setOf(about).or(reason.setOf(about))));
        return of(terms, new Cause.Derived<>(conflict, reason));
    }

    /** One term a package, and none that always holds. */
    private static <P, S> Incompatibility<P, S> of(List<Term<P>> terms, Cause<P, S> cause) {
        Map<Domain<P, ?>, Term<P>> byPackage = new LinkedHashMap<>();
        for (Term<P> term : terms) {
            if (!term.set().isAll()) {
                byPackage.merge(
                        term.domain(),
                        term,
                        (one, other) -> new Term<>(one.domain(), one.set().and(other.set())));
            }
        }
        return new Incompatibility<>(List.copyOf(byPackage.values()), cause);
    }

    /** One term a package. */
    public List<Term<P>> terms() {
        return terms;
    }

    public Cause<P, S> cause() {
        return cause;
    }

    /** Whether its terms exclude each other by themselves, so that nothing can be learned from it. */
    boolean isTrivial() {
        return terms.stream().anyMatch(term -> term.set().isEmpty());
    }

    CandidateSet setOf(Domain<P, ?> domain) {
        for (Term<P> term : terms) {
            if (term.domain() == domain) {
                return term.set();
            }
        }
        throw new IllegalArgumentException("it says nothing of " + domain.name());
    }

    @Override
    public String toString() {
        return "not all of " + terms;
    }
}
