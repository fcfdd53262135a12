package org.specimen.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * The minor versions of Python.
 *
 * @param all oldest first
 * @param preferred in the order to try for a new environment: mature ones first; each is in {@code all}
 * @param reason why this order, for a person
 */
public record PythonReleases(List<PythonRelease> all, List<PythonRelease> preferred, String reason) {

    public PythonReleases {
        all = List.copyOf(all);
        preferred = List.copyOf(preferred);
    }

    /** The release that a minor version {@code 3.12} or a patch version {@code 3.12.4} belongs to. */
    public Optional<PythonRelease> find(String version) {
        return all.stream()
                .filter(release -> version.equals(release.minor()) || version.startsWith(release.minor() + "."))
                .findFirst();
    }

    /** The one to begin with where nothing speaks for another. */
    public PythonRelease recommended() {
        return preferred.get(0);
    }
}
