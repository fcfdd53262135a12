package org.specimen.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every solution of a small universe, found by trying everything. */
final class BruteForce {

    private BruteForce() {}

    static List<Map<Integer, Integer>> solutions(RandomUniverse universe) {
        List<Map<Integer, Integer>> solutions = new ArrayList<>();
        choose(universe, 0, new HashMap<>(), solutions);
        return solutions;
    }

    private static void choose(
            RandomUniverse universe, int name, Map<Integer, Integer> chosen, List<Map<Integer, Integer>> solutions) {
        if (name == universe.size()) {
            if (universe.isMet(chosen)) {
                solutions.add(Map.copyOf(chosen));
            }
            return;
        }
        choose(universe, name + 1, chosen, solutions);
        for (int candidate = 0; candidate < universe.candidates(name); candidate++) {
            chosen.put(name, candidate);
            choose(universe, name + 1, chosen, solutions);
        }
        chosen.remove(name);
    }
}
