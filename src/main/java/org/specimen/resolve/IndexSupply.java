package org.specimen.resolve;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.PythonRelease;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.IndexRelease;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.index.PackageIndex;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** The releases of a PyPI-style index. It may be asked from several threads at once. */
final class IndexSupply implements Supply {

    private final PackageIndex index;
    private final Version python;
    private final Optional<YearMonth> pythonReleased;
    private final WheelSupport wheels;
    private final Map<PackageName, Shelf> shelves = new ConcurrentHashMap<>();

    /** What is there of one distribution. */
    private record Shelf(PythonFit.Judge judge, List<Candidate> candidates) {}

    IndexSupply(PackageIndex index, Catalogue catalogue, Version python, Set<TargetPlatform> platforms) {
        this.index = index;
        this.python = python;
        this.pythonReleased = catalogue.pythonReleases().find(python.toString()).map(PythonRelease::firstReleased);
        this.wheels = new WheelSupport(python, platforms);
    }

    @Override
    public List<Candidate> candidates(PackageName name) {
        return shelf(name).candidates();
    }

    private Shelf shelf(PackageName name) {
        Shelf known = shelves.get(name);
        if (known == null) {
            List<IndexRelease> releases = index.releases(name);
            var judge = new PythonFit.Judge(python, pythonReleased, releases);
            known = new Shelf(
                    judge,
                    releases.stream().map(release -> candidate(release, judge)).toList());
            Shelf other = shelves.putIfAbsent(name, known);
            known = other == null ? known : other;
        }
        return known;
    }

    private Candidate candidate(IndexRelease release, PythonFit.Judge judge) {
        if (release.files().isEmpty()) {
            return new Candidate(judge.fit(release.version(), release.month()), release, Installable.ANYWHERE);
        }
        boolean admits = release.files().stream().anyMatch(file -> !wheels.isExcluded(file));
        return new Candidate(
                admits ? PythonFit.ADMITS : PythonFit.EXCLUDES, release, wheels.installable(release.files()));
    }

    /** A version that the index does not list, as its neighbours let it seem. */
    Candidate unlisted(PackageName name, Version version) {
        return new Candidate(
                shelf(name).judge().fit(version, Optional.empty()),
                new IndexRelease(version, Optional.empty(), Optional.empty()),
                Installable.ANYWHERE);
    }

    private IndexRelease usable(IndexRelease release) {
        return release.files().isEmpty() ? release : release.withFiles(wheels.usable(release.files()));
    }

    @Override
    public Needs needs(PackageName name, Candidate candidate) {
        IndexRelease release = candidate.release();
        Optional<Metadata> own = index.metadata(name, usable(release));
        if (own.isPresent()) {
            Metadata metadata = own.get();
            return new Needs(
                    metadata.requires(),
                    metadata.requiresPython(),
                    metadata.extras(),
                    NeedsSource.ITSELF,
                    Optional.empty());
        }
        PythonFit.Judge judge = shelf(name).judge();
        return judge.nearest(release.version())
                .map(near -> new Needs(
                        judge.anyVersions(near.getValue()),
                        SpecifierSet.ANY,
                        near.getValue().extras(),
                        NeedsSource.NEIGHBOUR,
                        Optional.of(new Neighbour(near.getKey(), near.getValue().requires()))))
                .orElse(Needs.UNKNOWN);
    }

    @Override
    public boolean tellsAllOf(PackageName name) {
        return index.tellsAllOf(name);
    }

    @Override
    public void expect(Collection<PackageName> names) {
        index.expect(names);
    }

    @Override
    public void expect(PackageName name, List<Candidate> candidates) {
        index.expect(
                name,
                candidates.stream()
                        .map(candidate -> usable(candidate.release()))
                        .toList());
    }
}
