package org.specimen.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.solve.Incompatibility.Cause;

/** Checks a proof step by step, knowing nothing of how it was found. */
final class ProofCheck {

    private final RandomUniverse universe;

    ProofCheck(RandomUniverse universe) {
        this.universe = universe;
    }

    void check(Incompatibility<Integer, Set<Integer>> proof) {
        assertThat(proof.terms()).isEmpty();
        Set<Incompatibility<Integer, Set<Integer>>> seen = new HashSet<>();
        Deque<Incompatibility<Integer, Set<Integer>>> open = new ArrayDeque<>(List.of(proof));
        while (!open.isEmpty()) {
            Incompatibility<Integer, Set<Integer>> next = open.pop();
            if (seen.add(next)) {
                if (next.cause() instanceof Cause.Derived<Integer, Set<Integer>> derived) {
                    checkStep(next, derived.conflict(), derived.reason());
                    open.push(derived.conflict());
                    open.push(derived.reason());
                } else {
                    checkGround(next);
                }
            }
        }
    }

    /** A ground says of every package no more than that its candidates have a need that is not met. */
    private void checkGround(Incompatibility<Integer, Set<Integer>> ground) {
        Need<Integer, Set<Integer>> need;
        if (ground.cause() instanceof Cause.Needed<Integer, Set<Integer>> needed) {
            need = needed.need();
            assertThat(needed.candidates().allowsAbsence()).isFalse();
            assertThat(needed.candidates().stream().boxed())
                    .allSatisfy(candidate ->
                            assertThat(universe.needs(needed.name(), candidate)).contains(need));
            for (int candidate = 0; candidate <= universe.candidates(needed.name()); candidate++) {
                boolean unmet =
                        !needed.name().equals(need.name()) || !need.wanted().contains(candidate);
                assertThat(allows(ground, needed.name(), candidate)
                                || !needed.candidates().contains(candidate)
                                || !unmet)
                        .isTrue();
            }
        } else {
            need = ((Cause.Wanted<Integer, Set<Integer>>) ground.cause()).need();
            assertThat(universe.wanted).contains(need);
        }
        int absent = universe.candidates(need.name());
        for (int candidate = 0; candidate <= absent; candidate++) {
            boolean met =
                    candidate == absent ? need.onlyIfChosen() : need.wanted().contains(candidate);
            assertThat(met && allows(ground, need.name(), candidate) && says(ground, need.name()))
                    .isFalse();
        }
        assertThat(ground.terms()).hasSizeLessThanOrEqualTo(2);
    }

    /**
     * A step follows if whatever the conclusion excludes is excluded by one of the two: they overlap in one package, on
     * which together they exclude all that the conclusion does.
     */
    private void checkStep(
            Incompatibility<Integer, Set<Integer>> conclusion,
            Incompatibility<Integer, Set<Integer>> one,
            Incompatibility<Integer, Set<Integer>> other) {
        assertThat(one.terms().stream()
                        .map(Term::name)
                        .anyMatch(about -> says(other, about)
                                && names().allMatch(name -> everything(name)
                                        .allMatch(candidate -> name.equals(about)
                                                ? !allows(conclusion, name, candidate)
                                                        || allows(one, name, candidate)
                                                        || allows(other, name, candidate)
                                                : !allows(conclusion, name, candidate)
                                                        || (allows(one, name, candidate)
                                                                && allows(other, name, candidate))))))
                .isTrue();
    }

    private java.util.stream.Stream<Integer> names() {
        return java.util.stream.IntStream.range(0, universe.size()).boxed();
    }

    private java.util.stream.IntStream everything(int name) {
        return java.util.stream.IntStream.rangeClosed(0, universe.candidates(name));
    }

    private static boolean says(Incompatibility<Integer, Set<Integer>> incompatibility, Integer name) {
        return term(incompatibility, name).isPresent();
    }

    /** Whether the term on a package holds for a candidate, or for absence behind the last; where there is none it does. */
    private boolean allows(Incompatibility<Integer, Set<Integer>> incompatibility, Integer name, int candidate) {
        return term(incompatibility, name)
                .map(term -> candidate == universe.candidates(name)
                        ? term.set().allowsAbsence()
                        : term.set().contains(candidate))
                .orElse(true);
    }

    private static Optional<Term<Integer>> term(Incompatibility<Integer, Set<Integer>> incompatibility, Integer name) {
        return incompatibility.terms().stream()
                .filter(term -> term.name().equals(name))
                .findFirst();
    }
}
