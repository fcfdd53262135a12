package org.specimen.python;

/**
 * The character classes that Python's packaging tools mean, which are not those of {@link Character}.
 */
final class PythonText {

    private PythonText() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetterOrDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** White space as {@code str.strip} sees it: Unicode's, with the non-breaking ones and four separators of ASCII. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /** ASCII only, so that nothing but A to Z changes. */
    static char toLower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** What a person typed, short enough for a message and free of control characters. */
    static String quote(String text) {
        int shown = Math.min(text.length(), 80);
        StringBuilder out = new StringBuilder("'");
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append(shown < text.length() ? "…'" : "'").toString();
    }
}
