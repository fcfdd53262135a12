package org.specimen.plan;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.CondaRelease;
import org.specimen.catalogue.Distribution;
import org.specimen.catalogue.PythonRelease;
import org.specimen.catalogue.Release;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.problem.BadInput;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** Chooses the interpreter: the one that was asked for, else the one that suits the project's packages best. */
final class PythonChoice {

    private final Catalogue catalogue;
    private final Stack stack;
    private final Iterable<TargetPlatform> platforms;

    PythonChoice(Catalogue catalogue, Stack stack, Iterable<TargetPlatform> platforms) {
        this.catalogue = catalogue;
        this.stack = stack;
        this.platforms = platforms;
    }

    /**
     * The interpreter that a person named.
     *
     * @param text a minor version such as 3.12, or a patch version such as 3.12.4
     * @throws BadInput if there is no such Python
     */
    Version asked(String text) {
        Version version = Version.tryParse(text)
                .filter(parsed -> parsed.toString().matches("3\\.[0-9]{1,2}(\\.[0-9]{1,3})?"))
                .orElseThrow(() -> unknown(text));
        if (version.release().size() == 3) {
            return version;
        }
        return catalogue
                .pythonReleases()
                .find(version.toString())
                .map(this::newestPatch)
                .orElseThrow(() -> unknown(text));
    }

    private BadInput unknown(String text) {
        List<PythonRelease> all = catalogue.pythonReleases().all();
        return new BadInput("There is no Python " + text + " that can be used. Ask for one from "
                + all.get(0).minor() + " to " + all.get(all.size() - 1).minor() + ", as in "
                + catalogue.pythonReleases().recommended().minor() + ".");
    }

    /**
     * The interpreter that suits the most packages; among equals the one that the catalogue prefers.
     *
     * @param requires what the project itself asks for
     */
    Version suiting(SpecifierSet requires, List<Requirement> packages) {
        List<PythonRelease> inOrder = new ArrayList<>(catalogue.pythonReleases().preferred());
        List<PythonRelease> rest = new ArrayList<>(catalogue.pythonReleases().all());
        rest.removeAll(inOrder);
        rest.sort(Comparator.comparing(PythonRelease::endOfLife).reversed());
        inOrder.addAll(rest);

        List<Optional<Distribution>> known = packages.stream()
                .map(wanted -> catalogue.distribution(wanted.name()))
                .toList();
        PythonRelease best = inOrder.get(0);
        long most = -1;
        for (PythonRelease release : inOrder) {
            long suited = requires.contains(newestPatch(release), true) ? packages.size() + 1L : 0;
            for (int i = 0; i < packages.size(); i++) {
                suited += suits(release, packages.get(i), known.get(i)) ? 1 : 0;
            }
            if (suited > most) {
                best = release;
                most = suited;
            }
        }
        return newestPatch(best);
    }

    private boolean suits(PythonRelease python, Requirement wanted, Optional<Distribution> distribution) {
        if (distribution.isEmpty()) {
            return true;
        }
        Version version = newestPatch(python);
        List<Release> known = distribution.get().releases().stream()
                .filter(release -> wanted.specifiers().contains(release.version(), true))
                .toList();
        if (!known.isEmpty()) {
            return known.stream()
                    .anyMatch(release ->
                            release.requiresPython().orElse(SpecifierSet.ANY).contains(version, true));
        }
        return seen(wanted, distribution.get())
                .map(month -> !python.firstReleased().isAfter(month))
                .orElse(true);
    }

    /** When the pinned version was last seen: a Python that came out later has no wheels of it. */
    private Optional<YearMonth> seen(Requirement wanted, Distribution distribution) {
        return Wanted.pinned(wanted.specifiers())
                .flatMap(pinned -> distribution.condaNames().stream()
                        .flatMap(name -> catalogue.condaPackage(name).stream())
                        .flatMap(found -> found.releases().stream())
                        .filter(release -> release.version().toString().equals(pinned.toString()))
                        .map(CondaRelease::month)
                        .findFirst());
    }

    /** For conda the newest patch release seen for every platform, else the newest there is. */
    private Version newestPatch(PythonRelease release) {
        if (!stack.usesConda()) {
            return Version.parse(release.latest());
        }
        return catalogue.condaPackage("python").stream()
                .flatMap(python -> python.releases().stream())
                .filter(seen -> catalogue
                        .pythonReleases()
                        .find(seen.version().toString())
                        .filter(release::equals)
                        .isPresent())
                .filter(seen -> isSeenEverywhere(seen))
                .flatMap(seen -> Version.tryParse(seen.version().toString()).stream())
                .filter(version -> !version.isPrerelease())
                .findFirst()
                .orElseGet(() -> Version.parse(release.latest()));
    }

    private boolean isSeenEverywhere(CondaRelease release) {
        for (TargetPlatform platform : platforms) {
            if (!release.isSeenFor(platform)) {
                return false;
            }
        }
        return true;
    }
}
