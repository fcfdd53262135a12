package org.specimen.python;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version as a string whose natural order is the order of versions (PEP 440, "Summary of permitted suffixes and
 * relative ordering").
 *
 * <p>A number is its count of digits as one character, then its digits, so that 9 stands before 10. The parts follow
 * each other from the most to the least significant, thus versions that agree in their first parts share a prefix; the
 * lengths of those prefixes are kept.
 *
 * @param text the whole key
 * @param preEnd the length of the prefix for epoch, release and pre-release
 * @param publicEnd the length of the prefix for all but the local label
 */
record VersionKey(String text, int preEnd, int publicEnd) {

    private static final char END = 0;
    private static final char DEV_OF_NO_PHASE = 1;
    private static final char NO_PHASE = 'z';
    private static final char NO_POST = 1;
    private static final char POST = 2;
    private static final char DEV = 1;
    private static final char NO_DEV = 2;
    private static final char WORD = 1;
    private static final char NUMBER = 2;

    static VersionKey of(
            BigInteger epoch,
            List<BigInteger> release,
            Version.@Nullable PreRelease pre,
            @Nullable BigInteger post,
            @Nullable BigInteger dev,
            @Nullable String local) {
        StringBuilder key = new StringBuilder(24);
        number(key, epoch);
        int significant = release.size();
        while (significant > 0 && release.get(significant - 1).signum() == 0) {
            significant--;
        }
        for (BigInteger part : release.subList(0, significant)) {
            number(key, part);
        }
        key.append(END);
        if (pre != null) {
            // a, b and r stand in the order of the phases, between the two that mean none.
            key.append(pre.phase().toString().charAt(0));
            number(key, pre.number());
        } else {
            key.append(post == null && dev != null ? DEV_OF_NO_PHASE : NO_PHASE);
        }
        int preEnd = key.length();
        optional(key, post, POST, NO_POST);
        optional(key, dev, DEV, NO_DEV);
        int publicEnd = key.length();
        if (local != null) {
            local(key, local);
        }
        return new VersionKey(key.toString(), preEnd, publicEnd);
    }

    private static void optional(StringBuilder key, @Nullable BigInteger number, char present, char absent) {
        if (number == null) {
            key.append(absent);
        } else {
            key.append(present);
            number(key, number);
        }
    }

    private static void number(StringBuilder key, BigInteger number) {
        String digits = number.bitLength() < Long.SIZE ? Long.toString(number.longValue()) : number.toString();
        key.append((char) digits.length()).append(digits);
    }

    /** PEP 440, "Local version identifiers": numbers stand above words, and more segments above fewer. */
    private static void local(StringBuilder key, String local) {
        for (String segment : local.split("\\.", -1)) {
            if (segment.chars().allMatch(c -> PythonText.isDigit((char) c))) {
                key.append(NUMBER).append((char) segment.length()).append(segment);
            } else {
                key.append(WORD).append(segment).append(END);
            }
        }
    }
}
