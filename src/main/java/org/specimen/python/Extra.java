package org.specimen.python;

/**
 * The name of an extra, or of a dependency group, in its normal form (PEP 685, "Specification"; PEP 735).
 *
 * @param value lower case, runs of {@code -_.} as one hyphen
 */
public record Extra(String value) implements Comparable<Extra> {

    /** @throws IllegalArgumentException if {@code value} is not a name in its normal form */
    public Extra {
        if (!PackageName.tryOf(value)
                .map(PackageName::value)
                .filter(value::equals)
                .isPresent()) {
            throw new IllegalArgumentException("not a normalized name of an extra: " + PythonText.quote(value));
        }
    }

    /**
     * Reads a name as a person writes it.
     *
     * @throws IllegalArgumentException if it is not a valid name (PEP 508, "Names")
     */
    public static Extra of(String text) {
        return PackageName.tryOf(text)
                .map(name -> new Extra(name.value()))
                .orElseThrow(() -> new IllegalArgumentException("not the name of an extra: " + PythonText.quote(text)));
    }

    @Override
    public int compareTo(Extra other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
