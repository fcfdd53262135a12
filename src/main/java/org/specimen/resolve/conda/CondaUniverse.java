package org.specimen.resolve.conda;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.conda.Channel;
import org.specimen.conda.ChannelMatch;
import org.specimen.conda.VirtualPackage;
import org.specimen.index.channel.ChannelRecord;
import org.specimen.solve.Need;
import org.specimen.solve.Universe;

/**
 * The packages of some channels, and those that the machine itself has. A package comes from the first channel that has
 * any of its name (conda documentation, "Strict channel priority"), unless a wish names another.
 */
final class CondaUniverse implements Universe<String, Wanted> {

    private final CondaProblem problem;
    private final Wanted.Texts texts = new Wanted.Texts();
    private final List<Wanted> wishes;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Preference preference = new Preference(texts, this::unsorted);
    private final Map<String, Candidates> unsorted = new HashMap<>();
    private final Map<String, List<ChannelRecord>> sorted = new HashMap<>();
    private final Map<List<String>, List<Need<String, Wanted>>> depends = new IdentityHashMap<>();
    private final Map<List<String>, List<Need<String, Wanted>>> constrains = new IdentityHashMap<>();
    private final Map<String, Map<Need<String, Wanted>, BitSet>> sharing = new HashMap<>();

    CondaUniverse(CondaProblem problem) {
        this.problem = problem;
        this.wishes = problem.specs().stream().map(texts::of).toList();
        wishes.forEach(wish -> ranks.putIfAbsent(wish.name(), ranks.size()));
    }

    /** What the solution must meet: the wishes, and that the machine has what it has. */
    List<Need<String, Wanted>> wanted() {
        Set<Need<String, Wanted>> wanted = new LinkedHashSet<>();
        problem.virtual().forEach(virtual -> {
            String name = virtual.name().value();
            wanted.add(Need.requires(name, texts.of(name)));
        });
        wishes.forEach(wish -> wanted.add(Need.requires(wish.name(), wish)));
        return List.copyOf(wanted);
    }

    /** The record that a number means; empty for what the machine has. */
    Optional<ChannelRecord> record(String name, int candidate) {
        return isVirtual(name) ? Optional.empty() : Optional.of(sorted(name).get(candidate));
    }

    List<ChannelRecord> sorted(String name) {
        List<ChannelRecord> known = sorted.get(name);
        if (known == null) {
            known = kept(name, preference.sorted(unsorted(name)));
            sorted.put(name, known);
        }
        return known;
    }

    /** What is to be kept comes first. */
    private List<ChannelRecord> kept(String name, List<ChannelRecord> records) {
        Set<String> kept = problem.kept();
        if (kept.isEmpty() || records.stream().noneMatch(record -> kept.contains(record.fileName()))) {
            return records;
        }
        List<ChannelRecord> first = new ArrayList<>(records);
        first.removeIf(record -> !kept.contains(record.fileName()));
        records.stream().filter(record -> !kept.contains(record.fileName())).forEach(first::add);
        return first;
    }

    private Candidates unsorted(String name) {
        Candidates known = unsorted.get(name);
        if (known == null) {
            known = new Candidates(gather(name));
            unsorted.put(name, known);
        }
        return known;
    }

    private List<ChannelRecord> gather(String name) {
        Optional<ChannelMatch> asked = wishes.stream()
                .filter(wish -> wish.name().equals(name))
                .flatMap(wish -> wish.spec().channel().stream())
                .findFirst();
        return problem.channels().stream()
                .filter(channel -> asked.isEmpty() || asked.get().matches(channel.channel()))
                .filter(channel -> channel.has(name))
                .findFirst()
                .map(channel -> channel.records(name))
                .orElse(List.of());
    }

    /** The channels that have a package of this name. */
    List<Channel> channelsOf(String name) {
        return problem.channels().stream()
                .filter(channel -> channel.has(name))
                .map(ChannelParts::channel)
                .toList();
    }

    private static boolean isVirtual(String name) {
        return name.startsWith("__");
    }

    List<VirtualPackage> virtual(String name) {
        return problem.virtual().stream()
                .filter(virtual -> virtual.name().value().equals(name))
                .toList();
    }

    @Override
    public int candidates(String name) {
        return isVirtual(name) ? virtual(name).size() : sorted(name).size();
    }

    @Override
    public BitSet matching(String name, Wanted wanted) {
        BitSet matching = new BitSet();
        if (isVirtual(name)) {
            List<VirtualPackage> virtual = virtual(name);
            for (int i = 0; i < virtual.size(); i++) {
                matching.set(i, wanted.spec().matches(virtual.get(i)));
            }
            return matching;
        }
        List<ChannelRecord> records = sorted(name);
        Candidates of = unsorted(name);
        for (int i = 0; i < records.size(); i++) {
            matching.set(i, of.matches(records.get(i), wanted));
        }
        return matching;
    }

    @Override
    public List<Need<String, Wanted>> needs(String name, int candidate) {
        return record(name, candidate).map(this::needs).orElse(List.of());
    }

    private List<Need<String, Wanted>> needs(ChannelRecord record) {
        List<Need<String, Wanted>> needed = depends.computeIfAbsent(
                record.depends(),
                specs -> specs.stream()
                        .map(texts::of)
                        .map(wanted -> Need.requires(wanted.name(), wanted))
                        .toList());
        if (record.constrains().isEmpty()) {
            return needed;
        }
        List<Need<String, Wanted>> all = new ArrayList<>(needed);
        all.addAll(constrains.computeIfAbsent(
                record.constrains(),
                specs -> specs.stream()
                        .map(texts::of)
                        .map(wanted -> Need.constrains(wanted.name(), wanted))
                        .toList()));
        return all;
    }

    /** All records that need the same: most builds of a version do, and most versions too. */
    @Override
    public BitSet sharing(String name, int candidate, Need<String, Wanted> need) {
        return sharing.computeIfAbsent(name, this::sharing).getOrDefault(need, new BitSet());
    }

    private Map<Need<String, Wanted>, BitSet> sharing(String name) {
        Map<Need<String, Wanted>, BitSet> shared = new HashMap<>();
        List<ChannelRecord> records = isVirtual(name) ? List.of() : sorted(name);
        for (int i = 0; i < records.size(); i++) {
            for (Need<String, Wanted> need : needs(records.get(i))) {
                shared.computeIfAbsent(need, added -> new BitSet()).set(i);
            }
        }
        return shared;
    }

    @Override
    public int rank(String name) {
        return ranks.getOrDefault(name, Integer.MAX_VALUE);
    }
}
