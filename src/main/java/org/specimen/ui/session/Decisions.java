package org.specimen.ui.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.specimen.advice.Question;
import org.specimen.app.Wishes;

/**
 * Everything that the person decided in the window.
 *
 * @param leftOpen the questions whose suggestion the person cleared: "I don't know"
 */
public record Decisions(Wishes wishes, Set<Question> leftOpen) {

    public static final Decisions NONE = new Decisions(Wishes.NONE, Set.of());

    public Decisions {
        leftOpen = Set.copyOf(leftOpen);
    }

    public Decisions withWishes(UnaryOperator<Wishes> change) {
        return new Decisions(change.apply(wishes), leftOpen);
    }

    /**
     * These decisions with another answer.
     *
     * @param values those of {@link Question#choices()}; none, or {@link Question#UNKNOWN}, leaves the question open
     * @throws IllegalArgumentException if the answer is not one of the question's
     */
    public Decisions answering(Question question, String... values) {
        Set<Question> open = EnumSet.noneOf(Question.class);
        open.addAll(leftOpen);
        boolean isOpen = question.check(List.of(values)).isEmpty();
        if (isOpen) {
            open.add(question);
        } else {
            open.remove(question);
        }
        return new Decisions(wishes.withAnswers(wishes.answers().with(question, values)), open);
    }

    /** These decisions with the suggestion back in the place of an answer. */
    public Decisions withSuggestion(Question question) {
        Set<Question> open = EnumSet.noneOf(Question.class);
        open.addAll(leftOpen);
        open.remove(question);
        return new Decisions(wishes.withAnswers(wishes.answers().with(question)), open);
    }
}
