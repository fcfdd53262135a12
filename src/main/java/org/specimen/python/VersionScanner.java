package org.specimen.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the longest version at a place in a text (PEP 440, "Appendix B"), in one pass and without going back.
 *
 * <p>Letters may be of either case; digits and letters are ASCII only. What was read is in the fields; a version is
 * there if {@link #scan} says so.
 */
final class VersionScanner {

    /** CPython converts no longer run of digits to a number, so no index can hold one. */
    static final int MAX_DIGITS = 4300;

    private static final List<String> PRE_RELEASES = List.of("alpha", "a", "beta", "b", "preview", "pre", "c", "rc");
    private static final List<String> POST_RELEASES = List.of("post", "rev", "r");
    private static final List<String> DEV_RELEASES = List.of("dev");

    private final String text;
    private int position;

    BigInteger epoch = BigInteger.ZERO;
    final List<BigInteger> release = new ArrayList<>();
    Version.@Nullable PreRelease pre;

    @Nullable
    BigInteger post;

    @Nullable
    BigInteger dev;

    @Nullable
    String local;
    /** Whether epoch and release are all that was read. */
    boolean releaseOnly;

    VersionScanner(String text, int start) {
        this.text = text;
        this.position = start;
    }

    /** Where the version ends. */
    int position() {
        return position;
    }

    /**
     * Reads all but the local label.
     *
     * @return whether there is a version
     * @throws IllegalArgumentException if a number has more than {@link #MAX_DIGITS} digits
     */
    boolean scan() {
        if (!scanRelease()) {
            return false;
        }
        int afterRelease = position;
        scanPre();
        scanPost();
        String devLetters = letters(DEV_RELEASES);
        if (devLetters != null) {
            dev = numberAfterSeparator();
        }
        releaseOnly = position == afterRelease;
        return true;
    }

    private boolean scanRelease() {
        int start = position;
        if (position < text.length() && PythonText.toLower(text.charAt(position)) == 'v') {
            position++;
        }
        if (!atDigit(position)) {
            position = start;
            return false;
        }
        BigInteger first = number();
        if (position < text.length() && text.charAt(position) == '!' && atDigit(position + 1)) {
            position++;
            epoch = first;
            first = number();
        }
        release.add(first);
        while (position < text.length() && text.charAt(position) == '.' && atDigit(position + 1)) {
            position++;
            release.add(number());
        }
        return true;
    }

    private void scanPre() {
        String letters = letters(PRE_RELEASES);
        if (letters != null) {
            Version.Phase phase = switch (letters) {
                case "a", "alpha" -> Version.Phase.ALPHA;
                case "b", "beta" -> Version.Phase.BETA;
                default -> Version.Phase.CANDIDATE;
            };
            pre = new Version.PreRelease(phase, numberAfterSeparator());
        }
    }

    private void scanPost() {
        // PEP 440, "Implicit post releases": 1.0-1.
        if (position < text.length() && text.charAt(position) == '-' && atDigit(position + 1)) {
            position++;
            post = number();
        } else if (letters(POST_RELEASES) != null) {
            post = numberAfterSeparator();
        }
    }

    /** Reads {@code +label}, if there is one. */
    void scanLocal() {
        if (position >= text.length() || text.charAt(position) != '+') {
            return;
        }
        int end = localEnd(position);
        if (end > position) {
            local = text.substring(position + 1, end)
                    .toLowerCase(Locale.ROOT)
                    .replace('-', '.')
                    .replace('_', '.');
            position = end;
        }
    }

    private int localEnd(int plus) {
        int end = plus;
        int next = plus + 1;
        while (next < text.length() && PythonText.isLetterOrDigit(text.charAt(next))) {
            while (next < text.length() && PythonText.isLetterOrDigit(text.charAt(next))) {
                next++;
            }
            end = next;
            if (next < text.length() && isSeparator(text.charAt(next))) {
                next++;
            }
        }
        return end;
    }

    /** Reads an optional separator and one of the words, or nothing. */
    private @Nullable String letters(List<String> words) {
        int start = position < text.length() && isSeparator(text.charAt(position)) ? position + 1 : position;
        for (String word : words) {
            if (text.regionMatches(true, start, word, 0, word.length()) && isAscii(start, word.length())) {
                position = start + word.length();
                return word;
            }
        }
        return null;
    }

    /** {@link String#regionMatches} takes the long s for an s. */
    private boolean isAscii(int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private BigInteger numberAfterSeparator() {
        if (position < text.length() && isSeparator(text.charAt(position))) {
            position++;
        }
        return atDigit(position) ? number() : BigInteger.ZERO;
    }

    private BigInteger number() {
        int start = position;
        while (atDigit(position)) {
            position++;
        }
        if (position - start > MAX_DIGITS) {
            throw new IllegalArgumentException("a number of a version has " + (position - start)
                    + " digits, more than the " + MAX_DIGITS + " that Python reads");
        }
        return position - start < 18
                ? BigInteger.valueOf(Long.parseLong(text, start, position, 10))
                : new BigInteger(text.substring(start, position));
    }

    private boolean atDigit(int index) {
        return index < text.length() && PythonText.isDigit(text.charAt(index));
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-' || c == '_';
    }
}
