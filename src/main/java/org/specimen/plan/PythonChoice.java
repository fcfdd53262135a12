package org.specimen.plan;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.CondaRelease;
import org.specimen.catalogue.Distribution;
import org.specimen.catalogue.PythonRelease;
import org.specimen.catalogue.Release;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.problem.BadInput;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.python.Requirement;
import org.specimen.python.Specifier;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** Chooses the interpreter: the one that was asked for, else the one that suits the project's packages best. */
final class PythonChoice {

    /** More months than any project is old. */
    private static final long EXCLUDED = 10_000;

    private final Catalogue catalogue;
    private final Stack stack;
    private final Iterable<TargetPlatform> platforms;
    private final Map<PythonRelease, Version> newestPatches = new HashMap<>();

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
     * The interpreter that suits the project and the most of its packages; among equals the one that the catalogue
     * prefers. A patch release that the project asks for is taken as it is.
     *
     * @param requires what the project itself asks for
     * @throws NoSolution if no Python that can be offered is what the project asks for
     */
    Version suiting(SpecifierSet requires, List<Requirement> packages) {
        Optional<Version> pinned = patchRelease(requires);
        if (pinned.isPresent()) {
            return pinned.get();
        }
        List<PythonRelease> offered = inOrder().stream()
                .filter(release -> requires.contains(newestPatch(release), true))
                .toList();
        if (offered.isEmpty()) {
            List<PythonRelease> all = catalogue.pythonReleases().all();
            throw new NoSolution(List.of(new Refusal(
                    "python",
                    Refusal.Kind.NO_SUCH_PYTHON,
                    "The project asks for Python " + requires + ", and none from "
                            + all.get(0).minor() + " to "
                            + all.get(all.size() - 1).minor()
                            + " is that. Change what it asks for, or choose a Python.",
                    catalogue.pythonReleases().preferred().stream()
                            .map(PythonRelease::minor)
                            .toList())));
        }
        List<Optional<Distribution>> known = packages.stream()
                .map(wanted -> catalogue.distribution(wanted.name()))
                .toList();
        return newestPatch(offered.stream()
                .min(Comparator.comparingLong(release -> misfit(release, packages, known)))
                .orElseThrow());
    }

    /** The patch release that is asked for; conda's {@code python=3.11.2} asks for one too, though it is a prefix. */
    private static Optional<Version> patchRelease(SpecifierSet requires) {
        return requires.specifiers().stream()
                .filter(specifier -> specifier.operator() == Specifier.Operator.EQUAL)
                .flatMap(specifier -> specifier.parsedVersion().stream())
                .filter(version ->
                        version.release().size() > 2 && version.major().intValue() == 3)
                .findFirst();
    }

    /** Every Python, the preferred ones first, then those that live longest. */
    private List<PythonRelease> inOrder() {
        List<PythonRelease> order = new ArrayList<>(catalogue.pythonReleases().preferred());
        catalogue.pythonReleases().all().stream()
                .filter(release -> !order.contains(release))
                .sorted(Comparator.comparing(PythonRelease::endOfLife).reversed())
                .forEach(order::add);
        return order;
    }

    /** How badly a Python suits: a package that excludes it counts most, then how long before it a pinned one came out. */
    private long misfit(PythonRelease python, List<Requirement> packages, List<Optional<Distribution>> known) {
        long misfit = 0;
        for (int i = 0; i < packages.size(); i++) {
            Requirement wanted = packages.get(i);
            Optional<Distribution> distribution = known.get(i);
            if (distribution.isPresent()) {
                misfit += misfit(python, wanted, distribution.get());
            }
        }
        return misfit;
    }

    private long misfit(PythonRelease python, Requirement wanted, Distribution distribution) {
        Version version = newestPatch(python);
        List<Release> described = distribution.releases().stream()
                .filter(release -> wanted.specifiers().contains(release.version(), true))
                .toList();
        if (!described.isEmpty()) {
            return described.stream()
                            .anyMatch(release -> release.requiresPython()
                                    .orElse(SpecifierSet.ANY)
                                    .contains(version, true))
                    ? 0
                    : EXCLUDED;
        }
        return seen(wanted, distribution)
                .map(month -> Math.max(0, ChronoUnit.MONTHS.between(month, python.firstReleased())))
                .orElse(0L);
    }

    /**
     * When the pinned version was last seen, or else the next newer one that was: a Python that came out later has no
     * wheels of it.
     */
    private Optional<YearMonth> seen(Requirement wanted, Distribution distribution) {
        return Wanted.pinned(wanted.specifiers())
                .flatMap(pinned -> distribution.condaNames().stream()
                        .flatMap(name -> catalogue.condaPackage(name).stream())
                        .flatMap(found -> found.releases().stream())
                        .flatMap(release -> Version.tryParse(release.version().toString())
                                .filter(version -> version.compareTo(pinned) >= 0)
                                .map(version -> Map.entry(version, release.month()))
                                .stream())
                        .min(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue));
    }

    /** For conda the newest patch release seen for every platform, else the newest there is. */
    private Version newestPatch(PythonRelease release) {
        return newestPatches.computeIfAbsent(release, this::findNewestPatch);
    }

    private Version findNewestPatch(PythonRelease release) {
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
