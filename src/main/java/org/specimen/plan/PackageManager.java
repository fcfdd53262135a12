package org.specimen.plan;

import java.util.Arrays;
import java.util.Optional;

/** Who installs a package. */
public enum PackageManager {
    CONDA("conda"),
    PIP("pip");

    private final String key;

    PackageManager(String key) {
        this.key = key;
    }

    /** The package manager with this {@link #key()}. */
    static Optional<PackageManager> ofKey(String key) {
        return Arrays.stream(values())
                .filter(manager -> manager.key.equals(key))
                .findFirst();
    }

    public String key() {
        return key;
    }
}
