package org.specimen.resolve;

import java.time.YearMonth;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specimen.index.IndexRelease;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** Whether a release runs on a Python, as far as it is known. */
enum PythonFit {
    /** Its metadata admits this Python. */
    ADMITS,
    /** Nothing is known that speaks against it. */
    UNKNOWN,
    /** It came out when projects had long dropped this Python, though nothing says that it did. */
    DOUBTFUL,
    /** The metadata of the releases around it excludes this Python. */
    UNLIKELY,
    /** Its own metadata excludes this Python. */
    EXCLUDES;

    /** SPEC 0, "Support Window": projects drop a Python three years after its release. */
    private static final int SUPPORT_MONTHS = 36;

    /** Judges the releases of one distribution for one Python. */
    static final class Judge {

        private final Version python;
        private final Optional<YearMonth> pythonReleased;
        private final NavigableMap<Version, Metadata> known = new TreeMap<>();
        private final IdentityHashMap<Metadata, List<Requirement>> anyVersions = new IdentityHashMap<>();

        Judge(Version python, Optional<YearMonth> pythonReleased, List<IndexRelease> releases) {
            this.python = python;
            this.pythonReleased = pythonReleased;
            for (IndexRelease release : releases) {
                release.metadata().ifPresent(metadata -> known.put(release.version(), metadata));
            }
        }

        /**
         * Judges one release.
         *
         * @param month when the release was seen, if that is known
         */
        PythonFit fit(Version version, Optional<YearMonth> month) {
            Metadata own = known.get(version);
            if (own != null) {
                return admits(own) ? ADMITS : EXCLUDES;
            }
            if (isFromSupportWindow(month)) {
                return UNKNOWN;
            }
            if (!admits(known.floorEntry(version)) || !admits(known.ceilingEntry(version))) {
                return UNLIKELY;
            }
            return isAfterSupportWindow(month) ? DOUBTFUL : UNKNOWN;
        }

        /**
         * What a release needs: what it says itself, else what the nearest release says that is known, the older one
         * first.
         */
        Optional<Map.Entry<Version, Metadata>> nearest(Version version) {
            Map.@Nullable Entry<Version, Metadata> below = known.floorEntry(version);
            Map.@Nullable Entry<Version, Metadata> above = known.ceilingEntry(version);
            return Optional.ofNullable(below).or(() -> Optional.ofNullable(above));
        }

        /** What a release needs, in any version: its neighbours need that too, likely, but not in the same versions. */
        List<Requirement> anyVersions(Metadata metadata) {
            return anyVersions.computeIfAbsent(
                    metadata,
                    described -> described.requires().stream()
                            .map(need -> need.withSpecifiers(SpecifierSet.ANY))
                            .toList());
        }

        private boolean admits(Map.@Nullable Entry<Version, Metadata> neighbour) {
            return neighbour == null || admits(neighbour.getValue());
        }

        private boolean admits(Metadata metadata) {
            return metadata.requiresPython().contains(python, true);
        }

        private boolean isAfterSupportWindow(Optional<YearMonth> month) {
            return month.isPresent()
                    && pythonReleased.isPresent()
                    && month.get().isAfter(pythonReleased.get().plusMonths(SUPPORT_MONTHS));
        }

        private boolean isFromSupportWindow(Optional<YearMonth> month) {
            return month.isPresent()
                    && pythonReleased.isPresent()
                    && !month.get().isBefore(pythonReleased.get())
                    && !month.get().isAfter(pythonReleased.get().plusMonths(SUPPORT_MONTHS));
        }
    }
}
