package org.specimen.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions that clauses let in (PEP 440, "Version specifiers"), pre-releases included.
 *
 * @param ranges none of them empty, in ascending order, not overlapping
 */
record VersionRanges(List<Range> ranges) {

    static final VersionRanges ALL = new VersionRanges(List.of(new Range(VersionCut.LOWEST, null)));

    /**
     * The versions between two places.
     *
     * @param from where it begins
     * @param to where it ends, null if it does not
     */
    record Range(VersionCut from, @Nullable VersionCut to) {

        boolean contains(String key) {
            return from.key().compareTo(key) <= 0 && (to == null || key.compareTo(to.key()) < 0);
        }

        boolean isEmpty() {
            return to != null
                    && from.least()
                                    .map(least -> least.key().text())
                                    .orElse(from.key())
                                    .compareTo(to.key())
                            >= 0;
        }

        boolean hasOnlyPrereleases() {
            return to != null && from.leastFinal().key().text().compareTo(to.key()) >= 0;
        }

        Range and(Range other) {
            return new Range(from.key().compareTo(other.from.key()) >= 0 ? from : other.from, firstEnd(other));
        }

        private @Nullable VersionCut firstEnd(Range other) {
            if (to == null || other.to == null) {
                return to == null ? other.to : to;
            }
            return to.key().compareTo(other.to.key()) <= 0 ? to : other.to;
        }
    }

    /** What a clause lets in; everything for {@code ===}, which compares text. */
    static VersionRanges of(Specifier.Operator operator, Version version, boolean prefix) {
        return switch (operator) {
            case IDENTICAL -> ALL;
            case EQUAL -> prefix ? startingWith(version) : equalTo(version);
            case NOT_EQUAL -> (prefix ? startingWith(version) : equalTo(version)).complement();
            case COMPATIBLE ->
                between(
                        VersionCut.before(version),
                        VersionCut.before(version.withoutLastReleaseNumber().firstOfNextPrefix()));
            case AT_LEAST -> between(VersionCut.before(version), null);
            case AT_MOST -> between(VersionCut.LOWEST, VersionCut.afterLocals(version));
            case GREATER -> between(justAbove(version), null);
            case LESS -> between(VersionCut.LOWEST, VersionCut.before(firstOf(version)));
        };
    }

    /** "Version matching": the candidate's local label counts only if the clause has one. */
    private static VersionRanges equalTo(Version version) {
        return between(
                VersionCut.before(version),
                version.local().isPresent() ? VersionCut.after(version) : VersionCut.afterLocals(version));
    }

    /** "Version matching", "prefix match". */
    private static VersionRanges startingWith(Version prefix) {
        return between(
                VersionCut.before(prefix.withSuffix(null, null, BigInteger.ZERO)),
                VersionCut.before(prefix.firstOfNextPrefix()));
    }

    /** "Exclusive ordered comparison": no local labels of the version, nor its post-releases unless it is one. */
    private static VersionCut justAbove(Version version) {
        return version.isPostrelease() || version.isDevrelease()
                ? VersionCut.afterLocals(version)
                : VersionCut.afterPosts(version);
    }

    /** "Exclusive ordered comparison": no pre-releases of the version unless it is one. */
    private static Version firstOf(Version version) {
        return version.isPrerelease()
                ? version
                : version.withSuffix(null, version.post().orElse(null), BigInteger.ZERO);
    }

    private static VersionRanges between(VersionCut from, @Nullable VersionCut to) {
        Range range = new Range(from, to);
        return new VersionRanges(range.isEmpty() ? List.of() : List.of(range));
    }

    boolean contains(Version version) {
        String key = version.key().text();
        for (Range range : ranges) {
            if (range.contains(key)) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether every version in it is a pre-release; also if there is none. */
    boolean hasOnlyPrereleases() {
        return ranges.stream().allMatch(Range::hasOnlyPrereleases);
    }

    VersionRanges and(VersionRanges other) {
        List<Range> both = new ArrayList<>();
        int left = 0;
        int right = 0;
        while (left < ranges.size() && right < other.ranges.size()) {
            Range common = ranges.get(left).and(other.ranges.get(right));
            if (!common.isEmpty()) {
                both.add(common);
            }
            // The one that ends first meets no more.
            if (Optional.ofNullable(common.to())
                    .equals(Optional.ofNullable(ranges.get(left).to()))) {
                left++;
            } else {
                right++;
            }
        }
        return new VersionRanges(both);
    }

    VersionRanges complement() {
        List<Range> gaps = new ArrayList<>();
        VersionCut from = VersionCut.LOWEST;
        for (Range range : ranges) {
            addIfAny(gaps, new Range(from, range.from()));
            if (range.to() == null) {
                return new VersionRanges(gaps);
            }
            from = range.to();
        }
        addIfAny(gaps, new Range(from, null));
        return new VersionRanges(gaps);
    }

    private static void addIfAny(List<Range> ranges, Range range) {
        if (!range.isEmpty()) {
            ranges.add(range);
        }
    }
}
