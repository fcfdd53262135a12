package org.specimen.conda;

/**
 * What a text field of a package must be: exactly a text, a glob with {@code *}, or a regular expression between
 * {@code ^} and {@code $} (conda documentation, "Package match specifications"; CEP 29). Upper and
 * lower case are the same.
 */
public sealed interface StringMatch {

    /** Matches everything. */
    static StringMatch any() {
        return Glob.ALL;
    }

    /**
     * Reads a match: {@code ^…$} is a regular expression, a text with {@code *} a glob, any other text itself.
     *
     * @throws IllegalArgumentException if the regular expression is not one or too long
     */
    static StringMatch parse(String text) {
        if (text.startsWith("^") && text.endsWith("$")) {
            return new Expression(GuardedPattern.compile(text));
        }
        return text.indexOf('*') >= 0 ? new Glob(text) : new Exact(text);
    }

    /**
     * Whether a text is met.
     *
     * @throws IllegalArgumentException if a regular expression needs too many steps on {@code text}
     */
    boolean matches(String text);

    /** Whether every text matches. */
    default boolean matchesAll() {
        return this instanceof Glob glob && glob.pattern().equals("*");
    }

    /** The text itself. */
    record Exact(String value) implements StringMatch {
        @Override
        public boolean matches(String text) {
            return value.equalsIgnoreCase(text);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** {@code *} stands for any characters, none too; all other characters for themselves. */
    record Glob(String pattern) implements StringMatch {

        private static final Glob ALL = new Glob("*");

        @Override
        public boolean matches(String text) {
            int inPattern = 0;
            int inText = 0;
            int afterStar = -1;
            int retry = 0;
            while (inText < text.length()) {
                if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                    afterStar = ++inPattern;
                    retry = inText;
                } else if (inPattern < pattern.length() && isSame(pattern.charAt(inPattern), text.charAt(inText))) {
                    inPattern++;
                    inText++;
                } else if (afterStar >= 0) {
                    inPattern = afterStar;
                    inText = ++retry;
                } else {
                    return false;
                }
            }
            while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                inPattern++;
            }
            return inPattern == pattern.length();
        }

        private static boolean isSame(char left, char right) {
            return Character.toLowerCase(left) == Character.toLowerCase(right);
        }

        @Override
        public String toString() {
            return pattern;
        }
    }

    /** A regular expression from {@code ^} to {@code $}, with a bound on its work. */
    record Expression(GuardedPattern pattern) implements StringMatch {
        @Override
        public boolean matches(String text) {
            return pattern.matches(text);
        }

        @Override
        public String toString() {
            return pattern.toString();
        }
    }
}
