package org.specimen.plan;

/** Who installs a package. */
public enum PackageManager {
    CONDA("conda"),
    PIP("pip");

    private final String key;

    PackageManager(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
