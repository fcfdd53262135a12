package org.specimen.resolve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.Specifier;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * The releases of one distribution that are offered to the solver on one platform, in the order of preference. Behind them
 * may stand one more candidate: a release that is not known.
 */
final class Shelf {

    private final List<Candidate> candidates;
    private final boolean withUnknown;
    private final SpecifierSet asked;
    private final TargetPlatform platform;
    private final Exceptions exceptions;
    private final Map<SpecifierSet, BitSet> matching = new HashMap<>();

    /**
     * Which releases may be taken though they would be left alone.
     *
     * @param kept the version that is pinned already
     * @param prereleases whether pre-releases are asked for
     * @param yanked versions that were withdrawn, and that something names exactly
     */
    record Exceptions(Optional<Version> kept, boolean prereleases, Set<Version> yanked) {

        boolean admitsYanked(Version version) {
            return yanked.contains(version) || kept.filter(version::equals).isPresent();
        }

        boolean admitsPrerelease(Version version) {
            return prereleases || kept.filter(version::equals).isPresent();
        }
    }

    private Shelf(
            List<Candidate> candidates,
            boolean withUnknown,
            SpecifierSet asked,
            TargetPlatform platform,
            Exceptions exceptions) {
        this.candidates = candidates;
        this.withUnknown = withUnknown;
        this.asked = asked;
        this.platform = platform;
        this.exceptions = exceptions;
    }

    /**
     * Puts releases in order.
     *
     * @param asked what the project itself asks for
     * @param preferred versions that are taken if they fit, the most wanted first
     * @param withUnknown whether a release that is not known may be the one
     */
    static Shelf of(
            List<Candidate> releases,
            SpecifierSet asked,
            List<Version> preferred,
            Exceptions exceptions,
            TargetPlatform platform,
            Set<TargetPlatform> platforms,
            boolean withUnknown) {
        Map<Version, Set<TargetPlatform>> everywhere = wheelsOfReleases(releases);
        Comparator<Candidate> order = Comparator.comparingInt((Candidate candidate) -> {
                    int place = preferred.indexOf(candidate.version());
                    return place < 0 ? placeOfOtherBuild(candidate.version(), preferred) : place;
                })
                .thenComparing(candidate -> !candidate.installable().isOn(platform))
                .thenComparing(Candidate::fit)
                .thenComparing(candidate -> !everywhere
                        .getOrDefault(
                                candidate.version().publicVersion(),
                                candidate.installable().wheels())
                        .containsAll(platforms))
                .thenComparing(candidate -> !candidate.installable().wheels().contains(platform))
                .thenComparing(candidate -> candidate.version().isPrerelease() && !exceptions.prereleases());
        List<Candidate> ordered = new ArrayList<>(releases);
        ordered.sort(order);
        return new Shelf(List.copyOf(ordered), withUnknown, asked, platform, exceptions);
    }

    /** Where there is a wheel for, in whatever build of a release; only of what comes in builds. */
    private static Map<Version, Set<TargetPlatform>> wheelsOfReleases(List<Candidate> releases) {
        if (releases.stream().noneMatch(candidate -> candidate.version().local().isPresent())) {
            return Map.of();
        }
        Map<Version, Set<TargetPlatform>> wheels = new HashMap<>();
        releases.forEach(candidate -> wheels.computeIfAbsent(
                        candidate.version().publicVersion(), version -> EnumSet.noneOf(TargetPlatform.class))
                .addAll(candidate.installable().wheels()));
        return wheels;
    }

    /** The same release in another build, as 2.9.1+cpu is of 2.9.1, is as near as can be. */
    private static int placeOfOtherBuild(Version version, List<Version> preferred) {
        for (int place = 0; place < preferred.size(); place++) {
            if (preferred.get(place).publicVersion().equals(version.publicVersion())) {
                return place;
            }
        }
        return preferred.size();
    }

    int size() {
        return candidates.size() + (withUnknown ? 1 : 0);
    }

    boolean isUnknown(int candidate) {
        return candidate == candidates.size();
    }

    Candidate get(int candidate) {
        return candidates.get(candidate);
    }

    List<Candidate> candidates() {
        return candidates;
    }

    /** Those that are what is wanted, the unknown one if it may be. */
    BitSet matching(SpecifierSet specifiers) {
        return matching.computeIfAbsent(specifiers, this::match);
    }

    /**
     * Pre-releases are taken where a clause names one, or else where no final release will do (PEP 440, "Handling of
     * pre-releases"); what was withdrawn, only where it is named exactly (PEP 592, "Installers").
     */
    private BitSet match(SpecifierSet specifiers) {
        BitSet matching = new BitSet();
        boolean anyFinal = false;
        for (int index = 0; index < candidates.size(); index++) {
            Candidate candidate = candidates.get(index);
            if (specifiers.contains(candidate.version()) && isOffered(candidate, specifiers)) {
                matching.set(index);
                anyFinal |= !candidate.version().isPrerelease() && isUsable(candidate);
            }
        }
        if (anyFinal && !specifiers.allowsPrereleases()) {
            clear(
                    matching,
                    candidate ->
                            candidate.version().isPrerelease() && !exceptions.admitsPrerelease(candidate.version()));
        }
        if (withUnknown && mayBeUnknown(specifiers)) {
            matching.set(candidates.size());
        }
        return matching;
    }

    private void clear(BitSet matching, Predicate<Candidate> which) {
        matching.stream().filter(index -> which.test(candidates.get(index))).forEach(matching::clear);
    }

    private boolean isOffered(Candidate candidate, SpecifierSet specifiers) {
        return !candidate.isYanked()
                || exceptions.admitsYanked(candidate.version())
                || exactly(specifiers).filter(candidate.version()::equals).isPresent();
    }

    private boolean isUsable(Candidate candidate) {
        return candidate.fit() != PythonFit.EXCLUDES && candidate.installable().isOn(platform);
    }

    /** A version that is named exactly is known or is not; else what the project asks for must leave room. */
    private boolean mayBeUnknown(SpecifierSet specifiers) {
        boolean named = exactly(specifiers)
                .filter(version -> candidates.stream()
                        .anyMatch(candidate -> candidate.version().equals(version)))
                .isPresent();
        return !named && !specifiers.and(asked).isUnsatisfiable();
    }

    /** The one version that clauses name with {@code ==} or {@code ===}. */
    static Optional<Version> exactly(SpecifierSet specifiers) {
        return specifiers.specifiers().stream()
                .filter(specifier -> specifier.operator() == Specifier.Operator.IDENTICAL
                        || (specifier.operator() == Specifier.Operator.EQUAL && !specifier.isPrefix()))
                .flatMap(specifier -> specifier.parsedVersion().stream())
                .findFirst();
    }

    /** The best release that the project itself would take, whatever others ask for. */
    Optional<Candidate> bestAsked() {
        return matching(asked).stream()
                .filter(index -> !isUnknown(index))
                .mapToObj(candidates::get)
                .filter(this::isUsable)
                .findFirst();
    }
}
