package org.specimen.index;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.CondaRelease;
import org.specimen.catalogue.Distribution;
import org.specimen.catalogue.Release;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * The catalogue as a PyPI-style index. It knows the newest version of many names and the metadata of a few releases;
 * versions that were seen on conda-forge stand in for the others, since nearly all of those came from PyPI.
 */
public final class CatalogueIndex implements PackageIndex {

    private final Catalogue catalogue;

    public CatalogueIndex(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String title() {
        return title(catalogue);
    }

    static String title(Catalogue catalogue) {
        return "the catalogue of " + Months.named(catalogue.date());
    }

    @Override
    public List<IndexRelease> releases(PackageName name) {
        Map<Version, IndexRelease> releases = new TreeMap<>(Comparator.reverseOrder());
        catalogue.distribution(name).ifPresent(distribution -> {
            seenOnConda(distribution).forEach(release -> releases.put(release.version(), release));
            newest(distribution).ifPresent(release -> releases.put(release.version(), release));
            distribution.releases().stream()
                    .flatMap(release -> withMetadata(release).stream())
                    .forEach(release -> releases.put(release.version(), release));
        });
        return List.copyOf(releases.values());
    }

    private Stream<IndexRelease> seenOnConda(Distribution distribution) {
        return distribution.condaNames().stream()
                .limit(1)
                .flatMap(name -> catalogue.condaPackage(name).stream())
                .flatMap(found -> found.releases().stream())
                .flatMap(release -> asPython(release).stream());
    }

    private static Optional<IndexRelease> asPython(CondaRelease release) {
        return Version.tryParse(release.version().toString())
                .map(version -> new IndexRelease(version, Optional.empty(), Optional.of(release.month())));
    }

    private static Optional<IndexRelease> newest(Distribution distribution) {
        return distribution
                .newestVersion()
                .map(version -> new IndexRelease(version, Optional.empty(), distribution.newestMonth()));
    }

    private static Optional<IndexRelease> withMetadata(Release release) {
        SpecifierSet pythons = release.requiresPython().orElse(SpecifierSet.ANY);
        List<Requirement> requires = release.requiresDist();
        return Optional.of(new IndexRelease(
                release.version(),
                Optional.of(new Metadata(pythons, requires, Set.copyOf(release.extras()))),
                Optional.empty()));
    }
}
