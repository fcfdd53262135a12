package org.specimen.resolve.conda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.specimen.index.channel.ChannelRecord;
import org.specimen.resolve.conda.Candidates.Newest;

/**
 * Which of two records of a name is preferred, by the rule of rattler (rattler_solve, {@code conda_sorting}, 2026): one
 * without track features; the newer version; the higher build number; the one that lets the packages be newer that all
 * records of this version and build number need, compared in the order of their names; the one built later.
 */
final class Preference {

    private final Wanted.Texts texts;
    private final Function<String, Candidates> candidates;
    private final Map<List<String>, Map<String, List<Wanted>>> byName = new IdentityHashMap<>();

    /** @param candidates those of any name */
    Preference(Wanted.Texts texts, Function<String, Candidates> candidates) {
        this.texts = texts;
        this.candidates = candidates;
    }

    /** The records, the most preferred first. */
    List<ChannelRecord> sorted(Candidates unsorted) {
        List<ChannelRecord> records = new ArrayList<>(unsorted.records());
        Comparator<ChannelRecord> simple = Comparator.comparing(ChannelRecord::hasFeatures)
                .thenComparingInt(unsorted::rank)
                .thenComparing(ChannelRecord::buildNumber, Comparator.reverseOrder());
        records.sort(simple);
        int start = 0;
        while (start < records.size()) {
            int end = start + 1;
            while (end < records.size() && simple.compare(records.get(start), records.get(end)) == 0) {
                end++;
            }
            if (end > start + 1) {
                sortByWhatTheyNeed(records.subList(start, end));
            }
            start = end;
        }
        return records;
    }

    private void sortByWhatTheyNeed(List<ChannelRecord> alike) {
        List<String> shared = shared(alike);
        Map<List<String>, Map<String, Optional<Newest>>> reachable = new IdentityHashMap<>();
        Comparator<ChannelRecord> byNeeds = (one, other) -> {
            if (one.depends() == other.depends()) {
                return 0;
            }
            for (String name : shared) {
                int sign = compare(reachable(one, name, reachable), reachable(other, name, reachable));
                if (sign != 0) {
                    return sign;
                }
            }
            return 0;
        };
        alike.sort(byNeeds.thenComparing(ChannelRecord::timestamp, Comparator.reverseOrder())
                .thenComparing(ChannelRecord::fileName));
    }

    private static int compare(Optional<Newest> one, Optional<Newest> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        return Newest.BETTER_FIRST.compare(one.get(), other.get());
    }

    /** The names that every one of them needs, sorted. */
    private List<String> shared(List<ChannelRecord> records) {
        Set<String> shared = new TreeSet<>(needs(records.get(0)).keySet());
        for (ChannelRecord record : records) {
            shared.retainAll(needs(record).keySet());
        }
        return List.copyOf(shared);
    }

    private Map<String, List<Wanted>> needs(ChannelRecord record) {
        return byName.computeIfAbsent(record.depends(), depends -> {
            Map<String, List<Wanted>> needs = new HashMap<>();
            for (String text : depends) {
                Wanted wanted = texts.of(text);
                needs.computeIfAbsent(wanted.name(), name -> new ArrayList<>(1)).add(wanted);
            }
            return needs;
        });
    }

    /** The best version of a package that the record's own wishes leave; of several wishes the strictest counts. */
    private Optional<Newest> reachable(
            ChannelRecord record, String name, Map<List<String>, Map<String, Optional<Newest>>> known) {
        return known.computeIfAbsent(record.depends(), depends -> new TreeMap<>())
                .computeIfAbsent(name, asked -> {
                    Candidates of = candidates.apply(asked);
                    return needs(record).getOrDefault(asked, List.of()).stream()
                            .map(of::newest)
                            .flatMap(Optional::stream)
                            .max(Newest.BETTER_FIRST);
                });
    }
}
