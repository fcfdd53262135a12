package org.specimen.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Clauses that must all hold, such as {@code >=1.2,!=1.5,<2} (PEP 440, "Version specifiers").
 *
 * <p>Pre-releases follow PEP 440, "Handling of pre-releases", as the reference implementation reads it: a single
 * version that is asked about has no alternative, so a pre-release is in the set if it satisfies every clause; of
 * several versions, {@link #filter} keeps pre-releases only if a clause names one or no final release is left.
 */
public final class SpecifierSet {

    /** Every version. */
    public static final SpecifierSet ANY = new SpecifierSet(List.of());

    private final List<Specifier> specifiers;

    private SpecifierSet(Collection<Specifier> specifiers) {
        Set<Specifier> distinct = specifiers.stream()
                .sorted(Comparator.comparing(Specifier::toString))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.specifiers = List.copyOf(distinct);
    }

    /**
     * Reads clauses with commas between them; no clause at all means any version.
     *
     * @throws IllegalArgumentException if a clause is not valid by PEP 440
     */
    public static SpecifierSet parse(String text) {
        List<Specifier> clauses = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            String clause = PythonText.strip(text.substring(start, end));
            if (!clause.isEmpty()) {
                clauses.add(Specifier.parse(clause));
            }
            start = end + 1;
        }
        return of(clauses);
    }

    public static SpecifierSet of(Collection<Specifier> specifiers) {
        return specifiers.isEmpty() ? ANY : new SpecifierSet(specifiers);
    }

    /** The set of one clause {@code ==version}. */
    public static SpecifierSet exactly(Version version) {
        return of(List.of(Specifier.exactly(version)));
    }

    /** The clauses without repetition, in the order of their texts. */
    public List<Specifier> specifiers() {
        return specifiers;
    }

    /** Whether there is no clause, so that any version will do. */
    public boolean isAny() {
        return specifiers.isEmpty();
    }

    /** Whether a clause names a pre-release, so that pre-releases are as welcome as other versions. */
    public boolean allowsPrereleases() {
        return specifiers.stream().anyMatch(Specifier::allowsPrereleases);
    }

    /** Whether the version satisfies every clause; a pre-release may, as it has no alternative here. */
    public boolean contains(Version version) {
        for (Specifier specifier : specifiers) {
            if (!specifier.contains(version)) {
                return false;
            }
        }
        return true;
    }

    /** Like {@link #contains(Version)}, but a pre-release is in the set only if allowed, whatever the clauses name. */
    public boolean contains(Version version, boolean allowPrereleases) {
        return (allowPrereleases || !version.isPrerelease()) && contains(version);
    }

    /** Like {@link #contains(Version)} for a version as written, see {@link Specifier#contains(String)}. */
    public boolean contains(String version) {
        Optional<Version> parsed = Version.tryParse(version);
        return specifiers.stream().allMatch(specifier -> specifier.contains(version, parsed));
    }

    /**
     * The versions that satisfy every clause, in their order. Pre-releases are left out unless a clause names one or
     * nothing but pre-releases satisfies the clauses.
     */
    public List<Version> filter(Collection<Version> versions) {
        return filter(versions, version -> version);
    }

    /** The versions that satisfy every clause, in their order, with or without pre-releases. */
    public List<Version> filter(Collection<Version> versions, boolean allowPrereleases) {
        return versions.stream()
                .filter(version -> contains(version, allowPrereleases))
                .toList();
    }

    /** Like {@link #filter(Collection)} for things that have a version. */
    public <T> List<T> filter(Collection<T> things, Function<? super T, Version> versionOf) {
        List<T> matching = things.stream()
                .filter(thing -> contains(versionOf.apply(thing)))
                .toList();
        return withoutNeedlessPrereleases(matching, thing -> Optional.of(versionOf.apply(thing)));
    }

    /**
     * Like {@link #filter(Collection)} for versions as they were written, which {@code ===} compares. What is not a
     * version can be wanted by {@code ===} or by no clause at all; it counts neither as a pre-release nor as a final one.
     */
    public List<String> filterTexts(Collection<String> versions) {
        return withoutNeedlessPrereleases(
                versions.stream().filter(this::contains).toList(), Version::tryParse);
    }

    /** Like {@link #filterTexts(Collection)}, with or without pre-releases. */
    public List<String> filterTexts(Collection<String> versions, boolean allowPrereleases) {
        return versions.stream()
                .filter(text -> contains(text) && (allowPrereleases || !isPrerelease(Version.tryParse(text))))
                .toList();
    }

    private <T> List<T> withoutNeedlessPrereleases(List<T> matching, Function<T, Optional<Version>> versionOf) {
        boolean anyFinal =
                matching.stream().map(versionOf).anyMatch(version -> version.isPresent() && !isPrerelease(version));
        if (allowsPrereleases() || !anyFinal) {
            return matching;
        }
        return matching.stream()
                .filter(thing -> !isPrerelease(versionOf.apply(thing)))
                .toList();
    }

    private static boolean isPrerelease(Optional<Version> version) {
        return version.filter(Version::isPrerelease).isPresent();
    }

    /** Whether no version can satisfy every clause, as in {@code >2,<1}. */
    public boolean isUnsatisfiable() {
        return isUnsatisfiable(true);
    }

    /** Like {@link #isUnsatisfiable()}, where pre-releases may not be taken. */
    public boolean isUnsatisfiable(boolean allowPrereleases) {
        VersionRanges ranges = ranges();
        return ranges.isEmpty()
                || (!allowPrereleases && ranges.hasOnlyPrereleases())
                || isIdentityUnsatisfiable(allowPrereleases);
    }

    /** What {@code ===} compares with is the only candidate; the other clauses may refuse it. */
    private boolean isIdentityUnsatisfiable(boolean allowPrereleases) {
        return identity().stream().anyMatch(only -> {
            Optional<Version> version = Version.tryParse(only.version());
            return !contains(only.version()) || (!allowPrereleases && isPrerelease(version));
        });
    }

    private Optional<Specifier> identity() {
        return specifiers.stream()
                .filter(specifier -> specifier.operator() == Specifier.Operator.IDENTICAL)
                .findFirst();
    }

    /**
     * Whether every version of this set is in the other too, pre-releases included.
     *
     * @throws IllegalArgumentException if a clause is {@code ===}, which compares texts and not versions
     */
    public boolean isSubsetOf(SpecifierSet other) {
        return comparableRanges().and(other.comparableRanges().complement()).isEmpty();
    }

    /**
     * Whether no version is in both sets, pre-releases included.
     *
     * @throws IllegalArgumentException if a clause is {@code ===}, which compares texts and not versions
     */
    public boolean isDisjointFrom(SpecifierSet other) {
        return comparableRanges().and(other.comparableRanges()).isEmpty();
    }

    private VersionRanges comparableRanges() {
        if (identity().isPresent()) {
            throw new IllegalArgumentException("sets of versions with === cannot be compared: " + this);
        }
        return ranges();
    }

    private VersionRanges ranges() {
        VersionRanges ranges = VersionRanges.ALL;
        for (Specifier specifier : specifiers) {
            ranges = ranges.and(specifier.ranges());
        }
        return ranges;
    }

    /** The clauses of both. */
    public SpecifierSet and(SpecifierSet other) {
        List<Specifier> all = new ArrayList<>(specifiers);
        all.addAll(other.specifiers);
        return of(all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpecifierSet set && Set.copyOf(specifiers).equals(Set.copyOf(set.specifiers));
    }

    @Override
    public int hashCode() {
        return Set.copyOf(specifiers).hashCode();
    }

    /** The clauses as written, in the order of their texts, with commas and no space; empty for {@link #ANY}. */
    @Override
    public String toString() {
        return specifiers.stream().map(Specifier::toString).collect(Collectors.joining(","));
    }
}
