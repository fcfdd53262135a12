package org.specimen.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A package that the solver has met: what may still become of it, and what watches over that. */
final class Domain<P, S> {

    private final P name;
    private final int candidates;
    private final int rank;
    private final Universe<P, S> universe;
    private final CandidateSet all;
    private final Map<S, CandidateSet> matching = new HashMap<>();
    private final Map<Need<P, S>, Watched<P, S>> needs = new HashMap<>();
    private final BitSet asked = new BitSet();
    private final List<Assignment<P, S>> history = new ArrayList<>();
    private final List<Watched<P, S>> watching = new ArrayList<>();
    private CandidateSet current;
    private int left;
    private boolean isNeeded;
    private int conflicts;

    Domain(P name, Universe<P, S> universe) {
        this.name = name;
        this.universe = universe;
        this.candidates = universe.candidates(name);
        this.rank = universe.rank(name);
        this.all = CandidateSet.all(candidates);
        this.current = all;
        this.left = all.size();
    }

    P name() {
        return name;
    }

    int candidates() {
        return candidates;
    }

    /** The candidates that are what is needed, and absence where the need allows it. */
    CandidateSet matching(Need<P, S> need) {
        CandidateSet wanted = matching.computeIfAbsent(
                need.wanted(), what -> CandidateSet.of(candidates, universe.matching(name, what), false));
        return need.onlyIfChosen() ? wanted.or(CandidateSet.only(candidates, candidates)) : wanted;
    }

    /** Whether the needs of a candidate have not been asked for yet; from now on they have. */
    boolean asksFirst(int candidate) {
        boolean first = !asked.get(candidate);
        asked.set(candidate);
        return first;
    }

    /** The incompatibility of each need that candidates of this package are known to have. */
    Map<Need<P, S>, Watched<P, S>> needs() {
        return needs;
    }

    /** The incompatibilities to look at when this package is narrowed. */
    List<Watched<P, S>> watching() {
        return watching;
    }

    /** What may still become of it. */
    CandidateSet current() {
        return current;
    }

    boolean isNeeded() {
        return isNeeded;
    }

    boolean isDecided() {
        return !history.isEmpty() && history.get(history.size() - 1).isDecision();
    }

    void narrow(Assignment<P, S> assignment) {
        history.add(assignment);
        become(assignment.current());
    }

    void widen() {
        history.remove(history.size() - 1);
        become(history.isEmpty() ? all : history.get(history.size() - 1).current());
    }

    private void become(CandidateSet now) {
        current = now;
        left = now.size();
        isNeeded = !now.allowsAbsence();
    }

    /** The first assignment from which on it is in a set, which it is now. */
    Assignment<P, S> satisfier(CandidateSet set) {
        return history.get(firstIn(set, all));
    }

    /**
     * The first assignment from which on, with what a later one says by itself, it is in a set.
     *
     * @return null if what the later one says is enough
     */
    @Nullable
    Assignment<P, S> satisfierWith(Assignment<P, S> later, CandidateSet set) {
        return later.own().isSubsetOf(set) ? null : history.get(firstIn(set, later.own()));
    }

    /** Assignments only ever narrow, so that the first one can be searched for by halves. */
    private int firstIn(CandidateSet set, CandidateSet with) {
        int from = 0;
        int to = history.size() - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (history.get(middle).current().and(with).isSubsetOf(set)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /**
     * Whether it should be decided before another: where there is no choice left, then by rank, by the conflicts that it
     * was part of, and by how few candidates are left. Asked of all packages at each step, so it counts nothing anew.
     */
    boolean isHarderThan(Domain<P, S> other) {
        if ((left == 1) != (other.left == 1)) {
            return left == 1;
        }
        if (rank != other.rank) {
            return rank < other.rank;
        }
        return conflicts != other.conflicts ? conflicts > other.conflicts : left < other.left;
    }

    void countConflict() {
        conflicts++;
    }

    @Override
    public String toString() {
        return name + " in " + current();
    }
}
