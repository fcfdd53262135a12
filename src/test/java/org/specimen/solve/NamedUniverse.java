package org.specimen.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.task.Progress;

/** Packages with versions that a test writes down, the newest preferred. A version is wanted by its beginning. */
final class NamedUniverse implements Universe<String, String>, Vocabulary<String, String> {

    private final Map<String, Map<String, List<Need<String, String>>>> packages = new LinkedHashMap<>();
    final Set<String> looked = new LinkedHashSet<>();
    final Set<String> expected = new LinkedHashSet<>();

    /** Adds a version; of each package the newest comes first. */
    NamedUniverse with(String name, String version, String... needs) {
        packages.computeIfAbsent(name, one -> new LinkedHashMap<>())
                .put(version, Stream.of(needs).map(NamedUniverse::need).toList());
        return this;
    }

    /** As in {@code foo 1}, {@code foo} and, for a constraint, {@code ?foo 1}; several beginnings between bars. */
    static Need<String, String> need(String text) {
        String[] parts = text.replace("?", "").split(" ", 2);
        return new Need<>(parts[0], parts.length == 1 ? "" : parts[1], text.startsWith("?"));
    }

    Outcome<String, String> solve(String... wanted) {
        return Solver.solve(this, Stream.of(wanted).map(NamedUniverse::need).toList(), Progress.NONE);
    }

    /** The chosen versions in alphabetical order. */
    List<String> solution(String... wanted) {
        return ((Outcome.Solution<String, String>) solve(wanted))
                .chosen().entrySet().stream()
                        .map(chosen -> chosen.getKey() + " "
                                + versions(chosen.getKey()).get(chosen.getValue()))
                        .sorted()
                        .toList();
    }

    List<String> explanation(String... wanted) {
        return Explanation.lines(((Outcome.Contradiction<String, String>) solve(wanted)).proof(), this);
    }

    private List<String> versions(String name) {
        return new ArrayList<>(packages.getOrDefault(name, Map.of()).keySet());
    }

    @Override
    public int candidates(String name) {
        looked.add(name);
        return versions(name).size();
    }

    @Override
    public BitSet matching(String name, String wanted) {
        BitSet matching = new BitSet();
        List<String> versions = versions(name);
        for (int candidate = 0; candidate < versions.size(); candidate++) {
            String version = versions.get(candidate);
            matching.set(candidate, Stream.of(wanted.split("\\|", -1)).anyMatch(version::startsWith));
        }
        return matching;
    }

    @Override
    public List<Need<String, String>> needs(String name, int candidate) {
        return packages.getOrDefault(name, Map.of()).getOrDefault(versions(name).get(candidate), List.of());
    }

    @Override
    public BitSet sharing(String name, int candidate, Need<String, String> need) {
        BitSet sharing = new BitSet();
        for (int other = 0; other < candidates(name); other++) {
            sharing.set(other, needs(name, other).contains(need));
        }
        return sharing;
    }

    @Override
    public void expect(Collection<String> names) {
        expected.addAll(names);
    }

    @Override
    public String candidates(String name, CandidateSet set) {
        return set.hasEveryCandidate()
                ? "every " + name
                : name + " " + set.stream().mapToObj(versions(name)::get).collect(Collectors.joining(" or "));
    }

    @Override
    public String wanted(Need<String, String> need) {
        return (need.name() + " " + need.wanted().replace("|", " or ")).strip();
    }

    @Override
    public String asker() {
        return "the project";
    }
}
