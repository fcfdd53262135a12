package org.specimen.resolve;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.PythonRelease;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.IndexRelease;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.index.PackageIndex;
import org.specimen.problem.NoSolution;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.PackageName;
import org.specimen.python.Version;
import org.specimen.resolve.Candidate.NeedsSource;
import org.specimen.resolve.Lockfile.PipPackage;
import org.specimen.resolve.Selection.Choice;

/**
 * Pins what pip installs, from what an index tells: the newest version whose metadata admits the Python, else the newest
 * known, marked unverified; and all that those need, as far as it is known.
 */
public final class PipPinner {

    private final PackageIndex index;
    private final Catalogue catalogue;

    public PipPinner(PackageIndex index, Catalogue catalogue) {
        this.index = index;
        this.catalogue = catalogue;
    }

    /**
     * Pins everything that pip is to install.
     *
     * @throws NoSolution if there is no release of something that the project asks for
     */
    public Lockfile.Pip pin(PipRequest request) {
        var environments = Environments.of(request.python(), request.platforms());
        Selection.Result result = Selection.choose(new Selection.Setting(
                environments, request.requirements(), candidates(index, catalogue, request.python()), request.kept()));
        new Refusals(catalogue, index, request.python())
                .refuse(result.without().stream().filter(Demand::isDirect).toList(), List.of());
        List<PipPackage> packages = result.chosen().values().stream()
                .map(choice -> pinned(choice, environments))
                .toList();
        return new Lockfile.Pip(
                request.python(),
                request.platforms(),
                packages,
                request.requirements().stream()
                        .filter(requirement -> requirement.url().isPresent())
                        .toList(),
                notes(request, result),
                isWhole(result));
    }

    private static boolean isWhole(Selection.Result result) {
        return result.without().isEmpty()
                && result.chosen().values().stream()
                        .noneMatch(choice -> choice.candidate().source() == NeedsSource.NOBODY);
    }

    /** The releases of an index, those first that are known to run on this Python, and the newest first among them. */
    static Function<PackageName, List<Candidate>> candidates(PackageIndex index, Catalogue catalogue, Version python) {
        Optional<YearMonth> released =
                catalogue.pythonReleases().find(python.toString()).map(PythonRelease::firstReleased);
        return name -> {
            List<IndexRelease> releases = index.releases(name);
            var judge = new PythonFit.Judge(python, released, releases);
            return releases.stream()
                    .map(release -> candidate(release, judge))
                    .sorted(Comparator.comparing(Candidate::fit))
                    .toList();
        };
    }

    static Candidate candidate(IndexRelease release, PythonFit.Judge judge) {
        Optional<Metadata> nearest = judge.nearest(release.version());
        NeedsSource source = release.metadata().isPresent()
                ? NeedsSource.ITSELF
                : nearest.isPresent() ? NeedsSource.NEIGHBOUR : NeedsSource.NOBODY;
        return new Candidate(
                release.version(),
                judge.fit(release.version(), release.month()),
                nearest.map(known -> source == NeedsSource.ITSELF ? known.requires() : judge.anyVersions(known))
                        .orElse(List.of()),
                source);
    }

    static PipPackage pinned(Choice choice, Map<TargetPlatform, MarkerEnvironment> environments) {
        Demand demand = choice.demand();
        return new PipPackage(
                demand.name(),
                choice.candidate().version(),
                List.copyOf(demand.extras()),
                PlatformMarkers.holdingOn(demand.platforms(), environments),
                demand.isDirect(),
                List.copyOf(demand.via()),
                choice.candidate().fit() == PythonFit.ADMITS && choice.suitsAll(),
                List.of());
    }

    private List<String> notes(PipRequest request, Selection.Result result) {
        List<String> notes = new ArrayList<>();
        notes.add("These versions come from " + index.title()
                + ". They were chosen one by one and have not been installed together.");
        notes.addAll(PinNotes.endOfLife(request.python(), catalogue));
        notes.addAll(PinNotes.unverified(result.chosen().values()));
        notes.addAll(PinNotes.needsUnknown(result.chosen().values()));
        notes.addAll(clashes(result));
        List<String> unknown = result.without().stream()
                .map(demand -> demand.name() + " (needed by " + PinNotes.names(demand.via()) + ")")
                .toList();
        if (!unknown.isEmpty()) {
            notes.add("Not pinned, because no fitting version is known; pip will choose: " + String.join(", ", unknown)
                    + ".");
        }
        return notes;
    }

    static List<String> clashes(Selection.Result result) {
        List<String> clashes = result.chosen().values().stream()
                .filter(choice -> !choice.suitsAll())
                .map(PipPinner::clash)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!result.settled()) {
            clashes.add("Some of these packages ask for versions of each other that no choice suits. "
                    + "Expect pip to refuse the set, and pin one of them lower.");
        }
        return clashes;
    }

    private static String clash(Choice choice) {
        Version version = choice.candidate().version();
        List<String> against = choice.demand().wishes().stream()
                .filter(wish -> !wish.requirement().specifiers().contains(version, true))
                .map(wish -> wish.by().map(Object::toString).orElse("the project") + " asks for "
                        + wish.requirement().specifiers())
                .toList();
        return "Not every package accepts " + choice.demand().name() + " " + version + ": " + String.join(", ", against)
                + ".";
    }
}
