package org.specimen.resolve.conda;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Preference preference = new Preference(texts, this::gathered);
    private final Map<String, Candidates> gathered = new HashMap<>();
    private final Map<String, Candidates> sorted = new HashMap<>();
    private final Map<String, List<Sharing>> sharing = new HashMap<>();

    /** The records of a name that have the same list of needs. */
    private record Sharing(List<String> depends, List<String> constrains, BitSet candidates) {}

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
        return isVirtual(name)
                ? Optional.empty()
                : Optional.of(sorted(name).records().get(candidate));
    }

    /** The candidates of a name, the most preferred first. */
    Candidates sorted(String name) {
        Candidates known = sorted.get(name);
        if (known == null) {
            known = new Candidates(keptFirst(preference.sorted(gathered(name).records())));
            sorted.put(name, known);
        }
        return known;
    }

    private List<ChannelRecord> keptFirst(List<ChannelRecord> records) {
        Set<String> kept = problem.kept();
        if (!kept.isEmpty()) {
            records.sort(Comparator.comparing(record -> !kept.contains(record.fileName())));
        }
        return records;
    }

    private Candidates gathered(String name) {
        Candidates known = gathered.get(name);
        if (known == null) {
            known = new Candidates(gather(name));
            gathered.put(name, known);
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
        return isVirtual(name) ? virtual(name).size() : sorted(name).records().size();
    }

    @Override
    public BitSet matching(String name, Wanted wanted) {
        if (!isVirtual(name)) {
            return sorted(name).matching(wanted);
        }
        BitSet matching = new BitSet();
        List<VirtualPackage> virtual = virtual(name);
        for (int i = 0; i < virtual.size(); i++) {
            matching.set(i, wanted.spec().matches(virtual.get(i)));
        }
        return matching;
    }

    @Override
    public List<Need<String, Wanted>> needs(String name, int candidate) {
        return record(name, candidate).map(this::needs).orElse(List.of());
    }

    private List<Need<String, Wanted>> needs(ChannelRecord record) {
        List<Need<String, Wanted>> needs = new ArrayList<>();
        record.depends().stream().map(texts::of).forEach(wanted -> needs.add(Need.requires(wanted.name(), wanted)));
        record.constrains().stream()
                .map(texts::of)
                .forEach(wanted -> needs.add(Need.constrains(wanted.name(), wanted)));
        return needs;
    }

    /** All records that need the same: most builds of a version do, and most versions too. */
    @Override
    public BitSet sharing(String name, int candidate, Need<String, Wanted> need) {
        BitSet shared = new BitSet();
        String text = need.wanted().text();
        for (Sharing same : sharing.computeIfAbsent(name, this::sharing)) {
            if ((need.onlyIfChosen() ? same.constrains() : same.depends()).contains(text)) {
                shared.or(same.candidates());
            }
        }
        return shared;
    }

    private List<Sharing> sharing(String name) {
        IdentityHashMap<List<String>, IdentityHashMap<List<String>, Sharing>> sharing = new IdentityHashMap<>();
        List<Sharing> all = new ArrayList<>();
        List<ChannelRecord> records = sorted(name).records();
        for (int i = 0; i < records.size(); i++) {
            ChannelRecord record = records.get(i);
            sharing.computeIfAbsent(record.depends(), depends -> new IdentityHashMap<>())
                    .computeIfAbsent(record.constrains(), constrains -> {
                        Sharing added = new Sharing(record.depends(), constrains, new BitSet());
                        all.add(added);
                        return added;
                    })
                    .candidates()
                    .set(i);
        }
        return all;
    }

    @Override
    public int rank(String name) {
        return ranks.getOrDefault(name, Integer.MAX_VALUE);
    }
}
