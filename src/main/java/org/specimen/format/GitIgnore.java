package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A .gitignore file, as far as it tells of the files that lie beside it (git documentation, "gitignore"). */
public final class GitIgnore {

    private record Rule(Pattern name, boolean ignores) {}

    private final List<Rule> rules = new ArrayList<>();

    private GitIgnore() {}

    /** Nothing is refused: git passes over what it does not understand. */
    public static GitIgnore parse(String text) {
        GitIgnore parsed = new GitIgnore();
        text.lines().forEach(parsed::add);
        return parsed;
    }

    /**
     * Whether git leaves a file out; the last pattern that fits it decides.
     *
     * @param name of a file in the same folder
     */
    public boolean ignores(String name) {
        boolean ignored = false;
        for (Rule rule : rules) {
            if (rule.name().matcher(name).matches()) {
                ignored = rule.ignores();
            }
        }
        return ignored;
    }

    private void add(String line) {
        String pattern = line.replaceAll("(?<!\\\\)[ \t]+$", "");
        boolean isException = pattern.startsWith("!");
        pattern = isException ? pattern.substring(1) : pattern;
        if (pattern.isEmpty() || pattern.startsWith("#")) {
            return;
        }
        while (pattern.startsWith("**/")) {
            pattern = pattern.substring(3);
        }
        pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        // A slash at the end means folders alone, and one in the middle what lies in folders.
        if (pattern.indexOf('/') < 0) {
            rules.add(new Rule(Pattern.compile(expression(pattern), Pattern.DOTALL), !isException));
        }
    }

    private static String expression(String pattern) {
        StringBuilder expression = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char character = pattern.charAt(at);
            int end = character == '[' ? pattern.indexOf(']', at + 2) : -1;
            if (character == '*') {
                expression.append(".*");
            } else if (character == '?') {
                expression.append('.');
            } else if (end > 0) {
                expression.append(set(pattern.substring(at + 1, end)));
                at = end;
            } else {
                boolean isEscape = character == '\\' && at + 1 < pattern.length();
                at += isEscape ? 1 : 0;
                expression.append(Pattern.quote(String.valueOf(pattern.charAt(at))));
            }
        }
        return expression.toString();
    }

    /** What stands between brackets; a range keeps its hyphen. */
    private static String set(String within) {
        boolean isOthers = within.startsWith("!") || within.startsWith("^");
        String characters = (isOthers ? within.substring(1) : within).replaceAll("[\\\\\\[\\]^&]", "\\\\$0");
        return (isOthers ? "[^" : "[") + characters + "]";
    }
}
