package org.specimen.solve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specimen.solve.Watched.Finding;
import org.specimen.task.Progress;

/**
 * Finds candidates that go together, driven by conflicts: PubGrub's idea (Natalie Weizenbaum, "PubGrub: Next-Generation
 * Version Solving", 2018) over sets of candidates instead of ranges of versions. From each conflict it learns an
 * incompatibility that rules out all that would fail for the same reason, and goes back to the decision that matters. The
 * same universe gives the same answer.
 *
 * @param <P> what names a package
 * @param <S> what may be wanted of one
 */
public final class Solver<P, S> {

    private final Universe<P, S> universe;
    private final Progress progress;
    private final Map<P, Domain<P, S>> domains = new LinkedHashMap<>();
    private final Map<P, List<Waiting<P, S>>> waiting = new LinkedHashMap<>();
    private final Trail<P, S> trail = new Trail<>();

    /** Not watched yet. */
    private final Deque<Watched<P, S>> fresh = new ArrayDeque<>();

    /** Watched since decisions that still hold: something may follow from them when those are taken back. */
    private final Deque<Since<P, S>> recent = new ArrayDeque<>();

    /** A constraint on a package that nothing needs so far; by whoever asks where {@code by} is null. */
    private record Waiting<P, S>(@Nullable Domain<P, S> by, CandidateSet candidates, Need<P, S> need) {}

    private record Since<P, S>(Watched<P, S> watched, int level) {}

    private Solver(Universe<P, S> universe, Progress progress) {
        this.universe = universe;
        this.progress = progress;
    }

    /**
     * Solves.
     *
     * @param wanted what the solution must meet
     * @param progress asked at each step whether the solve was cancelled
     */
    public static <P, S> Outcome<P, S> solve(Universe<P, S> universe, List<Need<P, S>> wanted, Progress progress) {
        return new Solver<>(universe, progress).solve(wanted);
    }

    private Outcome<P, S> solve(List<Need<P, S>> wanted) {
        expect(wanted);
        wanted.forEach(need -> add(null, CandidateSet.all(0), need));
        while (true) {
            progress.checkCancelled();
            Watched<P, S> conflict = propagate();
            if (conflict != null) {
                Incompatibility<P, S> proof = learn(conflict);
                if (proof != null) {
                    return new Outcome.Contradiction<>(proof);
                }
                continue;
            }
            Domain<P, S> next = hardest();
            if (next == null) {
                return solution();
            }
            decide(next, next.current().first());
        }
    }

    /** The package to decide next, null if all that are needed are decided. */
    private @Nullable Domain<P, S> hardest() {
        Domain<P, S> hardest = null;
        for (Domain<P, S> domain : domains.values()) {
            if (domain.isNeeded() && !domain.isDecided() && (hardest == null || domain.isHarderThan(hardest))) {
                hardest = domain;
            }
        }
        return hardest;
    }

    private Outcome<P, S> solution() {
        Map<P, Integer> chosen = new LinkedHashMap<>();
        domains.forEach((name, domain) -> {
            if (domain.isDecided()) {
                chosen.put(name, domain.current().first());
            }
        });
        return new Outcome.Solution<>(chosen);
    }

    /** Decides on a candidate once all that it needs is known, which may speak against it. */
    private void decide(Domain<P, S> domain, int candidate) {
        if (domain.asksFirst(candidate)) {
            List<Need<P, S>> needs = universe.needs(domain.name(), candidate);
            expect(needs);
            needs.forEach(need -> addNeed(domain, candidate, need));
        }
        if (fresh.isEmpty()) {
            trail.decide(domain, candidate);
        }
    }

    private void expect(List<Need<P, S>> needs) {
        Set<P> names = new LinkedHashSet<>();
        needs.stream()
                .filter(need -> !need.onlyIfChosen())
                .map(Need::name)
                .filter(name -> !domains.containsKey(name))
                .forEach(names::add);
        if (!names.isEmpty()) {
            universe.expect(names);
        }
    }

    private void addNeed(Domain<P, S> domain, int candidate, Need<P, S> need) {
        Watched<P, S> known = domain.needs().get(need);
        CandidateSet already = known == null
                ? CandidateSet.only(domain.candidates(), candidate)
                : known.incompatibility().setOf(domain);
        if (known != null && already.contains(candidate)) {
            return;
        }
        BitSet sharing =
                (BitSet) universe.sharing(domain.name(), candidate, need).clone();
        sharing.set(candidate);
        add(domain, already.or(CandidateSet.of(domain.candidates(), sharing, false)), need);
    }

