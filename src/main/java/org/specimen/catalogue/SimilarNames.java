package org.specimen.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.specimen.python.PackageName;

/** Finds the names that a mistyped one may have meant. */
final class SimilarNames {

    private record Candidate(String name, int distance) {}

    private SimilarNames() {}

    /** Lower case with hyphens, of a name that need not be whole or valid. */
    static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
    }

    /**
     * The names within a distance of one slip in short names and two in others, nearest first, then in the order of
     * {@code names}. The name itself is not among them.
     */
    static List<PackageName> of(String name, List<String> names, int limit) {
        String wanted = normal(name);
        int allowed = wanted.length() <= 4 ? 1 : 2;
        List<Candidate> candidates = new ArrayList<>();
        for (String candidate : names) {
            if (Math.abs(candidate.length() - wanted.length()) <= allowed && !candidate.equals(wanted)) {
                int distance = distance(wanted, candidate, allowed);
                if (distance <= allowed) {
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
