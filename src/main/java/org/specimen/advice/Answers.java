package org.specimen.advice;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the person answered.
 *
 * @param given the values answered to each question, never empty; a question that nobody answered is not there
 */
public record Answers(Map<Question, List<String>> given) {

    public static final Answers NONE = new Answers(Map.of());

    /**
     * Brings each answer into its one form ({@link Question#check}); one that says nothing is left out.
     *
     * @throws IllegalArgumentException if a value is none of the question's, or there are several where one is asked
     */
    public Answers {
        Map<Question, List<String>> copy = new EnumMap<>(Question.class);
        given.forEach((question, values) -> {
            List<String> checked = question.check(values);
            if (!checked.isEmpty()) {
                copy.put(question, checked);
            }
        });
        given = Collections.unmodifiableMap(copy);
    }

    /**
     * These answers with another one; {@link Question#UNKNOWN} takes an answer back.
     *
     * @throws IllegalArgumentException if the answer is not one of the question's
     */
    public Answers with(Question question, String... values) {
        Map<Question, List<String>> changed = new EnumMap<>(Question.class);
        changed.putAll(given);
        changed.put(question, List.of(values));
        return new Answers(changed);
    }

    /** These answers, with those of {@code later} in their place where both answer a question. */
    public Answers overriddenBy(Answers later) {
        Map<Question, List<String>> changed = new EnumMap<>(Question.class);
        changed.putAll(given);
        changed.putAll(later.given);
        return new Answers(changed);
    }

    /** These answers but those to some questions. */
    public Answers without(Set<Question> questions) {
        Map<Question, List<String>> changed = new EnumMap<>(Question.class);
        changed.putAll(given);
        changed.keySet().removeAll(questions);
        return new Answers(changed);
    }

    /** The values answered to a question, empty if nobody did. */
    public List<String> to(Question question) {
        return given.getOrDefault(question, List.of());
    }

    /** The one value answered to a question. */
    public Optional<String> one(Question question) {
        return to(question).stream().findFirst();
    }
}
