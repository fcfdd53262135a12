package org.specimen.solve;

/**
 * A statement on one package: that what becomes of it is in a set.
 *
 * @param <P> what names a package
 */
public final class Term<P> {

    private final Domain<P, ?> domain;
    private final CandidateSet set;

    Term(Domain<P, ?> domain, CandidateSet set) {
        this.domain = domain;
        this.set = set;
    }

    public P name() {
        return domain.name();
    }

    public CandidateSet set() {
        return set;
    }

    Domain<P, ?> domain() {
        return domain;
    }

    /** Whether it holds, whatever is chosen from now on. */
    boolean isSatisfied() {
        return domain.current().isSubsetOf(set);
    }

    @Override
    public String toString() {
        return name() + " in " + set;
    }
}
