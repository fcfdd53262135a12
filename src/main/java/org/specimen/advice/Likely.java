package org.specimen.advice;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the known words a person meant, for "did you mean". */
public final class Likely {

    /** Longer words are not compared: nobody mistypes a known one by that much. */
    private static final int LONGEST = 64;

    private static final int COMMON_BEGINNING = 4;

    private Likely() {}

    /**
     * The known word that is nearest to what was written, if one is near: a slip of the keys or two, or a part of it.
     *
     * @param known in the order that decides between equally near ones
     */
    public static Optional<String> of(String written, Collection<String> known) {
        String word = written.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<String> slip = known.stream()
                .filter(candidate -> slips(word, candidate) <= Math.max(1, candidate.length() / 3))
                .filter(candidate -> slips(word, candidate) < candidate.length())
                .min(Comparator.comparingInt(candidate -> slips(word, candidate)));
        return slip.or(() -> part(word, known));
    }

    private static Optional<String> part(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> (word.length() >= 3 && candidate.contains(word))
                        || (candidate.length() >= 3 && word.contains(candidate)))
                .findFirst()
                .or(() -> known.stream()
                        .filter(candidate -> beginAlike(word, candidate))
                        .findFirst());
    }

    /** {@code explore} for {@code exploration}. */
    private static boolean beginAlike(String word, String candidate) {
        return word.length() >= COMMON_BEGINNING && candidate.startsWith(word.substring(0, COMMON_BEGINNING));
    }

    /** Letters to insert, remove, change, or swap with their neighbour (the "optimal string alignment" distance). */
    private static int slips(String from, String to) {
        int[][] distance = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                    continue;
                }
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                int least = Math.min(distance[i - 1][j] + 1, distance[i][j - 1] + 1);
                least = Math.min(least, distance[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    least = Math.min(least, distance[i - 2][j - 2] + 1);
                }
                distance[i][j] = least;
            }
        }
        return distance[from.length()][to.length()];
    }
}
