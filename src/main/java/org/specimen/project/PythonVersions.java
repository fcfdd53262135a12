package org.specimen.project;

import java.util.ArrayList;
import java.util.List;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** Every version of Python that can be meant, those to come among them. */
final class PythonVersions {

    private static final List<Version> ALL = all();

    private PythonVersions() {}

    /** Whether any version meets the specifiers. */
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
