package org.specimen.project;

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

    /** As it stands in JSON and in specimen.yml. */
    public String key() {
        return key;
    }
}
