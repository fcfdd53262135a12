package org.specimen.catalogue;

import java.util.Arrays;
import java.util.Optional;

/**
 * A module that no distribution of PyPI provides, or whose namesake there is another project.
 *
 * @param importName dotted
 * @param from who has it: a program's name, a package's, or an address
 */
public record Elsewhere(String importName, Kind kind, String from) {

    /** How one comes by it. */
    public enum Kind {
        /** It lives inside a program, which must be there. */
        HOST("host"),
        /** A package of conda-forge or bioconda. */
        CONDA("conda"),
        /** Installed from its source. */
        REPOSITORY("repository"),
        /** Offered by its makers only. */
        OWN("own");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** As it stands in JSON and in the table. */
        public String key() {
            return key;
        }

        static Optional<Kind> ofKey(String key) {
            return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
        }
    }

    /** For a person, behind "comes from": {@code conda-forge, as paraview}. */
    public String place() {
        return switch (kind) {
            case HOST -> from + ", inside of which it runs";
            case CONDA -> "conda, as " + from;
            case REPOSITORY, OWN -> from;
        };
    }
}
