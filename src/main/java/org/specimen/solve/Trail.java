package org.specimen.solve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was decided, and what followed, in order; the later can be taken back. */
final class Trail<P, S> {

    private final List<Assignment<P, S>> assignments = new ArrayList<>();
    private final Deque<Domain<P, S>> changed = new ArrayDeque<>();
    private final Set<Domain<P, S>> isChanged = new LinkedHashSet<>();
    private int level;

    /** How many decisions hold. */
    int level() {
        return level;
    }

    void decide(Domain<P, S> domain, int candidate) {
        level++;
        narrow(domain, CandidateSet.only(domain.candidates(), candidate), null);
    }

    /** A package cannot be in a set, because of an incompatibility. */
    void exclude(Domain<P, S> domain, CandidateSet set, Incompatibility<P, S> reason) {
        narrow(domain, set.complement(), reason);
    }

    private void narrow(Domain<P, S> domain, CandidateSet own, @Nullable Incompatibility<P, S> reason) {
        var assignment = new Assignment<>(
                domain, assignments.size(), level, own, domain.current().and(own), reason);
        assignments.add(assignment);
        domain.narrow(assignment);
        if (isChanged.add(domain)) {
            changed.add(domain);
        }
    }

    /** Takes every assignment of a higher level back. */
    void backTo(int target) {
        while (!assignments.isEmpty() && assignments.get(assignments.size() - 1).level() > target) {
            assignments.remove(assignments.size() - 1).domain().widen();
        }
        level = target;
        changed.clear();
        isChanged.clear();
    }

    /** The next package that was narrowed and not yet looked at, null if there is none. */
    @Nullable
    Domain<P, S> nextChanged() {
        Domain<P, S> next = changed.poll();
        if (next != null) {
            isChanged.remove(next);
        }
        return next;
    }
}
