package org.specimen.python;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a distribution in its normal form, so that {@code Scikit_Learn} and {@code scikit-learn} are equal.
 *
 * @param value lower case, runs of {@code -_.} as one hyphen (PEP 503, "Normalized Names")
 */
public record PackageName(String value) implements Comparable<PackageName> {

    /** PEP 508, "Names": ASCII letters and digits, with {@code -_.} inside only. */
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]");

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    /** @throws IllegalArgumentException if {@code value} is not a name in its normal form */
    public PackageName {
        if (!isNormal(value)) {
            throw new IllegalArgumentException("not a normalized package name: " + value);
        }
    }

    /**
     * Reads a name as a person writes it.
     *
     * @throws IllegalArgumentException if it is not a valid name by PEP 508
     */
    public static PackageName of(String text) {
        return tryOf(text).orElseThrow(() -> new IllegalArgumentException("not a package name: " + text));
    }

    /** Like {@link #of}, empty if the name is not valid. */
    public static Optional<PackageName> tryOf(String text) {
        if (isNormal(text)) {
            return Optional.of(new PackageName(text));
        }
        return VALID.matcher(text).matches() ? Optional.of(new PackageName(normalize(text))) : Optional.empty();
    }

    /** Whether a text is a valid name in its normal form; a look at each letter is soon done. */
    private static boolean isNormal(String text) {
        boolean behindLetter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letter && !(c == '-' && behindLetter)) {
                return false;
            }
            behindLetter = letter;
        }
        return behindLetter;
    }

    /** The normal form of any text, valid name or not (PEP 503, "Normalized Names"). */
    static String normalize(String name) {
        return SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(PackageName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
