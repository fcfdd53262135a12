package org.specimen.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.specimen.catalogue.PythonReleases;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** The versions of Python that can be meant. */
final class PythonVersions {

    private static final List<Version> ALL = all();

    private PythonVersions() {}

    /**
     * Whether a Python that there is meets the specifiers.
     *
     * @param releases those that are known; patches of them that are still to come count too
     */
    static boolean isMetByKnown(SpecifierSet specifiers, PythonReleases releases) {
        Optional<Version> newest = releases.all().stream()
                .map(release -> Version.parse(release.minor() + ".999"))
                .max(Comparator.naturalOrder());
        return ALL.stream()
                .filter(version -> newest.isEmpty() || version.compareTo(newest.get()) < 0)
                .anyMatch(specifiers::contains);
    }

    /** Whether any version meets the specifiers, one to come among them. */
    static boolean isMet(SpecifierSet specifiers) {
        return ALL.stream().anyMatch(specifiers::contains);
    }

    private static List<Version> all() {
        List<Version> versions = new ArrayList<>();
        for (int patch = 0; patch < 30; patch++) {
            versions.add(Version.ofRelease(2, 6, patch));
            versions.add(Version.ofRelease(2, 7, patch));
            for (int minor = 0; minor < 30; minor++) {
                versions.add(Version.ofRelease(3, minor, patch));
            }
        }
        return versions;
    }
}
