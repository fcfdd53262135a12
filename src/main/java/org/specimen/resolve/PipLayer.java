package org.specimen.resolve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.PackageRecord;
import org.specimen.index.PackageIndex;
import org.specimen.problem.NoSolution;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.resolve.CondaLocked.PipFile;
import org.specimen.resolve.Selection.Chosen;
import org.specimen.task.Progress;

/** Finds the files that pip installs on one platform, on top of the packages that conda brought there. */
public final class PipLayer {

    private final PackageIndex index;
    private final Catalogue catalogue;
    private final Progress progress;

    /** Finds them on an index. */
    public PipLayer(PackageIndex index, Catalogue catalogue, Progress progress) {
        this.index = index;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    /**
     * The files; what conda brought is left alone, and is none of them.
     *
     * @param python the one that conda brought
     * @param conda what conda installs there
     * @return sorted by name; empty where one of the files, or its digest, is not known
     * @throws NoSolution if there are none that go together with each other and with what conda brought
     */
    public Optional<List<PipFile>> files(
            TargetPlatform platform, Version python, List<PackageRecord> conda, List<Requirement> requirements) {
        CondaRequest request = new CondaRequest(
                python, Set.of(platform), requirements, Set.of(), Set.of(), Map.of(), List.of(), Map.of());
        PipOnTop onTop = new PipOnTop(request, index, catalogue, progress);
        PipOnTop.Result result = onTop.choose(
                requirements, PipOnTop.installed(Map.of(platform, conda), new CondaInstalled(catalogue, Map.of())));
        if (!(result.selection() instanceof Chosen chosen)) {
            throw onTop.refused(result, requirements);
        }
        return result.isWhole(chosen)
                ? onTop.files(result.choices(chosen)).map(files -> files.getOrDefault(platform, List.of()))
                : Optional.empty();
    }
}
