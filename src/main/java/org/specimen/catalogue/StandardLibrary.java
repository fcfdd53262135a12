package org.specimen.catalogue;

import java.util.Map;
import java.util.Set;

/** The top-level modules that come with Python itself, by minor version; {@code 2.7} is among them. */
public final class StandardLibrary {

    private final Map<String, Set<String>> modulesByMinor;

    StandardLibrary(Map<String, Set<String>> modulesByMinor) {
        this.modulesByMinor = Map.copyOf(modulesByMinor);
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

    /** Whether a top-level module comes with any version of Python 3 known here. */
    public boolean contains(String topLevelModule) {
        return modulesByMinor.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().startsWith("3.") && entry.getValue().contains(topLevelModule));
    }
}
