package org.specimen.resolve.conda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** @param candidates those of any name, in any order */
    Preference(Wanted.Texts texts, Function<String, Candidates> candidates) {
        this.texts = texts;
        this.candidates = candidates;
    }

    /**
     * The records, the most preferred first.
     *
     * @param newestFirst the records in the order of their versions and build numbers
     */
    List<ChannelRecord> sorted(List<ChannelRecord> newestFirst) {
        List<ChannelRecord> records = new ArrayList<>(newestFirst);
        if (records.stream().anyMatch(ChannelRecord::hasFeatures)) {
            records.sort(Comparator.comparing(ChannelRecord::hasFeatures));
        }
        int start = 0;
        while (start < records.size()) {
            int end = start + 1;
            while (end < records.size() && isAlike(records.get(start), records.get(end))) {
                end++;
            }
            if (end > start + 1) {
                sortByNeeds(records.subList(start, end));
            }
            start = end;
        }
        return records;
    }

    @SuppressWarnings("ReferenceEquality") // saves the comparison for most
    private static boolean isAlike(ChannelRecord one, ChannelRecord other) {
        return one.buildNumber() == other.buildNumber()
                && one.hasFeatures() == other.hasFeatures()
                && (one.version() == other.version() || one.version().compareTo(other.version()) == 0);
    }

    /** What decides between records of one version and build number. */
    private record Weighed(ChannelRecord record, List<Optional<Newest>> reachable) {}

    private void sortByNeeds(List<ChannelRecord> alike) {
        List<String> names = namesThatDecide(alike);
        Map<List<String>, List<Optional<Newest>>> known = new HashMap<>();
        List<Weighed> weighed = new ArrayList<>(alike.size());
        for (ChannelRecord record : alike) {
            List<Optional<Newest>> reachable = names.isEmpty()
                    ? List.of()
                    : known.computeIfAbsent(
                            record.depends(),
                            depends -> names.stream()
                                    .map(name -> reachable(depends, name))
                                    .toList());
            weighed.add(new Weighed(record, reachable));
        }
        weighed.sort(Preference::compare);
        for (int i = 0; i < weighed.size(); i++) {
            alike.set(i, weighed.get(i).record());
        }
    }

    private static int compare(Weighed one, Weighed other) {
        for (int i = 0; i < one.reachable().size(); i++) {
            int sign = compare(one.reachable().get(i), other.reachable().get(i));
            if (sign != 0) {
                return sign;
            }
        }
        int byTime = Long.compare(other.record().timestamp(), one.record().timestamp());
        return byTime != 0
                ? byTime
                : one.record().fileName().compareTo(other.record().fileName());
    }

    private static int compare(Optional<Newest> one, Optional<Newest> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        return Newest.BETTER_FIRST.compare(one.get(), other.get());
    }

    /** The names, sorted, that all records need, and not all in the same way. */
    private List<String> namesThatDecide(List<ChannelRecord> records) {
        Map<String, Integer> uses = new HashMap<>();
        Set<List<String>> lists = new HashSet<>();
        for (ChannelRecord record : records) {
            if (lists.add(record.depends())) {
                new HashSet<>(record.depends()).forEach(text -> uses.merge(text, 1, Integer::sum));
            }
        }
        if (lists.size() == 1) {
            return List.of();
        }
        Set<String> names = new TreeSet<>();
        uses.forEach((text, count) -> {
            if (count < lists.size()) {
                names.add(texts.of(text).name());
            }
        });
        names.removeIf(name -> !lists.stream()
                .allMatch(depends ->
                        depends.stream().anyMatch(text -> texts.of(text).name().equals(name))));
        return List.copyOf(names);
    }

    /** The best version of a package that these wishes leave; of several wishes the strictest counts. */
    private Optional<Newest> reachable(List<String> depends, String name) {
        Optional<Newest> strictest = Optional.empty();
        for (String text : depends) {
            Wanted wanted = texts.of(text);
            if (wanted.name().equals(name)) {
                Optional<Newest> newest = candidates.apply(name).newest(wanted);
                if (newest.isPresent()
                        && (strictest.isEmpty() || Newest.BETTER_FIRST.compare(newest.get(), strictest.get()) > 0)) {
                    strictest = newest;
                }
            }
        }
        return strictest;
    }
}
