package org.specimen.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.format.EnvironmentYaml;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.resolve.CondaLocked.PipFile;
import org.specimen.resolve.PipLayer;
import org.specimen.task.Progress;

/** Locks what stands under {@code pip:} in an environment.yml, on top of the packages that conda brings to a platform. */
final class PipLocking {

    private final Catalogue catalogue;
    private final PackageIndexes indexes;
    private final IndexChoice choice;

    PipLocking(Catalogue catalogue, PackageIndexes indexes, IndexChoice choice) {
        this.catalogue = catalogue;
        this.indexes = indexes;
        this.choice = choice;
    }

    /**
     * Pip's part of a lock.
     *
     * @param left says of what is not locked why
     */
    record Part(List<PipFile> files, List<String> left) {
        Part {
            files = List.copyOf(files);
            left = List.copyOf(left);
        }
    }

    /**
     * Locks it for a platform.
     *
     * @param asked what stands in the file for this platform
     * @throws org.specimen.problem.NoSolution if it does not go together with what conda brings
     * @throws org.specimen.problem.OutsideFailure if the index cannot be read
     */
    Part lock(Platform platform, EnvironmentYaml asked, List<PackageRecord> conda, Progress progress) {
        List<String> left = new ArrayList<>();
        List<String> others = CondaWishes.otherPip(asked);
        if (!others.isEmpty()) {
            left.add("Not locked, because it comes from no package index: " + String.join(", ", others) + ".");
        }
        List<Requirement> requirements = CondaWishes.pip(asked);
        return requirements.isEmpty()
                ? new Part(List.of(), left)
                : fromIndex(platform, requirements, conda, left, progress);
    }

    private Part fromIndex(
            Platform platform,
            List<Requirement> requirements,
            List<PackageRecord> conda,
            List<String> left,
            Progress progress) {
        Optional<TargetPlatform> target = TargetPlatform.ofKey(platform.subdir());
        Optional<Version> python = python(conda);
        if (target.isEmpty()) {
            left.add(notLocked(requirements) + "which files pip takes on " + platform + " is not known.");
            return new Part(List.of(), left);
        }
        if (python.isEmpty()) {
            left.add(notLocked(requirements) + "conda brings no Python for it. Add python to the file.");
            return new Part(List.of(), left);
        }
        progress.doing("choosing what pip installs on " + platform, 0, 0);
        try (PackageIndexes.Open open = indexes.open(choice, python.get(), Optional.empty(), progress)) {
            Optional<List<PipFile>> files = new PipLayer(open.index(), catalogue, progress)
                    .files(target.get(), python.get(), conda, requirements);
            left.addAll(open.index().notes());
            if (files.isEmpty()) {
                left.add(notLocked(requirements)
                        + "the files and their digests are not known without a live package index.");
            }
            return new Part(files.orElse(List.of()), left);
        }
    }

    private static Optional<Version> python(List<PackageRecord> conda) {
        return conda.stream()
                .filter(record -> record.name().value().equals("python"))
                .findFirst()
                .flatMap(record -> Version.tryParse(record.version().toString()));
    }

    private static String notLocked(List<Requirement> requirements) {
        return "Not locked: "
                + String.join(
                        ", ", requirements.stream().map(Requirement::toString).toList())
                + "; ";
    }
}