    private void add(@Nullable Domain<P, S> by, CandidateSet candidates, Need<P, S> need) {
        if (need.onlyIfChosen() && !domains.containsKey(need.name())) {
            waiting.computeIfAbsent(need.name(), name -> new ArrayList<>()).add(new Waiting<>(by, candidates, need));
            return;
        }
        Domain<P, S> needed = domain(need.name());
        if (by == null) {
            fresh.add(new Watched<>(Incompatibility.wanted(need, needed)));
            return;
        }
        Incompatibility<P, S> incompatibility = Incompatibility.needed(by, candidates, need, needed);
        if (!incompatibility.isTrivial()) {
            var watched = new Watched<>(incompatibility);
            Watched<P, S> before = by.needs().put(need, watched);
            if (before != null) {
                before.supersede();
            }
            fresh.add(watched);
        }
    }

    private Domain<P, S> domain(P name) {
        Domain<P, S> known = domains.get(name);
        if (known != null) {
            return known;
        }
        Domain<P, S> domain = new Domain<>(name, universe);
        domains.put(name, domain);
        List<Waiting<P, S>> constraints = waiting.remove(name);
        if (constraints != null) {
            constraints.forEach(constraint -> add(constraint.by(), constraint.candidates(), constraint.need()));
        }
        return domain;
    }

    /** Draws every conclusion; returns what all of whose terms hold, null if there is none such. */
    private @Nullable Watched<P, S> propagate() {
        while (!fresh.isEmpty()) {
            Watched<P, S> watched = fresh.remove();
            watched.watch();
            recent.push(new Since<>(watched, trail.level()));
            if (concludes(watched, watched.examine())) {
                return watched;
            }
        }
        for (Domain<P, S> domain = trail.nextChanged(); domain != null; domain = trail.nextChanged()) {
            Watched<P, S> conflict = propagate(domain);
            if (conflict != null) {
                return conflict;
            }
        }
        return null;
    }

    private @Nullable Watched<P, S> propagate(Domain<P, S> domain) {
        List<Watched<P, S>> watching = domain.watching();
        int kept = 0;
        @Nullable Watched<P, S> conflict = null;
        for (int index = 0; index < watching.size(); index++) {
            Watched<P, S> watched = watching.get(index);
            if (watched.isSuperseded()) {
                continue;
            }
            if (conflict == null && watched.isHeldBy(domain)) {
                if (watched.movesAwayFrom(domain)) {
                    continue;
                }
                if (concludes(watched, watched.findingBeside(domain))) {
                    conflict = watched;
                }
            }
            watching.set(kept++, watched);
        }
        watching.subList(kept, watching.size()).clear();
        return conflict;
    }

    /** Draws the conclusion; returns whether it is a conflict. */
    @SuppressWarnings("unchecked") // terms are made with domains of this universe only
    private boolean concludes(Watched<P, S> watched, Finding<P> finding) {
        if (finding instanceof Finding.Unit<P> unit) {
            trail.exclude((Domain<P, S>) unit.term().domain(), unit.term().set(), watched.incompatibility());
        }
        return finding instanceof Finding.Conflict<P>;
    }

    /**
     * Finds why all terms hold, and goes back to where only one of them did not follow from earlier decisions.
     *
     * @return the proof that nothing can be decided differently, null if something can
     */
    private @Nullable Incompatibility<P, S> learn(Watched<P, S> conflict) {
        Incompatibility<P, S> learned = conflict.incompatibility();
        while (!learned.terms().isEmpty()) {
            progress.checkCancelled();
            Blame<P, S> blame = Blame.of(learned);
            Incompatibility<P, S> reason = blame.latest().reason();
            if (reason == null || blame.levelBefore() < blame.latest().level()) {
                learned.terms().forEach(term -> term.domain().countConflict());
                trail.backTo(blame.levelBefore());
                if (learned != conflict.incompatibility()) {
                    fresh.addFirst(new Watched<>(learned));
                } else {
                    concludes(conflict, conflict.examine());
                }
                examineRecent();
                return null;
            }
            learned = Incompatibility.derived(learned, reason, blame.latest().domain());
        }
        return learned;
    }

    /** What was added since the decisions that were taken back may say something on those that are left. */
    private void examineRecent() {
        List<Watched<P, S>> again = new ArrayList<>();
        while (!recent.isEmpty() && recent.peek().level() > trail.level()) {
            Watched<P, S> watched = recent.pop().watched();
            if (!watched.isSuperseded()) {
                again.add(watched);
            }
        }
        again.forEach(watched -> {
            recent.push(new Since<>(watched, trail.level()));
            concludes(watched, watched.examine());
        });
    }
}
