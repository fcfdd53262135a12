package org.specimen.format;

import java.util.List;

/**
 * What a lock file fixes. Tools write such files, each in one shape, and they can be long: all but Pipfile.lock are read
 * line by line, in time that their length bounds, and a file that breaks off gives what comes before.
 */
public record LockedPackages(List<Locked> packages) {

    public LockedPackages {
        packages = List.copyOf(packages);
    }

    /**
     * A package at its version, as its tool writes both.
     *
     * @param conda whether conda installs it
     * @param line counted from 1; 0 if it is not known
     */
    public record Locked(String name, String version, boolean conda, int line) {}

    /** Reads poetry.lock, uv.lock, pdm.lock or pylock.toml (PEP 751), without the packages of the project itself. */
    public static LockedPackages toml(String text) {
        return new LockedPackages(TomlLock.read(text));
    }

    /** Reads conda-lock.yml. */
    public static LockedPackages condaLock(String text) {
        return new LockedPackages(YamlLock.condaLock(text));
    }

    /** Reads pixi.lock. */
    public static LockedPackages pixi(String text) {
        return new LockedPackages(YamlLock.pixi(text));
    }

    /** Reads what {@code conda list --explicit} and {@code conda-lock} write: an address a line behind {@code @EXPLICIT}. */
    public static LockedPackages explicit(String text) {
        return new LockedPackages(CondaAddress.explicit(text));
    }

    /**
     * Reads Pipfile.lock.
     *
     * @param file the file as the person knows it, for messages
     * @throws org.specimen.problem.BadInput with line and column if it is not JSON
     */
    public static LockedPackages pipfile(String file, String text) {
        return new LockedPackages(PipfileLock.read(file, text));
    }
}
