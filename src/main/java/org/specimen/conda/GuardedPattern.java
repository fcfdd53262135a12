package org.specimen.conda;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression from outside, in any case, with a bound on what it may cost: its length, the length of the text, and how often
 * it may look at a character. Without the last, {@code ^(a+)+$} would run for years on forty characters.
 */
public final class GuardedPattern {

    private static final int MAX_PATTERN_LENGTH = 500;
    private static final int MAX_TEXT_LENGTH = 1000;
    private static final int MAX_STEPS = 100_000;

    private final Pattern pattern;

    private GuardedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException if it is not a regular expression, or longer than 500 characters
     */
    public static GuardedPattern compile(String expression) {
        if (expression.length() > MAX_PATTERN_LENGTH) {
            throw new IllegalArgumentException("the regular expression " + Excerpt.of(expression) + " is longer than "
                    + MAX_PATTERN_LENGTH + " characters");
        }
        try {
            return new GuardedPattern(Pattern.compile(expression, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "not a regular expression: " + Excerpt.of(expression) + " (" + e.getDescription() + ")", e);
        }
    }

    /**
     * Whether the expression matches from the start of the text.
     *
     * @throws IllegalArgumentException if it needs more than 100,000 steps, or the text is longer than 1,000 characters
     */
    public boolean matches(String text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            throw new IllegalArgumentException("too long for a regular expression: " + Excerpt.of(text));
        }
        return pattern.matcher(new CountedText(text, new Budget(), pattern)).lookingAt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GuardedPattern that && pattern.pattern().equals(that.pattern.pattern());
    }

    @Override
    public int hashCode() {
        return pattern.pattern().hashCode();
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }

    /** What is left to spend on one match. */
    private static final class Budget {
        private int steps = MAX_STEPS;
    }

    /** Counts the looks at its characters; its parts draw on the same budget. */
    private record CountedText(CharSequence text, Budget budget, Pattern pattern) implements CharSequence {
        @Override
        public char charAt(int index) {
            budget.steps--;
            if (budget.steps < 0) {
                throw new IllegalArgumentException("the regular expression " + Excerpt.of(pattern.pattern())
                        + " takes too many steps; write it with fewer repetitions");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.subSequence(start, end), budget, pattern);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
