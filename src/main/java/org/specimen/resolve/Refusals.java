package org.specimen.resolve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.specimen.catalogue.Catalogue;
import org.specimen.index.IndexRelease;
import org.specimen.index.PackageIndex;
import org.specimen.problem.NoSolution;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/** Explains to a person why a distribution that the project asks for cannot be pinned. */
final class Refusals {

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
     * @throws NoSolution naming each of these, if there are any
     */
    void refuse(List<Demand> impossible) {
        if (!impossible.isEmpty()) {
            throw new NoSolution(impossible.stream().map(this::explain).collect(Collectors.joining("\n")));
        }
    }

    private String explain(Demand demand) {
        PackageName name = demand.name();
        String asked = name + String.valueOf(demand.directSpecifiers());
        List<IndexRelease> releases = index.releases(name);
        if (releases.isEmpty()) {
            return name + ": " + index.title() + " knows no version of it." + suggestion(name)
                    + " Write the version you use behind the name, as in " + name
                    + "==1.2.3, or leave it out with --leave-out " + name + ".";
        }
        List<IndexRelease> asAsked = demand.directSpecifiers().filter(releases, IndexRelease::version);
        if (asAsked.isEmpty()) {
            return asked + ": " + index.title() + " knows no such version; the newest of " + name + " is "
                    + releases.get(0).version() + ". Ask for a version that exists.";
        }
        return asked + ": no version of it that is known runs on Python " + python + pythonOf(asAsked)
                + ". Choose another Python, or another version of " + name + ".";
    }

    private String suggestion(PackageName name) {
        List<PackageName> similar = catalogue.similarNames(name.value(), 1);
        return similar.isEmpty() ? "" : " Did you mean " + similar.get(0) + "?";
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
