package org.specimen.python;

import java.util.List;

/**
 * The variables of environment markers (PEP 508, "Environment Markers"; for {@link #EXTRAS} and
 * {@link #DEPENDENCY_GROUPS} PEP 751, "packages.marker").
 */
public enum MarkerVariable implements Marker.Operand {
    PYTHON_VERSION("python_version"),
    PYTHON_FULL_VERSION("python_full_version"),
    OS_NAME("os_name", "os.name"),
    SYS_PLATFORM("sys_platform", "sys.platform"),
    PLATFORM_RELEASE("platform_release"),
    PLATFORM_SYSTEM("platform_system"),
    PLATFORM_VERSION("platform_version", "platform.version"),
    PLATFORM_MACHINE("platform_machine", "platform.machine"),
    PLATFORM_PYTHON_IMPLEMENTATION(
            "platform_python_implementation", "platform.python_implementation", "python_implementation"),
    IMPLEMENTATION_NAME("implementation_name"),
    IMPLEMENTATION_VERSION("implementation_version"),
    EXTRA("extra"),
    EXTRAS("extras"),
    DEPENDENCY_GROUPS("dependency_groups");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> spellings;

    MarkerVariable(String... spellings) {
        this.spellings = List.of(spellings);
    }

    /** How it may be written, the normal form first, then those of PEP 345 and of older setuptools. */
    List<String> spellings() {
        return spellings;
    }

    /** Whether values are compared as versions where both sides are versions (PEP 508, "Environment Markers"). */
    boolean isVersion() {
        return this == PYTHON_VERSION
                || this == PYTHON_FULL_VERSION
                || this == PLATFORM_RELEASE
                || this == IMPLEMENTATION_VERSION;
    }

    /** Whether its value is a set of names, of which a marker can ask for one. */
    boolean isSet() {
        return this == EXTRAS || this == DEPENDENCY_GROUPS;
    }

    /** Whether a literal beside it is the name of an extra or a group, thus normalized. */
    boolean holdsNames() {
        return this == EXTRA || isSet();
    }

    /** The variable as PEP 508 writes it. */
    @Override
    public String toString() {
        return spellings.get(0);
    }
}
