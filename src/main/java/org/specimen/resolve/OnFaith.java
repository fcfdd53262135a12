package org.specimen.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.PackageName;
import org.specimen.python.Specifier;
import org.specimen.python.Specifier.Operator;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * Takes a version that the person named on faith, where no release is known that would do: what the catalogue has not seen
 * may exist. Not so a final release beyond the newest that is known, nor one that itself excludes this Python.
 */
final class OnFaith implements Supply {

    private static final List<Operator> NAMING = List.of(Operator.EQUAL, Operator.COMPATIBLE, Operator.AT_LEAST);

    private final Supply known;
    private final Map<PackageName, Candidate> trusted;

    private OnFaith(Supply known, Map<PackageName, Candidate> trusted) {
        this.known = known;
        this.trusted = trusted;
    }

    /** What is known, and what must be trusted of what the project asks for on its platforms. */
    static Supply of(Supply known, Collection<Asked> asked) {
        Map<PackageName, Candidate> trusted = new TreeMap<>();
        asked.forEach(here -> here.specifiers().forEach((name, specifiers) -> {
            List<Candidate> candidates = known.candidates(name);
            if (!isSuited(candidates, specifiers) && !known.tellsAllOf(name)) {
                trust(candidates, specifiers).ifPresent(candidate -> trusted.put(name, candidate));
            }
        }));
        return trusted.isEmpty() ? known : new OnFaith(known, trusted);
    }

    /** Whether a release that is likely to run on the Python is what is asked for. */
    static boolean isSuited(List<Candidate> candidates, SpecifierSet specifiers) {
        return candidates.stream()
                .anyMatch(candidate ->
                        candidate.fit().compareTo(PythonFit.UNLIKELY) < 0 && specifiers.contains(candidate.version()));
    }

    private static Optional<Candidate> trust(List<Candidate> candidates, SpecifierSet specifiers) {
        return named(specifiers.specifiers())
                .flatMap(version -> candidates.stream()
                        .filter(candidate -> candidate.version().equals(version))
                        .findFirst()
                        .map(candidate -> Optional.of(candidate)
                                .filter(it -> it.fit() != PythonFit.EXCLUDES)
                                .map(it -> new Candidate(PythonFit.DOUBTFUL, it.release(), it.installable())))
                        .orElseGet(() -> mayExist(version, candidates)
                                ? Optional.of(Candidate.onFaith(version))
                                : Optional.empty()));
    }

    private static boolean mayExist(Version version, List<Candidate> known) {
        return version.isPrerelease()
                || known.isEmpty()
                || known.stream().anyMatch(candidate -> candidate.version().compareTo(version) > 0);
    }

    /** The version in {@code ==1.2}, else in {@code ==1.2.*}, {@code ~=1.2} or {@code >=1.2}, if all of them admit it. */
    static Optional<Version> named(List<Specifier> specifiers) {
        return specifiers.stream()
                .filter(specifier -> NAMING.contains(specifier.operator()))
                .sorted(Comparator.comparing(Specifier::isPrefix)
                        .thenComparing(specifier -> NAMING.indexOf(specifier.operator())))
                .flatMap(specifier -> specifier.parsedVersion().stream())
                .filter(version -> specifiers.stream().allMatch(specifier -> specifier.contains(version, true)))
                .findFirst();
    }

    @Override
    public List<Candidate> candidates(PackageName name) {
        Candidate one = trusted.get(name);
        if (one == null) {
            return known.candidates(name);
        }
        List<Candidate> all = new ArrayList<>(known.candidates(name));
        all.removeIf(candidate -> candidate.version().equals(one.version()));
        all.add(one);
        all.sort(Comparator.comparing(Candidate::version).reversed());
        return all;
    }

    @Override
    public List<Candidate> candidates(PackageName name, TargetPlatform platform) {
        return trusted.containsKey(name) ? candidates(name) : known.candidates(name, platform);
    }

    @Override
    public Needs needs(PackageName name, Candidate candidate) {
        boolean unseen = candidate.equals(trusted.get(name))
                && known.candidates(name).stream()
                        .noneMatch(other -> other.version().equals(candidate.version()));
        return unseen ? Needs.UNKNOWN : known.needs(name, candidate);
    }

    @Override
    public boolean tellsAllOf(PackageName name) {
        return known.tellsAllOf(name);
    }

    @Override
    public void expect(Collection<PackageName> names) {
        known.expect(names);
    }

    @Override
    public void expect(PackageName name, List<Candidate> candidates) {
        known.expect(name, candidates);
    }
}
