package org.specimen.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.specimen.python.Version;

/** The top-level modules that come with Python itself, by minor version; {@code 2.7} is among them. */
public final class StandardLibrary {

    private final Map<String, Set<String>> modulesByMinor;
    private final Set<String> ofAnyPythonThree;

    StandardLibrary(Map<String, Set<String>> modulesByMinor) {
        this.modulesByMinor = Map.copyOf(modulesByMinor);
        ofAnyPythonThree = modulesByMinor.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("3."))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a top-level module comes with a version of Python.
     *
     * @param minor such as {@code 3.12}; for a version not known here, any version's modules count
     */
    public boolean contains(String topLevelModule, String minor) {
        Set<String> modules = modulesByMinor.get(minor);
        return modules == null ? contains(topLevelModule) : modules.contains(topLevelModule);
    }

    /** The minor versions of Python 3 known here that a top-level module comes with, the oldest first. */
    public List<String> minorsWith(String topLevelModule) {
        return minors().stream()
                .filter(minor -> contains(topLevelModule, minor))
                .toList();
    }

    /** The minor versions of Python 3 that are known here, the oldest first. */
    public List<String> minors() {
        return modulesByMinor.keySet().stream()
                .filter(minor -> minor.startsWith("3."))
                .sorted(Comparator.comparing(Version::parse))
                .toList();
    }

    /** Whether a top-level module comes with any version of Python 3 known here. */
    public boolean contains(String topLevelModule) {
        return ofAnyPythonThree.contains(topLevelModule);
    }
}
