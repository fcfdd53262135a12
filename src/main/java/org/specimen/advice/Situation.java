package org.specimen.advice;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the project stands: every question with the values that hold and where they come from.
 *
 * @param circumstances one for every question, in the questions' order
 */
public record Situation(Map<Question, Circumstance> circumstances) {

    /** @throws IllegalArgumentException if a question is missing */
    public Situation {
        if (circumstances.size() != Question.values().length) {
            throw new IllegalArgumentException("a situation knows every question");
        }
        circumstances = Collections.unmodifiableMap(new EnumMap<>(circumstances));
    }

    /**
     * What holds for one question.
     *
     * @param values may be empty for {@link Question#AI} only
     * @param shown what project and computer show by themselves, whatever the person said; empty if nothing
     */
    public record Circumstance(List<String> values, Origin origin, Optional<Shown> shown) {
        public Circumstance {
            values = List.copyOf(values);
        }
    }

    /** What project or computer show by themselves. */
    public record Shown(List<String> values, Origin origin) {
        public Shown {
            values = List.copyOf(values);
        }
    }

    public Circumstance of(Question question) {
        return circumstances.getOrDefault(
                question, new Circumstance(List.of(), new Origin.Assumed(""), Optional.empty()));
    }

    /** The values that hold. */
    public List<String> values(Question question) {
        return of(question).values();
    }

    /** The one value of a question that has one. */
    public String one(Question question) {
        return values(question).get(0);
    }

    public Origin origin(Question question) {
        return of(question).origin();
    }

    /** Whether the person said so. */
    public boolean isSaid(Question question) {
        return origin(question) instanceof Origin.Said;
    }

    /** Whether nobody said and nothing shows it. */
    public boolean isAssumed(Question question) {
        return origin(question) instanceof Origin.Assumed;
    }
}
