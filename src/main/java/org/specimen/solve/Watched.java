package org.specimen.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incompatibility with the two terms that it is watched by: while neither of them holds, nothing follows from it
 * (Moskewicz and others, "Chaff", 2001). The two stand first.
 */
final class Watched<P, S> {

    /** What follows from an incompatibility now. */
    sealed interface Finding<P> {

        /** Nothing: two of its terms may still turn out not to hold, or one cannot hold. */
        record Nothing<P>() implements Finding<P> {}

        /** All of its terms hold, which cannot be. */
        record Conflict<P>() implements Finding<P> {}

        /** All of its terms hold but this one, which therefore must not. */
        record Unit<P>(Term<P> term) implements Finding<P> {}
    }

    private final Incompatibility<P, S> incompatibility;
    private final List<Term<P>> terms;
    private boolean superseded;

    Watched(Incompatibility<P, S> incompatibility) {
        this.incompatibility = incompatibility;
        this.terms = new ArrayList<>(incompatibility.terms());
    }

    Incompatibility<P, S> incompatibility() {
        return incompatibility;
    }

    boolean isSuperseded() {
        return superseded;
    }

    /** Another says the same of more candidates. */
    void supersede() {
        superseded = true;
    }

    /** Chooses what to watch: terms that do not hold yet, else those that will be the first not to when work is undone. */
    void watch() {
        terms.sort(Comparator.comparingInt((Term<P> term) -> -heldFrom(term)));
        terms.stream().limit(2).forEach(this::watch);
    }

    private static <P> int heldFrom(Term<P> term) {
        return term.isSatisfied() ? term.domain().satisfier(term.set()).index() : Integer.MAX_VALUE;
    }

    @SuppressWarnings("unchecked") // terms are made with domains of this universe only
    private void watch(Term<P> term) {
        ((Domain<P, S>) term.domain()).watching().add(this);
    }

    /** What follows from it. */
    Finding<P> examine() {
        @Nullable Term<P> open = null;
        for (Term<P> term : terms) {
            if (!term.isSatisfied()) {
                if (open != null) {
                    return new Finding.Nothing<>();
                }
                open = term;
            }
        }
        return finding(open);
    }

    /** Whether it need not be looked at when this package is narrowed, after another term was found to watch instead. */
    boolean movesAwayFrom(Domain<P, S> domain) {
        int own = terms.get(0).domain() == domain ? 0 : 1;
        for (int other = 2; other < terms.size(); other++) {
            Term<P> term = terms.get(other);
            if (!term.isSatisfied()) {
                terms.set(other, terms.set(own, term));
                watch(term);
                return true;
            }
        }
        return false;
    }

    boolean isHeldBy(Domain<P, S> domain) {
        return terms.get(terms.get(0).domain() == domain ? 0 : 1).isSatisfied();
    }

    /** What follows, where all terms hold but the two that are watched, and the one of this package does too. */
    Finding<P> findingBeside(Domain<P, S> domain) {
        if (terms.size() == 1) {
            return new Finding.Conflict<>();
        }
        Term<P> other = terms.get(terms.get(0).domain() == domain ? 1 : 0);
        return finding(other.isSatisfied() ? null : other);
    }

    private static <P> Finding<P> finding(@Nullable Term<P> open) {
        if (open == null) {
            return new Finding.Conflict<>();
        }
        return open.domain().current().isDisjointFrom(open.set()) ? new Finding.Nothing<>() : new Finding.Unit<>(open);
    }
}
