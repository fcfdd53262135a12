package org.specimen.format;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One pattern of a .dockerignore file.
 *
 * @param text without the exclamation mark
 * @param exception whether it had one
 */
record DockerPattern(String text, boolean exception, Pattern expression) {

    private static final String WITHIN_NAME = "[^/]";

    /** @throws IllegalArgumentException if it is malformed (Go, {@code path.Match}) */
    static DockerPattern of(String text, boolean exception) {
        try {
            return new DockerPattern(text, exception, Pattern.compile(expression(text), Pattern.DOTALL));
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException("malformed", malformed);
        }
    }

    boolean fits(String path) {
        return expression.matcher(path).matches();
    }

    private static String expression(String text) {
        String rest = text.startsWith("**") ? text.substring(2) : text;
        // Docker takes two asterisks at the start, before plain text, for any start, and not only for folders.
        if (text.startsWith("**") && rest.chars().noneMatch(character -> "*?[]\\".indexOf(character) >= 0)) {
            return rest.startsWith("/") ? "(.*/)?" + Pattern.quote(rest.substring(1)) : ".*" + Pattern.quote(rest);
        }
        StringBuilder expression = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (text.startsWith("**", at)) {
                at += text.startsWith("**/", at) ? 3 : 2;
                expression.append(at == text.length() ? ".*" : "(.*/)?");
                continue;
            } else if (character == '*') {
                expression.append(WITHIN_NAME).append('*');
            } else if (character == '?') {
                expression.append(WITHIN_NAME);
            } else if (character == '[') {
                at = appendSet(text, at, expression);
                continue;
            } else {
                at += character == '\\' ? 1 : 0;
                if (at == text.length()) {
                    throw new IllegalArgumentException("nothing behind the backslash");
                }
                character = text.codePointAt(at);
                expression.append(Pattern.quote(Character.toString(character)));
            }
            at += Character.charCount(character);
        }
        return expression.toString();
    }

    /** A set of characters: ranges, single ones, a caret in front for all others; never empty. */
    private static int appendSet(String text, int open, StringBuilder expression) {
        int at = open + 1;
        expression.append('[');
        if (text.startsWith("^", at)) {
            expression.append('^');
            at++;
        }
        boolean empty = true;
        while (empty || !text.startsWith("]", at)) {
            at = appendMember(text, at, expression);
            if (text.startsWith("-", at)) {
                expression.append('-');
                at = appendMember(text, at + 1, expression);
            }
            empty = false;
        }
        expression.append(']');
        return at + 1;
    }

    private static int appendMember(String text, int start, StringBuilder expression) {
        int at = text.startsWith("\\", start) ? start + 1 : start;
        boolean escaped = at > start;
        if (at >= text.length() || (!escaped && "]-".indexOf(text.charAt(at)) >= 0)) {
            throw new IllegalArgumentException("a set of characters has no end");
        }
        int character = text.codePointAt(at);
        expression.append("\\x{").append(Integer.toHexString(character)).append('}');
        return at + Character.charCount(character);
    }
}
