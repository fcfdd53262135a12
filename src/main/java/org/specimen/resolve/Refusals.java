package org.specimen.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.PythonRelease;
import org.specimen.index.IndexRelease;
import org.specimen.index.PackageIndex;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.problem.Refusal.Kind;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

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
     * Refuses what cannot be pinned.
     *
     * @param more what is refused for other reasons
     * @throws NoSolution naming each of these, if there are any
     */
    void refuse(List<Demand> impossible, List<Refusal> more) {
        List<Refusal> all =
                new ArrayList<>(impossible.stream().map(this::refusal).toList());
        all.addAll(more);
        if (!all.isEmpty()) {
            throw new NoSolution(all);
        }
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
                : notForThisPython(name, specifiers, releases, asAsked);
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
                runningOn(python, releases, releases)
                        .limit(1)
                        .map(release -> release.version().toString())
                        .toList());
    }

    private Refusal notForThisPython(
            PackageName name, SpecifierSet specifiers, List<IndexRelease> releases, List<IndexRelease> asAsked) {
        return new Refusal(
                name.value(),
                Kind.NOT_FOR_THIS_PYTHON,
                name + String.valueOf(specifiers) + ": no version of it that is known runs on Python " + python
                        + pythonOf(asAsked) + ". Choose another Python, or another version of " + name + ".",
                Stream.concat(
                                catalogue.pythonReleases().preferred().stream(),
                                catalogue.pythonReleases().all().stream())
                        .filter(release -> runningOn(Version.parse(release.latest()), asAsked, releases)
                                .findAny()
                                .isPresent())
                        .map(PythonRelease::minor)
                        .distinct()
                        .limit(SUGGESTED)
                        .toList());
    }

    /** Those of the releases that may run on a Python, with what is known of all of them. */
    private Stream<IndexRelease> runningOn(Version other, List<IndexRelease> some, List<IndexRelease> all) {
        var judge = new PythonFit.Judge(
                other, catalogue.pythonReleases().find(other.toString()).map(PythonRelease::firstReleased), all);
        return some.stream()
                .filter(release -> judge.fit(release.version(), release.month()).compareTo(PythonFit.UNLIKELY) < 0);
    }

    private static String pythonOf(List<IndexRelease> releases) {
        Optional<IndexRelease> described = releases.stream()
                .filter(release -> release.metadata().isPresent())
                .findFirst();
        return described
                .flatMap(release -> release.metadata()
                        .map(metadata ->
                                " (" + release.version() + " asks for Python " + metadata.requiresPython() + ")"))
                .orElse("");
    }
}
