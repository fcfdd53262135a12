package org.specimen.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.specimen.python.PackageName;

/** Finds the names that a mistyped one may have meant. */
final class SimilarNames {

    private record Candidate(String name, int distance) {}

    /** Shorter names have a neighbour nearly always. */
    private static final int MIDDLING = 5;

    private static final int LONG = 7;

    private SimilarNames() {}

    /** Lower case with hyphens, of a name that need not be whole or valid. */
    static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
    }

    /**
     * The names that one slip, or in longer names two, makes of each other, nearest first, then in the order of
     * {@code names}. A short name has many neighbours by chance, and a rare package is often just another one: so only
     * what many people use is among them, and the more so the shorter the name and the more slips there are. The name
     * itself is not.
     *
     * @param names the most popular first
     */
    static List<PackageName> of(String name, List<String> names, int limit) {
        String wanted = normal(name);
        int allowed = wanted.length() < LONG ? 1 : 2;
        List<Candidate> candidates = new ArrayList<>();
        for (int rank = 0; rank < Math.min(names.size(), mostPopular(wanted, 1)); rank++) {
            String candidate = names.get(rank);
            if (Math.abs(candidate.length() - wanted.length()) <= allowed && !candidate.equals(wanted)) {
                int distance = distance(wanted, candidate, allowed);
                if (distance <= allowed && rank < mostPopular(wanted, distance)) {
                    candidates.add(new Candidate(candidate, distance));
                }
            }
        }
        // The sort is stable: equally near names stay in the order of their popularity.
        candidates.sort(Comparator.comparingInt(Candidate::distance));
        return candidates.stream()
                .limit(limit)
                .map(candidate -> new PackageName(candidate.name()))
                .toList();
    }

    /** How many of the most popular names are close enough by so many slips. */
    private static int mostPopular(String wanted, int slips) {
        if (wanted.length() < MIDDLING) {
            return 500;
        }
        return wanted.length() < LONG || slips > 1 ? 2_000 : 10_000;
    }

    /**
     * How many letters must be inserted, deleted, replaced, or swapped with their neighbour (Damerau-Levenshtein,
     * "optimal string alignment"). Anything over {@code most} may be reported as {@code most + 1}.
     */
    static int distance(String one, String other, int most) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] current = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            current[0] = row;
            int least = row;
            for (int column = 1; column <= other.length(); column++) {
                current[column] = step(one, other, row, column, beforeLast, last, current);
                least = Math.min(least, current[column]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[other.length()];
    }

    private static int step(
            String one, String other, int row, int column, int[] beforeLast, int[] last, int[] current) {
        char here = one.charAt(row - 1);
        char there = other.charAt(column - 1);
        int best = Math.min(current[column - 1], last[column]) + 1;
        best = Math.min(best, last[column - 1] + (here == there ? 0 : 1));
        boolean swapped = row > 1 && column > 1 && here == other.charAt(column - 2) && one.charAt(row - 2) == there;
        return swapped ? Math.min(best, beforeLast[column - 2] + 1) : best;
    }
}
