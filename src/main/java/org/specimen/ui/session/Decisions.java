package org.specimen.ui.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.specimen.advice.Question;
import org.specimen.app.Wishes;

/** Everything that the person decided in the window. */
public record Decisions(Wishes wishes) {

    public static final Decisions NONE = new Decisions(Wishes.NONE);

    /**
     * Decisions that leave these questions open.
     *
     * @param leftOpen in place of those of the wishes
     */
    public Decisions(Wishes wishes, Set<Question> leftOpen) {
        this(wishes.withLeftOpen(leftOpen));
    }

    /** The questions whose suggestion the person cleared: "I don't know". */
    public Set<Question> leftOpen() {
        return wishes.leftOpen();
    }

    public Decisions withWishes(UnaryOperator<Wishes> change) {
        return new Decisions(change.apply(wishes));
    }

    /**
     * These decisions with another answer.
     *
     * @param values those of {@link Question#choices()}; none, or {@link Question#UNKNOWN}, leaves the question open
     * @throws IllegalArgumentException if the answer is not one of the question's
     */
    public Decisions answering(Question question, String... values) {
        boolean isOpen = question.check(List.of(values)).isEmpty();
        return with(question, isOpen, values);
    }

    /** These decisions with the suggestion, or the plan's answer, back in the place of an answer. */
    public Decisions withSuggestion(Question question) {
        return with(question, false);
    }

    private Decisions with(Question question, boolean isOpen, String... values) {
        Set<Question> open = EnumSet.noneOf(Question.class);
        open.addAll(leftOpen());
        if (isOpen) {
            open.add(question);
        } else {
            open.remove(question);
        }
        return new Decisions(
                wishes.withAnswers(wishes.answers().with(question, values)).withLeftOpen(open));
    }
}
