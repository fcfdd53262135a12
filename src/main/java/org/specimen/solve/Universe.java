package org.specimen.solve;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * The packages that there are, and what each of their candidates needs. The solver asks for a package when something
 * first needs it, and for the needs of a candidate when it is about to be chosen, so that both may be fetched then. Each
 * question is asked once in a solve; answers must not change meanwhile. What a method throws ends the solve and reaches
 * whoever asked for it.
 *
 * <p>A candidate that cannot be used at all has a need that nothing meets.
 *
 * @param <P> what names a package; with {@code equals} and {@code hashCode}
 * @param <S> what may be wanted of one; likewise
 */
public interface Universe<P, S> {

    /**
     * How many candidates the package has; 0 if there is none, or no such package. They are numbered from 0 in the order
     * in which they are preferred.
     */
    int candidates(P name);

    /** The numbers of those candidates that are what is wanted. */
    BitSet matching(P name, S wanted);

    /** What a candidate needs. */
    List<Need<P, S>> needs(P name, int candidate);

    /**
     * The candidates of the package that have this need too, as far as that can be told at once. The more there are, the
     * more is learned from each conflict, and the shorter is an explanation.
     *
     * @param need one of those of the candidate
     */
    default BitSet sharing(P name, int candidate, Need<P, S> need) {
        return new BitSet();
    }

    /**
     * Packages of a lower rank are decided first. The solver gives the first package the best candidate that any solution
     * has, the next one the best that is left by that choice, and so on; within a rank it chooses the order itself, by
     * what is hardest to meet.
     */
    default int rank(P name) {
        return 0;
    }

    /** A hint that these packages will be asked for next, so that they can be fetched side by side. */
    default void expect(Collection<P> names) {}
}
