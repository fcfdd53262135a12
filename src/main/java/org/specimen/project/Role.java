package org.specimen.project;

import java.util.Arrays;
import java.util.Optional;

/** What the project needs a package for. */
public enum Role {
    /** The analysis does not run without it. */
    RUNTIME("runtime"),
    /** The code copes when it is missing: its import stands in {@code try}, or an extra names it. */
    OPTIONAL("optional"),
    /** Only tests, linting, documentation or building need it. */
    DEVELOPMENT("development");

    private final String key;

    Role(String key) {
        this.key = key;
    }

    /** The role with this {@link #key()}. */
    public static Optional<Role> ofKey(String key) {
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }

    /** As it stands in JSON and in specimen.yml. */
    public String key() {
        return key;
    }
}
