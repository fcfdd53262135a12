package org.specimen.catalogue;

import java.util.Collection;
import java.util.List;
import org.specimen.python.PackageName;

/**
 * A package on conda-forge, or on bioconda, which builds on it.
 *
 * @param name as conda writes it, lower case
 * @param channel the one that it was seen on
 * @param releases those that were seen, newest first in conda's order; empty if none was
 * @param provides the distributions of PyPI that it contains
 */
public record CondaPackage(String name, String channel, List<CondaRelease> releases, List<PackageName> provides) {

    public static final String CONDA_FORGE = "conda-forge";

    public CondaPackage {
        releases = List.copyOf(releases);
        provides = List.copyOf(provides);
    }

    /** The releases that were seen for every one of these platforms, newest first. */
    public List<CondaRelease> releasesFor(Collection<TargetPlatform> platforms) {
        return releases.stream()
                .filter(release -> platforms.stream().allMatch(release::isSeenFor))
                .toList();
    }
}
