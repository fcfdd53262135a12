package org.specimen.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.PythonRelease;
import org.specimen.index.IndexRelease;
import org.specimen.index.PackageIndex;
import org.specimen.problem.Conflict;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.problem.Refusal.Kind;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.resolve.Selection.Chosen;
import org.specimen.resolve.Selection.Clash;
import org.specimen.resolve.Selection.Missing;

/** Explains to a person why a distribution that the project asks for cannot be pinned, and what could be. */
final class Refusals {

    private static final int SUGGESTED = 3;

    private final Catalogue catalogue;
    private final PackageIndex index;
    private final Version python;

    Refusals(Catalogue catalogue, PackageIndex index, Version python) {
        this.catalogue = catalogue;
        this.index = index;
        this.python = python;
    }

    /**
     * What was chosen.
     *
     * @param more what is refused for other reasons
     * @param conflicts explains why nothing goes together
     * @throws NoSolution naming each thing that cannot be had, if there are any
     */
    Chosen chosen(Selection.Result result, List<Refusal> more, Function<Clash, List<Conflict>> conflicts) {
        List<Refusal> all = new ArrayList<>();
        if (result instanceof Missing missing) {
            missing.demands().stream().map(this::refusal).forEach(all::add);
        }
        all.addAll(more);
        if (!all.isEmpty()) {
            throw new NoSolution(all);
        }
        if (result instanceof Clash clash) {
            throw NoSolution.of(conflicts.apply(clash));
        }
        return (Chosen) result;
    }

    private Refusal refusal(Demand demand) {
        PackageName name = demand.name();
        List<IndexRelease> releases = index.releases(name);
        if (releases.isEmpty()) {
            return unknownName(name);
        }
        SpecifierSet specifiers = demand.directSpecifiers();
        List<IndexRelease> asAsked = specifiers.filter(releases, IndexRelease::version);
        return asAsked.isEmpty()
                ? noSuchVersion(name, specifiers, releases)
                : notForThisPython(name, specifiers, asAsked);
    }

    private Refusal unknownName(PackageName name) {
        List<String> similar = catalogue.similarNames(name.value(), SUGGESTED).stream()
                .map(PackageName::value)
                .toList();
        return new Refusal(
                name.value(),
                Kind.UNKNOWN_NAME,
                name + ": " + index.title() + " knows no version of it."
                        + (similar.isEmpty() ? "" : " Did you mean " + similar.get(0) + "?")
                        + " Write the version you use behind the name, as in " + name + "==1.2.3, or leave it out.",
                similar);
    }

    private Refusal noSuchVersion(PackageName name, SpecifierSet specifiers, List<IndexRelease> releases) {
        return new Refusal(
                name.value(),
                Kind.NO_SUCH_VERSION,
                name + String.valueOf(specifiers) + ": " + index.title() + " knows no such version; the newest of "
                        + name + " is " + releases.get(0).version() + ". Ask for a version that exists.",
                runningOn(python, name)
                        .filter(candidate -> !candidate.version().isPrerelease() && !candidate.isYanked())
                        .limit(1)
                        .map(candidate -> candidate.version().toString())
                        .toList());
    }

    private Refusal notForThisPython(PackageName name, SpecifierSet specifiers, List<IndexRelease> asAsked) {
        return new Refusal(
                name.value(),
                Kind.NOT_FOR_THIS_PYTHON,
                name + String.valueOf(specifiers) + ": no version of it that is known runs on Python " + python
                        + pythonOf(asAsked) + ". Choose another Python, or another version of " + name + ".",
                Stream.concat(
                                catalogue.pythonReleases().preferred().stream(),
                                catalogue.pythonReleases().all().stream())
                        .filter(release -> runningOn(Version.parse(release.latest()), name)
                                .anyMatch(candidate -> specifiers.contains(candidate.version())))
                        .map(PythonRelease::minor)
                        .distinct()
                        .limit(SUGGESTED)
                        .toList());
    }

    /** The releases that may run on a Python, newest first. */
    private Stream<Candidate> runningOn(Version other, PackageName name) {
        return new IndexSupply(index, catalogue, other, Set.of())
                .candidates(name).stream().filter(candidate -> candidate.fit().compareTo(PythonFit.UNLIKELY) < 0);
    }

    private static String pythonOf(List<IndexRelease> releases) {
        return releases.stream()
                .flatMap(
                        release -> pythons(release)
                                .map(pythons -> " (" + release.version() + " asks for Python " + pythons + ")")
                                .stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<SpecifierSet> pythons(IndexRelease release) {
        return release.metadata()
                .map(IndexRelease.Metadata::requiresPython)
                .or(() -> release.files().stream()
                        .flatMap(file -> file.requiresPython().stream())
                        .findFirst());
    }
}
