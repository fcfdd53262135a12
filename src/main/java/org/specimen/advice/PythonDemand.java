package org.specimen.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.specimen.catalogue.PythonRelease;
import org.specimen.catalogue.PythonReleases;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * What a project demands of Python's version.
 *
 * @param requires what its files ask for together
 */
record PythonDemand(SpecifierSet requires) {

    /** Minor versions beyond the newest known that may come to be while this catalogue is in use. */
    private static final int MINORS_TO_COME = 5;

    private static final int NEWEST_MINOR_AT_LEAST = 15;

    /** No minor version has had as many patch releases. */
    private static final int PATCHES = 40;

    /** Whether the project runs on this Python; of a minor version, on one of its patch releases. */
    boolean admits(String pythonVersion) {
        List<String> numbers = List.of(pythonVersion.split("\\.", -1));
        return numbers.size() > 2
                ? Version.tryParse(pythonVersion).filter(requires::contains).isPresent()
                : admittedPatches(pythonVersion).findAny().isPresent();
    }

    /**
     * The version that it needs where not any recent Python will do: the one minor or patch version that its files admit,
     * or the newest they admit where none of those still maintained is among them.
     */
    Optional<String> version(PythonReleases releases) {
        if (requires.isAny()) {
            return Optional.empty();
        }
        List<String> admitted = new ArrayList<>();
        for (int minor = 0; minor <= newestMinor(releases) + MINORS_TO_COME; minor++) {
            if (admits("3." + minor)) {
                admitted.add("3." + minor);
            }
        }
        if (admitted.isEmpty()) {
            return Optional.empty();
        }
        String newest = admitted.get(admitted.size() - 1);
        if (admitted.size() == 1) {
            List<Version> patches = admittedPatches(newest).limit(2).toList();
            return Optional.of(patches.size() == 1 ? patches.get(0).toString() : newest);
        }
        boolean maintained = admitted.stream().anyMatch(minor -> isMaintained(minor, releases));
        return maintained ? Optional.empty() : Optional.of(newest);
    }

    /** Whether a version still gets security fixes, or is newer than all that are known. */
    static boolean isMaintained(String pythonVersion, PythonReleases releases) {
        return releases.find(pythonVersion)
                .map(release -> release.status() != PythonRelease.Status.END_OF_LIFE)
                .orElseGet(() -> releases.all().isEmpty() || minorOf(pythonVersion) > newestMinor(releases));
    }

    private Stream<Version> admittedPatches(String minor) {
        return IntStream.range(0, PATCHES)
                .mapToObj(patch -> Version.tryParse(minor + "." + patch))
                .flatMap(Optional::stream)
                .filter(requires::contains);
    }

    private static int newestMinor(PythonReleases releases) {
        return releases.all().stream()
                .mapToInt(release -> minorOf(release.minor()))
                .max()
                .orElse(NEWEST_MINOR_AT_LEAST);
    }

    private static int minorOf(String pythonVersion) {
        return Version.tryParse(pythonVersion)
                .map(version -> version.minor().intValue())
                .orElse(0);
    }
}
