package org.specimen.conda;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of {@code when} in a {@link MatchSpec}: specifications joined by {@code and} and {@code or}, with parentheses
 * (conda documentation, "Package match specifications", {@code when}). It is checked here and kept as text; a solver is
 * to weigh it.
 */
final class MatchCondition {

    private MatchCondition() {}

    /**
     * The condition, with the quotes inside it as they are meant.
     *
     * @throws IllegalArgumentException if it is not one, or has a condition itself
     */
    static String require(String text) {
        String condition = text.replace("\\\"", "\"").replace("\\'", "'").strip();
        for (String operand : operands(condition)) {
            new MatchSpecParser(operand, true).parse();
        }
        return condition;
    }

    private static List<String> operands(String condition) {
        List<String> operands = new ArrayList<>();
        int parentheses = 0;
        int brackets = 0;
        int start = 0;
        for (int i = 0; i < condition.length() && parentheses >= 0 && brackets >= 0; i++) {
            char c = condition.charAt(i);
            brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (brackets == 0) {
                parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
                int word = condition.startsWith(" and ", i) ? 5 : condition.startsWith(" or ", i) ? 4 : 0;
                if (word > 0) {
                    operands.add(withoutParentheses(condition.substring(start, i)));
                    start = i + word;
                }
            }
        }
        if (parentheses != 0 || brackets != 0) {
            throw new IllegalArgumentException(
                    "the parentheses of a condition are not balanced: " + Excerpt.of(condition));
        }
        operands.add(withoutParentheses(condition.substring(start)));
        return operands;
    }

    private static String withoutParentheses(String operand) {
        int start = 0;
        int end = operand.length();
        while (start < end && " (".indexOf(operand.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && " )".indexOf(operand.charAt(end - 1)) >= 0) {
            end--;
        }
        return operand.substring(start, end);
    }
}
