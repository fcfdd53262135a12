package org.specimen.format;

import java.util.Locale;
import java.util.Optional;

/** The values of Python's string literals (Python language reference, "String and Bytes literals"). */
final class StringLiteral {

    private StringLiteral() {}

    /**
     * The value of a literal.
     *
     * @param literal with prefix and quotes
     * @return empty for bytes
     */
    static Optional<String> value(String literal) {
        int quote = 0;
        while (quote < literal.length() && literal.charAt(quote) != '"' && literal.charAt(quote) != '\'') {
            quote++;
        }
        String prefix = literal.substring(0, quote).toLowerCase(Locale.ROOT);
        if (prefix.contains("b")) {
            return Optional.empty();
        }
        String quoted = literal.substring(quote);
        int width = quoted.startsWith("\"\"\"") || quoted.startsWith("'''") ? 3 : 1;
        if (quoted.length() < 2 * width) {
            return Optional.empty();
        }
        String body = quoted.substring(width, quoted.length() - width);
        return Optional.of(prefix.contains("r") || body.indexOf('\\') < 0 ? body : unescape(body));
    }

    private static String unescape(String body) {
        StringBuilder value = new StringBuilder(body.length());
        int at = 0;
        while (at < body.length()) {
            char c = body.charAt(at++);
            if (c != '\\' || at == body.length()) {
                value.append(c);
                continue;
            }
            char escape = body.charAt(at++);
            switch (escape) {
                case '\r' -> at += at < body.length() && body.charAt(at) == '\n' ? 1 : 0;
                case '\n' -> {}
                case '\\', '\'', '"' -> value.append(escape);
                case 'a' -> value.append('\u0007');
                case 'b' -> value.append('\b');
                case 'f' -> value.append('\f');
                case 'n' -> value.append('\n');
                case 'r' -> value.append('\r');
                case 't' -> value.append('\t');
                case 'v' -> value.append('\u000B');
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    int end = at;
                    while (end < body.length() && end < at + 2 && Character.digit(body.charAt(end), 8) >= 0) {
                        end++;
                    }
                    value.append((char) Integer.parseInt(body, at - 1, end, 8));
                    at = end;
                }
                case 'x' -> at = appendHex(value, body, at, 2, escape);
                case 'u' -> at = appendHex(value, body, at, 4, escape);
                case 'U' -> at = appendHex(value, body, at, 8, escape);
                default -> value.append('\\').append(escape);
            }
        }
        return value.toString();
    }

    private static int appendHex(StringBuilder value, String body, int at, int digits, char escape) {
        int end = at + digits;
        if (end <= body.length() && body.substring(at, end).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            long character = Long.parseLong(body, at, end, 16);
            if (character <= Character.MAX_CODE_POINT) {
                value.appendCodePoint((int) character);
                return end;
            }
        }
        value.append('\\').append(escape);
        return at;
    }
}
