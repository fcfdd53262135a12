package org.specimen.python;

/**
 * Python's string literals, which markers borrow (PEP 508, "Grammar": python_str; Python Language Reference, "String
 * and Bytes literals").
 */
final class PythonString {

    private static final String SIMPLE_ESCAPES = "\\'\"abfnrtv";
    private static final String SIMPLE_VALUES = "\\'\"\u0007\b\f\n\r\t\u000b";

    private final String text;
    private int position;
    private final StringBuilder value = new StringBuilder();

    private PythonString(String text) {
        this.text = text;
    }

    /**
     * What a literal means.
     *
     * @param content what stands between the quotes
     * @throws IllegalArgumentException if Python would not read it
     */
    static String decode(String content) {
        return new PythonString(content).decode();
    }

    private String decode() {
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '\n' || c == '\r' || c == 0) {
                throw new IllegalArgumentException("a line break or NUL inside the quotes");
            }
            if (c == '\\') {
                escape();
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private void escape() {
        if (position == text.length()) {
            throw new IllegalArgumentException("a backslash before the closing quote");
        }
        char c = text.charAt(position++);
        int simple = SIMPLE_ESCAPES.indexOf(c);
        if (simple >= 0) {
            value.append(SIMPLE_VALUES.charAt(simple));
        } else if (c >= '0' && c <= '7') {
            octal();
        } else {
            switch (c) {
                case 'x' -> hexadecimal(2);
                case 'u' -> hexadecimal(4);
                case 'U' -> hexadecimal(8);
                case 'N' -> named();
                case '\n' -> {}
                default -> value.append('\\').append(c);
            }
        }
    }

    private void octal() {
        int start = --position;
        while (position < text.length()
                && position < start + 3
                && text.charAt(position) >= '0'
                && text.charAt(position) <= '7') {
            position++;
        }
        value.appendCodePoint(Integer.parseInt(text, start, position, 8));
    }

    private void hexadecimal(int digits) {
        int end = position + digits;
        boolean complete = end <= text.length()
                && text.substring(position, end).chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        if (!complete) {
            throw new IllegalArgumentException("an escape with fewer than " + digits + " hexadecimal digits");
        }
        long codePoint = Long.parseLong(text, position, end, 16);
        if (codePoint > Character.MAX_CODE_POINT) {
            throw new IllegalArgumentException("an escape beyond the last character of Unicode");
        }
        value.appendCodePoint((int) codePoint);
        position = end;
    }

    private void named() {
        int end = position < text.length() && text.charAt(position) == '{' ? text.indexOf('}', position) : -1;
        if (end < 0) {
            throw new IllegalArgumentException("an escape \\N without a name in braces");
        }
        value.appendCodePoint(Character.codePointOf(text.substring(position + 1, end)));
        position = end + 1;
    }

    /** A literal that means the text: in double quotes, if it holds none. */
    static String quote(String value) {
        char quote = value.indexOf('"') >= 0 && value.indexOf('\'') < 0 ? '\'' : '"';
        StringBuilder literal = new StringBuilder().append(quote);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                literal.append("\\\\");
            } else if (c == quote || c < ' ') {
                // A marker ends its texts at the first such quote, so \" would not do.
                literal.append(String.format("\\x%02x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append(quote).toString();
    }
}
