package org.specimen.resolve;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        boolean isWhole = isWhole(result);
        var assurance = Assurance.of(
                request.python(),
                result,
                packages.size(),
                (int) packages.stream().filter(pinned -> !pinned.verified()).count(),
                isWhole);
        return new Lockfile.Pip(
                request.python(),
                request.platforms(),
                packages,
                request.requirements().stream()
                        .filter(requirement -> requirement.url().isPresent())
                        .toList(),
                assurance,
                notes(request, result, assurance),
                isWhole);
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

    private List<String> notes(PipRequest request, Selection.Result result, Assurance assurance) {
        List<String> notes = new ArrayList<>();
        notes.add(PinNotes.source(index, assurance));
        notes.addAll(PinNotes.endOfLife(request.python(), catalogue));
        notes.addAll(PinNotes.unverified(result.chosen().values()));
        notes.addAll(PinNotes.needsUnknown(result.chosen().values()));
        notes.addAll(PinNotes.clashes(assurance));
        List<String> unknown = result.without().stream()
                .map(demand -> demand.name() + " (needed by " + PinNotes.names(demand.via()) + ")")
                .toList();
        if (!unknown.isEmpty()) {
            notes.add("Not pinned, because no fitting version is known; pip will choose: " + String.join(", ", unknown)
                    + ".");
        }
        return notes;
    }
}
