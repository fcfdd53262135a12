package org.specimen.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.PackageIndex;
import org.specimen.index.ReleaseFile;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.Version;
import org.specimen.resolve.Lockfile.PipPackage;
import org.specimen.resolve.Selection.Chosen;
import org.specimen.resolve.Supply.NeedsSource;
import org.specimen.task.Progress;

/**
 * Pins what pip installs, from what an index tells: releases that run on the Python and that everybody accepts, the newest
 * of what the project asks for; and all that those need, as far as it is known.
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
     * @throws NoSolution if there is no release of something that the project asks for, or no releases go together
     * @throws OutsideFailure if the index cannot be reached
     */
    public Lockfile.Pip pin(PipRequest request, Progress progress) {
        Setting asked = setting(request, request.python(), progress);
        Lookahead ahead = Lookahead.begin(asked);
        try {
            Setting setting = asked.withSupply(ahead);
            return pin(request, setting, Selection.choose(setting), progress);
        } finally {
            ahead.close();
        }
    }

    private Lockfile.Pip pin(PipRequest request, Setting setting, Selection.Result result, Progress progress) {
        Chosen chosen = new Refusals(catalogue, index, request.python())
                .chosen(
                        result,
                        List.of(),
                        clash -> new Conflicts(setting, catalogue, python -> setting(request, python, progress))
                                .of(clash));
        boolean isWhole = isWhole(chosen);
        List<PipPackage> packages = allOrNone(
                isWhole,
                chosen.choices().stream()
                        .map(choice -> pinned(choice, setting.environments()))
                        .toList());
        var assurance = Assurance.of(
                        request.python(),
                        chosen.choices(),
                        packages.size(),
                        (int) packages.stream()
                                .filter(pinned -> !pinned.verified())
                                .count(),
                        isWhole)
                .withDoubts(Doubt.of(setting, chosen.choices()));
        return new Lockfile.Pip(
                request.python(),
                request.platforms(),
                packages,
                request.requirements().stream()
                        .filter(requirement -> requirement.url().isPresent())
                        .toList(),
                assurance,
                notes(request, chosen, assurance),
                isWhole);
    }

    private Setting setting(PipRequest request, Version python, Progress progress) {
        return new Setting(
                python,
                Environments.of(python, request.platforms()),
                request.requirements(),
                new IndexSupply(index, catalogue, python, request.platforms()),
                request.kept(),
                progress);
    }

    private static boolean isWhole(Chosen chosen) {
        return chosen.without().isEmpty()
                && chosen.choices().stream().noneMatch(choice -> choice.source() == NeedsSource.NOBODY);
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
                hashes(choice.candidate().release().files()),
                choice.candidate().release().files());
    }

    /** Of every file, or none: which one is installed is known only there. */
    private static List<String> hashes(List<ReleaseFile> files) {
        boolean all = files.stream().allMatch(file -> file.sha256().isPresent());
        return all
                ? files.stream()
                        .flatMap(file -> file.sha256().stream())
                        .map(digest -> "sha256:" + digest)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    /** One hash makes pip ask for a hash of everything that it installs (pip documentation, "Hash-checking Mode"). */
    private static List<PipPackage> allOrNone(boolean isWhole, List<PipPackage> packages) {
        boolean all =
                isWhole && packages.stream().noneMatch(pinned -> pinned.hashes().isEmpty());
        return all ? packages : packages.stream().map(PipPackage::withoutHashes).toList();
    }

    private List<String> notes(PipRequest request, Chosen chosen, Assurance assurance) {
        List<String> notes = new ArrayList<>();
        notes.add(PinNotes.source(index, assurance));
        notes.addAll(PinNotes.endOfLife(request.python(), catalogue));
        notes.addAll(PinNotes.unverified(chosen.choices()));
        notes.addAll(PinNotes.needsUnknown(chosen.choices()));
        notes.addAll(PinNotes.clashes(assurance));
        if (!chosen.without().isEmpty()) {
            notes.add("Not pinned, because no fitting version is known; pip will choose: "
                    + chosen.without().stream()
                            .map(demand -> demand.name() + " (needed by " + PinNotes.names(demand.via()) + ")")
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        notes.addAll(PinNotes.withdrawn(chosen.choices()));
        notes.addAll(PinNotes.withoutWheels(chosen.choices()));
        notes.addAll(PinNotes.unusable(chosen.unusable()));
        return notes;
    }
}
