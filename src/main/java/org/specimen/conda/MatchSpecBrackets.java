package org.specimen.conda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The brackets of a {@link MatchSpec}: {@code key=value} with blanks or commas between them. A value stands in quotes, is
 * a list in brackets, or goes on to the next blank or comma. A quote closes only before a blank, a comma or the end, so
 * that {@code when='(python[version='>=3.10'])'} is one value, as conda reads it.
 */
final class MatchSpecBrackets {

    private final String text;
    private int position;

    private MatchSpecBrackets(String text) {
        this.text = text;
    }

    /**
     * @param text without the outer brackets
     * @throws IllegalArgumentException if it is malformed or names a key twice
     */
    static Map<String, String> parse(String text) {
        return new MatchSpecBrackets(text).parse();
    }

    private Map<String, String> parse() {
        Map<String, String> values = new LinkedHashMap<>();
        skipSeparators();
        while (position < text.length()) {
            String key = key();
            String value = value(key);
            if (value.isBlank()) {
                throw new IllegalArgumentException("the value of " + key + " is empty");
            }
            if (value.contains("][")) {
                throw new IllegalArgumentException("only one bracket section is allowed");
            }
            if (values.put(key, value) != null) {
                throw new IllegalArgumentException(key + " stands twice in the brackets");
            }
            skipSeparators();
        }
        return values;
    }

    private void skipSeparators() {
        while (position < text.length() && isSeparator(position)) {
            position++;
        }
    }

    private boolean isSeparator(int at) {
        return text.charAt(at) == ' ' || text.charAt(at) == ',';
    }

    private void skipBlanks() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }

    private String key() {
        int start = position;
        while (position < text.length() && isKeyCharacter(text.charAt(position))) {
            position++;
        }
        String key = text.substring(start, position);
        skipBlanks();
        char next = position < text.length() ? text.charAt(position) : ' ';
        // Conda still reads "[version<2]", which it once allowed by accident.
        if (key.equals("version") && "<>!~".indexOf(next) >= 0) {
            return key;
        }
        if (key.isEmpty() || next != '=') {
            throw new IllegalArgumentException(
                    "key=value is expected in the brackets at " + Excerpt.of(text.substring(start)));
        }
        position++;
        skipBlanks();
        return key;
    }

    private static boolean isKeyCharacter(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '_' || c == '-';
    }

    private String value(String key) {
        int start = position;
        char first = position < text.length() ? text.charAt(position) : ' ';
        if (first == '\'' || first == '"') {
            position++;
            while (position < text.length()) {
                boolean isClosing = text.charAt(position) == first
                        && text.charAt(position - 1) != '\\'
                        && (position + 1 == text.length() || isSeparator(position + 1));
                position++;
                if (isClosing) {
                    return text.substring(start + 1, position - 1);
                }
            }
            throw new IllegalArgumentException("the quote of " + key + " is not closed");
        }
        int depth = 0;
        while (position < text.length() && (depth > 0 || !isSeparator(position))) {
            depth += text.charAt(position) == '[' ? 1 : text.charAt(position) == ']' ? -1 : 0;
            position++;
            if (depth < 0) {
                throw new IllegalArgumentException("the brackets in " + key + " are not balanced");
            }
        }
        if (depth > 0) {
            throw new IllegalArgumentException("the brackets in " + key + " are not balanced");
        }
        return text.substring(start, position);
    }

    /** {@code [a, 'b']} or {@code a}; a comma may end it. */
    static List<String> list(String value) {
        boolean isList = value.startsWith("[") && value.endsWith("]") && value.length() > 1;
        String inner = isList ? value.substring(1, value.length() - 1) : value;
        if (inner.indexOf('[') >= 0 || inner.indexOf(']') >= 0) {
            throw new IllegalArgumentException("the brackets of a list are not balanced: " + Excerpt.of(value));
        }
        List<String> items = new ArrayList<>();
        String[] parts = inner.split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            String item = unquote(parts[i].strip());
            boolean isAfterLastComma = i > 0 && i == parts.length - 1;
            if (item.isEmpty() && !isAfterLastComma) {
                throw new IllegalArgumentException("a list has an empty item: " + Excerpt.of(value));
            }
            if (!item.isEmpty()) {
                items.add(item);
            }
        }
        return items;
    }

    private static String unquote(String item) {
        boolean isQuoted = item.length() > 1
                && (item.charAt(0) == '\'' || item.charAt(0) == '"')
                && item.charAt(item.length() - 1) == item.charAt(0);
        return isQuoted ? item.substring(1, item.length() - 1) : item;
    }
}
