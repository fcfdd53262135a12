package org.specimen.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specimen.catalogue.TorchBuild;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.problem.BadInput;
import org.specimen.problem.NetworkFailure;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/**
 * The usual index, but for PyTorch's packages, which come in the build that was chosen: from PyTorch's own index, and only
 * for macOS, for which there is no other, from the usual one.
 */
public final class TorchIndex implements PackageIndex {

    private final PackageIndex usual;
    private final PackageIndex builds;
    private final TorchBuild build;
    private final boolean onlyWhereUsual;
    private final AtomicReference<@Nullable NetworkFailure> outage = new AtomicReference<>();

    /**
     * Puts one index over the other.
     *
     * @param builds PyTorch's index of the build
     * @param onlyWhereUsual whether a release counts only where the usual index has it too: PyTorch's does not tell dates
     */
    public TorchIndex(PackageIndex usual, PackageIndex builds, TorchBuild build, boolean onlyWhereUsual) {
        this.usual = usual;
        this.builds = builds;
        this.build = build;
        this.onlyWhereUsual = onlyWhereUsual;
    }

    /** @throws BadInput if there is no such build of PyTorch */
    @Override
    public List<IndexRelease> releases(PackageName name) {
        if (!comesInBuilds(name)) {
            return usual.releases(name);
        }
        List<IndexRelease> built;
        try {
            built = builds.releases(name).stream()
                    .filter(release -> isHelper(name) || build.isOf(release.version()))
                    .toList();
        } catch (NetworkFailure failure) {
            if (!failure.isOutage()) {
                throw failure;
            }
            outage.compareAndSet(null, failure);
            return usual.releases(name);
        }
        if (built.isEmpty() && name.value().equals("torch")) {
            throw new BadInput(builds.title() + " has no build " + build + " of torch. Choose another, as in "
                    + TorchBuild.OFFERED.stream().map(TorchBuild::key).collect(Collectors.joining(", ")) + ".");
        }
        return built.isEmpty() ? usual.releases(name) : merged(built, usual.releases(name));
    }

    private List<IndexRelease> merged(List<IndexRelease> built, List<IndexRelease> plain) {
        Set<Version> dated = plain.stream().map(IndexRelease::version).collect(Collectors.toSet());
        List<IndexRelease> all = new ArrayList<>();
        built.stream()
                .filter(release ->
                        !onlyWhereUsual || dated.contains(release.version().publicVersion()))
                .forEach(all::add);
        plain.stream()
                .map(release -> release.withFiles(
                        release.files().stream().filter(TorchIndex::isForMacOs).toList()))
                .filter(release -> !release.files().isEmpty())
                .forEach(all::add);
        all.sort((one, other) -> other.version().compareTo(one.version()));
        return List.copyOf(all);
    }

    private static boolean isForMacOs(ReleaseFile file) {
        return file.wheel().stream()
                .flatMap(wheel -> wheel.tags().stream())
                .anyMatch(tag -> tag.platform().startsWith("macosx"));
    }

    /** Whether PyTorch's index is the one to ask, as long as it answers. */
    private boolean comesInBuilds(PackageName name) {
        return TorchBuild.concerns(name) && outage.get() == null;
    }

    private static boolean isHelper(PackageName name) {
        return name.value().contains("triton");
    }

    @Override
    public Optional<Metadata> metadata(PackageName name, IndexRelease release) {
        return isFromBuilds(name, release) ? builds.metadata(name, release) : usual.metadata(name, release);
    }

    private boolean isFromBuilds(PackageName name, IndexRelease release) {
        return comesInBuilds(name) && (isHelper(name) || build.isOf(release.version()));
    }

    @Override
    public boolean tellsAllOf(PackageName name) {
        return comesInBuilds(name) ? builds.tellsAllOf(name) : usual.tellsAllOf(name);
    }

    @Override
    public void expect(Collection<PackageName> names) {
        usual.expect(names.stream().filter(name -> !comesInBuilds(name)).toList());
        builds.expect(names.stream().filter(this::comesInBuilds).toList());
    }

    @Override
    public void expect(PackageName name, List<IndexRelease> releases) {
        usual.expect(
                name,
                releases.stream()
                        .filter(release -> !isFromBuilds(name, release))
                        .toList());
        builds.expect(
                name,
                releases.stream().filter(release -> isFromBuilds(name, release)).toList());
    }

    @Override
    public String title() {
        return usual.title();
    }

    @Override
    public Optional<String> outage() {
        return usual.outage();
    }

    @Override
    public List<String> notes() {
        NetworkFailure failure = outage.get();
        Stream<String> own = failure == null
                ? builds.notes().stream()
                : Stream.of((failure.kind() == NetworkFailure.Kind.OFFLINE
                                ? "No network was asked."
                                : failure.explanation())
                        + " So the build " + build + " of PyTorch is not fixed by its number: the address in"
                        + " requirements.txt makes pip choose it.");
        return Stream.concat(usual.notes().stream(), own).toList();
    }
}
