package org.specimen.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Packages 0, 1, 2 … with candidates whose needs are drawn by lot. What is wanted of a package is a set of candidates. */
final class RandomUniverse implements Universe<Integer, Set<Integer>> {

    private final List<List<List<Need<Integer, Set<Integer>>>>> packages = new ArrayList<>();
    private final boolean shares;
    private final int ranked;
    final List<Need<Integer, Set<Integer>>> wanted = new ArrayList<>();

    /** Draws a universe. Packages below {@code ranked} are decided first. */
    RandomUniverse(Random random, int packageCount, int mostCandidates, int mostNeeds) {
        this.shares = random.nextBoolean();
        this.ranked = random.nextInt(4);
        int[] counts = random.ints(packageCount, 0, mostCandidates + 1)
                .map(count -> count == 0 && random.nextInt(4) > 0 ? 1 : count)
                .toArray();
        for (int name = 0; name < packageCount; name++) {
            List<List<Need<Integer, Set<Integer>>>> candidates = new ArrayList<>();
            for (int candidate = 0; candidate < counts[name]; candidate++) {
                boolean asBefore = candidate > 0 && random.nextInt(3) == 0;
                candidates.add(asBefore ? candidates.get(candidate - 1) : draw(random, counts, mostNeeds));
            }
            packages.add(candidates);
        }
        wanted.addAll(draw(random, counts, 3));
        wanted.add(Need.requires(0, everything(counts[0])));
    }

    private static List<Need<Integer, Set<Integer>>> draw(Random random, int[] counts, int mostNeeds) {
        List<Need<Integer, Set<Integer>>> needs = new ArrayList<>();
        int count = random.nextInt(mostNeeds + 1);
        for (int need = 0; need < count; need++) {
            int name = random.nextInt(counts.length);
            Set<Integer> some = new TreeSet<>(everything(counts[name]));
            int keep = 1 + random.nextInt(3);
            some.removeIf(candidate -> random.nextInt(4) > keep);
            needs.add(new Need<>(name, some, random.nextInt(4) == 0));
        }
        return List.copyOf(needs);
    }

    private static Set<Integer> everything(int count) {
        Set<Integer> everything = new TreeSet<>();
        for (int candidate = 0; candidate < count; candidate++) {
            everything.add(candidate);
        }
        return everything;
    }

    int size() {
        return packages.size();
    }

    @Override
    public int candidates(Integer name) {
        return packages.get(name).size();
    }

    @Override
    public BitSet matching(Integer name, Set<Integer> what) {
        BitSet matching = new BitSet();
        what.forEach(matching::set);
        return matching;
    }

    @Override
    public List<Need<Integer, Set<Integer>>> needs(Integer name, int candidate) {
        return packages.get(name).get(candidate);
    }

    @Override
    public BitSet sharing(Integer name, int candidate, Need<Integer, Set<Integer>> need) {
        BitSet sharing = new BitSet();
        for (int other = 0; shares && other < candidates(name); other++) {
            sharing.set(other, needs(name, other).contains(need));
        }
        return sharing;
    }

    @Override
    public int rank(Integer name) {
        return isRanked(name) ? 0 : 1;
    }

    boolean isRanked(Integer name) {
        return name < ranked;
    }

    static boolean isMet(Need<Integer, Set<Integer>> need, Map<Integer, Integer> chosen) {
        @Nullable Integer candidate = chosen.get(need.name());
        return candidate == null ? need.onlyIfChosen() : need.wanted().contains(candidate);
    }

    /** Whether everything that is needed is there. */
    boolean isMet(Map<Integer, Integer> chosen) {
        return wanted.stream().allMatch(need -> isMet(need, chosen))
                && chosen.entrySet().stream()
                        .allMatch(choice -> needs(choice.getKey(), choice.getValue()).stream()
                                .allMatch(need -> isMet(need, chosen)));
    }

    /** The packages that are there because something needs them. */
    Set<Integer> reachable(Map<Integer, Integer> chosen) {
        Set<Integer> reached = new TreeSet<>();
        List<Need<Integer, Set<Integer>>> open = new ArrayList<>(wanted);
        while (!open.isEmpty()) {
            Need<Integer, Set<Integer>> need = open.remove(open.size() - 1);
            if (!need.onlyIfChosen() && reached.add(need.name())) {
                open.addAll(needs(need.name(), chosen.getOrDefault(need.name(), -1)));
            }
        }
        return reached;
    }
}
