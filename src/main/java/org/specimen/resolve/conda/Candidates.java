package org.specimen.resolve.conda;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.conda.CondaVersion;
import org.specimen.index.channel.ChannelRecord;

/** The records of one name that a solve may choose from, in some order. */
final class Candidates {

    /** Those of no name. */
    static final Candidates NONE = new Candidates(List.of());

    private final List<ChannelRecord> records;

    /** The versions, each text once; and for each record which one it has. */
    private final List<CondaVersion> versions = new ArrayList<>();

    private final int[] versionOf;
    private final Map<Wanted, BitSet> matchingVersions = new HashMap<>();
    private final Map<Wanted, Optional<Newest>> newest = new HashMap<>();

    /** The best version that a specification admits; one weighed down by features is worse than any other. */
    record Newest(CondaVersion version, boolean hasFeatures) {
        static final Comparator<Newest> BETTER_FIRST =
                Comparator.comparing(Newest::hasFeatures).thenComparing(Newest::version, Comparator.reverseOrder());
    }

    /** @param records those of one version side by side, as far as that may be */
    @SuppressWarnings("ReferenceEquality") // equal versions may have different texts, which patterns tell apart
    Candidates(List<ChannelRecord> records) {
        this.records = records;
        this.versionOf = new int[records.size()];
        IdentityHashMap<CondaVersion, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < versionOf.length; i++) {
            CondaVersion version = records.get(i).version();
            if (i > 0 && records.get(i - 1).version() == version) {
                versionOf[i] = versionOf[i - 1];
                continue;
            }
            versionOf[i] = numbers.computeIfAbsent(version, added -> {
                versions.add(added);
                return versions.size() - 1;
            });
        }
    }

    List<ChannelRecord> records() {
        return records;
    }

    boolean matches(int candidate, Wanted wanted) {
        return versionsOf(wanted).get(versionOf[candidate]) && matchesBeside(records.get(candidate), wanted);
    }

    /** The numbers of those that match. */
    BitSet matching(Wanted wanted) {
        BitSet matchingVersions = versionsOf(wanted);
        BitSet matching = new BitSet(versionOf.length);
        for (int i = 0; i < versionOf.length; i++) {
            if (matchingVersions.get(versionOf[i]) && matchesBeside(records.get(i), wanted)) {
                matching.set(i);
            }
        }
        return matching;
    }

    /** Whether all but the version matches. */
    private static boolean matchesBeside(ChannelRecord record, Wanted wanted) {
        return wanted.build().matches(record.build())
                && (!wanted.asksWholeRecord() || wanted.spec().matches(record.whole()));
    }

    private BitSet versionsOf(Wanted wanted) {
        return matchingVersions.computeIfAbsent(wanted, spec -> {
            BitSet matching = new BitSet(versions.size());
            for (int i = 0; i < versions.size(); i++) {
                matching.set(i, spec.version().matches(versions.get(i)));
            }
            return matching;
        });
    }

    /** The best version among those that match; empty if none does. */
    Optional<Newest> newest(Wanted wanted) {
        return newest.computeIfAbsent(wanted, this::findNewest);
    }

    private Optional<Newest> findNewest(Wanted wanted) {
        Optional<Newest> best = Optional.empty();
        for (int i = 0; i < versionOf.length; i++) {
            ChannelRecord record = records.get(i);
            int sign =
                    best.isEmpty() ? 1 : record.version().compareTo(best.get().version());
            boolean isBetter = sign > 0 || (sign == 0 && best.get().hasFeatures() && !record.hasFeatures());
            if (isBetter && matches(i, wanted)) {
                best = Optional.of(new Newest(record.version(), record.hasFeatures()));
            }
        }
        return best;
    }
}
