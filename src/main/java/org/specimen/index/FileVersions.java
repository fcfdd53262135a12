package org.specimen.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/** Tells of which release of one distribution a file is, by the file's name alone. */
final class FileVersions {

    /** What pip takes for a source distribution. */
    private static final List<String> SOURCE = List.of(".tar.gz", ".zip", ".tgz", ".tar.bz2", ".tbz", ".tar.xz");

    private final PackageName name;
    private final Map<String, Boolean> names = new HashMap<>();
    private final Map<String, Optional<Version>> versions = new HashMap<>();

    FileVersions(PackageName name) {
        this.name = name;
    }

    static boolean isSource(String fileName) {
        return SOURCE.stream().anyMatch(fileName::endsWith);
    }

    /** Empty if it is neither wheel nor source distribution, of another distribution, or its version is not one. */
    Optional<Version> versionOf(String fileName) {
        if (fileName.endsWith(".whl")) {
            return wheel(fileName);
        }
        return SOURCE.stream()
                .filter(fileName::endsWith)
                .findFirst()
                .flatMap(ending -> source(fileName.substring(0, fileName.length() - ending.length())));
    }

    /** The second part between hyphens (PEP 427, "File name convention"). */
    private Optional<Version> wheel(String fileName) {
        int first = fileName.indexOf('-');
        int second = first < 0 ? -1 : fileName.indexOf('-', first + 1);
        if (second < 0 || !isOurs(fileName.substring(0, first))) {
            return Optional.empty();
        }
        return version(fileName.substring(first + 1, second).replace('_', '-'));
    }

    /** Old names and versions have hyphens inside: the name is over where it is the one of the distribution. */
    private Optional<Version> source(String stem) {
        for (int hyphen = stem.indexOf('-'); hyphen >= 0; hyphen = stem.indexOf('-', hyphen + 1)) {
            if (isOurs(stem.substring(0, hyphen))) {
                return version(stem.substring(hyphen + 1));
            }
        }
        return Optional.empty();
    }

    private boolean isOurs(String written) {
        return names.computeIfAbsent(
                written, other -> PackageName.tryOf(other).filter(name::equals).isPresent());
    }

    private Optional<Version> version(String text) {
        return versions.computeIfAbsent(text, Version::tryParse);
    }
}
