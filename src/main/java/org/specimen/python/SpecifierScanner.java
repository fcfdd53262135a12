package org.specimen.python;

import org.jspecify.annotations.Nullable;

/**
 * Reads the longest version specifier at a place in a text (PEP 440, "Version specifiers"; PEP 508, "Grammar").
 *
 * <p>What was read is in the fields; a specifier is there if {@link #scan} says so.
 */
final class SpecifierScanner {

    private final String text;
    private int position;

    Specifier.Operator operator = Specifier.Operator.EQUAL;
    /** The version as written, {@code .*} included. */
    String version = "";
    /** What the version means; null for {@code ===}. */
    @Nullable
    Version parsed;
    /** Whether the version ends in {@code .*}. */
    boolean prefix;

    SpecifierScanner(String text, int start) {
        this.text = text;
        this.position = start;
    }

    /** Where the specifier ends. */
    int position() {
        return position;
    }

    /**
     * @return whether there is a specifier
     * @throws IllegalArgumentException if a number is too long to be read
     */
    boolean scan() {
        Specifier.Operator found = operatorAt(position);
        if (found == null) {
            return false;
        }
        operator = found;
        int start = position + found.toString().length();
        while (start < text.length() && PythonText.isSpace(text.charAt(start))) {
            start++;
        }
        int end = found == Specifier.Operator.IDENTICAL ? endOfWord(start) : endOfVersion(start);
        if (end < 0) {
            return false;
        }
        version = text.substring(start, end);
        position = end;
        return true;
    }

    private Specifier.@Nullable Operator operatorAt(int index) {
        for (Specifier.Operator candidate : Specifier.Operator.LONGEST_FIRST) {
            if (text.startsWith(candidate.toString(), index)) {
                return candidate;
            }
        }
        return null;
    }

    private int endOfWord(int start) {
        int end = start;
        while (end < text.length()
                && !PythonText.isSpace(text.charAt(end))
                && text.charAt(end) != ';'
                && text.charAt(end) != ')') {
            end++;
        }
        return end;
    }

    private int endOfVersion(int start) {
        VersionScanner scanner = new VersionScanner(text, start);
        if (!scanner.scan()) {
            return -1;
        }
        if (operator == Specifier.Operator.COMPATIBLE && scanner.release.size() < 2) {
            return -1;
        }
        if (operator == Specifier.Operator.EQUAL || operator == Specifier.Operator.NOT_EQUAL) {
            prefix = scanner.releaseOnly && text.startsWith(".*", scanner.position());
            if (!prefix) {
                scanner.scanLocal();
            }
        }
        parsed = Version.of(scanner);
        return scanner.position() + (prefix ? 2 : 0);
    }
}
