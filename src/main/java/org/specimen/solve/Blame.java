package org.specimen.solve;

import org.jspecify.annotations.Nullable;

/**
 * What made all terms of an incompatibility hold.
 *
 * @param latest the assignment that made the last of them hold
 * @param levelBefore the level at which the others held already, and what that assignment built on
 */
record Blame<P, S>(Assignment<P, S> latest, int levelBefore) {

    @SuppressWarnings("unchecked") // terms are made with domains of one universe only
    static <P, S> Blame<P, S> of(Incompatibility<P, S> incompatibility) {
        @Nullable Assignment<P, S> latest = null;
        @Nullable Term<P> last = null;
        int levelBefore = 0;
        for (Term<P> term : incompatibility.terms()) {
            Assignment<P, S> satisfier = ((Domain<P, S>) term.domain()).satisfier(term.set());
            if (latest == null || satisfier.index() > latest.index()) {
                levelBefore = Math.max(levelBefore, latest == null ? 0 : latest.level());
                latest = satisfier;
                last = term;
            } else {
                levelBefore = Math.max(levelBefore, satisfier.level());
            }
        }
        if (latest == null || last == null) {
            throw new IllegalArgumentException("nothing is to blame where there are no terms");
        }
        Assignment<P, S> partly = latest.domain().satisfierWith(latest, last.set());
        return new Blame<>(latest, partly == null ? levelBefore : Math.max(levelBefore, partly.level()));
    }
}
