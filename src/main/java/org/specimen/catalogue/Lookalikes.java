package org.specimen.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.specimen.python.PackageName;

/**
 * Finds the well-known name that a rare one looks like: a slip of the keys, or a trap that was laid for those who slip.
 * The two differ by one letter (inserted, left out, replaced, or swapped with its neighbour), by hyphens, or by the order
 * of their words. More slips than one would take in names of packages that have nothing to do with each other.
 */
final class Lookalikes {

    /** How much more popular the other must be, where both are known: how often its rank goes into this one's. */
    private static final int RATIO = 200;

    private static final int SHORTEST = 4;

    private Lookalikes() {}

    /**
     * The most popular name that it looks like.
     *
     * @param rank its own by downloads, empty if it is rarer than all that have one
     * @param names the most popular first
     */
    static Optional<PackageName> of(String name, OptionalInt rank, List<String> names) {
        int most = Math.min(names.size(), rank.isPresent() ? rank.getAsInt() / RATIO : mostPopular(name));
        return names.stream()
                .limit(most)
                .filter(other -> !other.equals(name) && isLike(name, other))
                .findFirst()
                .map(PackageName::new);
    }

    /** A short name has neighbours by chance, so that only what nearly everybody uses counts. */
    private static int mostPopular(String name) {
        return switch (name.length()) {
            case 1, 2, 3 -> 0;
            case SHORTEST -> 200;
            case SHORTEST + 1, SHORTEST + 2 -> 1_000;
            default -> 3_000;
        };
    }

    private static boolean isLike(String name, String other) {
        boolean oneSlip = Math.abs(name.length() - other.length()) <= 1 && SimilarNames.distance(name, other, 1) <= 1;
        return oneSlip
                || (name.length() >= SHORTEST && letters(name).equals(letters(other)))
                || hasSameWords(name, other);
    }

    private static String letters(String name) {
        return name.replace("-", "");
    }

    private static boolean hasSameWords(String name, String other) {
        return name.length() == other.length()
                && name.indexOf('-') > 0
                && Arrays.equals(sortedWords(name), sortedWords(other));
    }

    private static String[] sortedWords(String name) {
        String[] words = name.split("-", -1);
        Arrays.sort(words);
        return words;
    }
}
