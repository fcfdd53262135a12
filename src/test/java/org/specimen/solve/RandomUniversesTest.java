package org.specimen.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.specimen.task.Progress;

/** Universes drawn by lot, each from its own seed, so that one that fails can be looked at again. */
class RandomUniversesTest {

    @Test
    void agreesWithTryingEverything() {
        int solvable = 0;
        for (int seed = 0; seed < 6_000; seed++) {
            var universe = new RandomUniverse(new Random(seed), 6, 3, 3);
            List<Map<Integer, Integer>> solutions = BruteForce.solutions(universe);

            var outcome = Solver.solve(universe, universe.wanted, Progress.NONE);

            String which = "universe " + seed;
            if (outcome instanceof Outcome.Solution<Integer, Set<Integer>> solution) {
                solvable++;
                checkSolution(which, universe, solution.chosen());
                assertThat(solutions).as(which).noneMatch(other -> isBetter(universe, other, solution.chosen()));
            } else {
                assertThat(solutions).as(which).isEmpty();
                checkProof(which, universe, outcome);
            }
        }
        assertThat(solvable).isBetween(2_000, 4_500);
    }

    @Test
    void solutionsAndProofsOfLargerUniversesHold() {
        int solvable = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            var universe = new RandomUniverse(new Random(seed), 40, 12, 6);

            var outcome = Solver.solve(universe, universe.wanted, Progress.NONE);

            if (outcome instanceof Outcome.Solution<Integer, Set<Integer>> solution) {
                solvable++;
                checkSolution("universe " + seed, universe, solution.chosen());
            } else {
                checkProof("universe " + seed, universe, outcome);
            }
        }
        assertThat(solvable).isBetween(300, 1_200);
    }

    @Test
    void theSameUniverseGivesTheSameAnswer() {
        for (int seed = 0; seed < 200; seed++) {
            assertThat(answer(seed)).isEqualTo(answer(seed));
        }
    }

    private static Object answer(int seed) {
        var universe = new RandomUniverse(new Random(seed), 30, 8, 3);
        var outcome = Solver.solve(universe, universe.wanted, Progress.NONE);
        return outcome instanceof Outcome.Solution<Integer, Set<Integer>> solution
                ? solution
                : Explanation.grounds(((Outcome.Contradiction<Integer, Set<Integer>>) outcome).proof());
    }

    private static void checkSolution(String which, RandomUniverse universe, Map<Integer, Integer> chosen) {
        assertThat(universe.isMet(chosen)).as(which).isTrue();
        assertThat(universe.reachable(chosen)).as(which).containsExactlyInAnyOrderElementsOf(chosen.keySet());
    }

    private static void checkProof(String which, RandomUniverse universe, Outcome<Integer, Set<Integer>> outcome) {
        try {
            new ProofCheck(universe).check(((Outcome.Contradiction<Integer, Set<Integer>>) outcome).proof());
        } catch (AssertionError e) {
            throw new AssertionError("the proof of " + which + " does not hold", e);
        }
    }

    /** Whether no package that is decided first is worse in the one than in the other, and some is better. */
    private static boolean isBetter(RandomUniverse universe, Map<Integer, Integer> one, Map<Integer, Integer> other) {
        List<Integer> wanted = universe.wanted.stream()
                .filter(need -> !need.onlyIfChosen() && universe.isRanked(need.name()))
                .map(Need::name)
                .toList();
        return wanted.stream().allMatch(name -> one.getOrDefault(name, 0) <= other.getOrDefault(name, 0))
                && wanted.stream().anyMatch(name -> one.getOrDefault(name, 0) < other.getOrDefault(name, 0));
    }
}
