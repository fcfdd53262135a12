package org.specimen.project;

import java.util.Comparator;

/**
 * A place in the project that something was read from.
 *
 * @param file path relative to the project folder, with {@code /} between its parts
 * @param cell the notebook cell, counted from 1, or 0 where the file has no cells
 * @param line counted from 1 (in its cell, if there is one), or 0 for the file as a whole
 */
public record Evidence(String file, int cell, int line) implements Comparable<Evidence> {

    private static final Comparator<Evidence> ORDER = Comparator.comparing(Evidence::file)
            .thenComparingInt(Evidence::cell)
            .thenComparingInt(Evidence::line);

    public Evidence {
        if (file.isEmpty() || cell < 0 || line < 0) {
            throw new IllegalArgumentException("not a place in a project: " + file + ", " + cell + ", " + line);
        }
    }

    public static Evidence of(String file) {
        return new Evidence(file, 0, 0);
    }

    public static Evidence of(String file, int line) {
        return new Evidence(file, 0, line);
    }

    @Override
    public int compareTo(Evidence other) {
        return ORDER.compare(this, other);
    }

    /** For a person: {@code map.ipynb, cell 2, line 3}. */
    @Override
    public String toString() {
        return file + (cell > 0 ? ", cell " + cell : "") + (line > 0 ? ", line " + line : "");
    }
}
