package org.specimen.resolve.conda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.conda.CondaVersion;
import org.specimen.index.channel.ChannelRecord;

/** The records of one name that a solve may choose from. */
final class Candidates {

    private final List<ChannelRecord> records;

    /** The versions, each text once; and for each record which one it has. */
    private final CondaVersion[] versions;

    private final Map<ChannelRecord, Integer> versionOf = new IdentityHashMap<>();

    /** The place of each version in conda's order, equal ones the same; the newest has 0. */
    private final int[] ranks;

    private final Map<Wanted, BitSet> matchingVersions = new HashMap<>();
    private final Map<Wanted, Optional<Newest>> newest = new HashMap<>();

    /** The best version that a specification admits; one weighed down by features is worse than any other. */
    record Newest(CondaVersion version, boolean hasFeatures) {
        static final Comparator<Newest> BETTER_FIRST =
                Comparator.comparing(Newest::hasFeatures).thenComparing(Newest::version, Comparator.reverseOrder());
    }

    Candidates(List<ChannelRecord> records) {
        this.records = records;
        Map<String, Integer> byText = new HashMap<>();
        List<CondaVersion> distinct = new ArrayList<>();
        for (ChannelRecord record : records) {
            versionOf.put(record, byText.computeIfAbsent(record.version().toString(), text -> {
                distinct.add(record.version());
                return distinct.size() - 1;
            }));
        }
        versions = distinct.toArray(CondaVersion[]::new);
        ranks = ranks(versions);
    }

    private static int[] ranks(CondaVersion[] versions) {
        Integer[] order = new Integer[versions.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> versions[other].compareTo(versions[one]));
        int[] ranks = new int[versions.length];
        for (int i = 1; i < order.length; i++) {
            boolean isSame = versions[order[i]].compareTo(versions[order[i - 1]]) == 0;
            ranks[order[i]] = ranks[order[i - 1]] + (isSame ? 0 : 1);
        }
        return ranks;
    }

    List<ChannelRecord> records() {
        return records;
    }

    /** 0 for the newest version. */
    int rank(ChannelRecord record) {
        return ranks[version(record)];
    }

    private int version(ChannelRecord record) {
        Integer version = versionOf.get(record);
        if (version == null) {
            throw new IllegalArgumentException(record + " is not among them");
        }
        return version;
    }

    boolean matches(ChannelRecord record, Wanted wanted) {
        return versionsOf(wanted).get(version(record))
                && wanted.build().matches(record.build())
                && (!wanted.asksWholeRecord() || wanted.spec().matches(record.whole()));
    }

    private BitSet versionsOf(Wanted wanted) {
        return matchingVersions.computeIfAbsent(wanted, spec -> {
            BitSet matching = new BitSet(versions.length);
            for (int i = 0; i < versions.length; i++) {
                matching.set(i, spec.version().matches(versions[i]));
            }
            return matching;
        });
    }

    /** The best version among those that match; empty if none does. */
    Optional<Newest> newest(Wanted wanted) {
        return newest.computeIfAbsent(wanted, this::findNewest);
    }

    private Optional<Newest> findNewest(Wanted wanted) {
        int best = Integer.MAX_VALUE;
        boolean hasFeatures = false;
        Optional<CondaVersion> version = Optional.empty();
        for (ChannelRecord record : records) {
            int rank = rank(record);
            if (rank <= best && matches(record, wanted)) {
                hasFeatures = record.hasFeatures() && (rank < best || hasFeatures);
                best = rank;
                version = Optional.of(record.version());
            }
        }
        boolean isWeighedDown = hasFeatures;
        return version.map(found -> new Newest(found, isWeighedDown));
    }
}
