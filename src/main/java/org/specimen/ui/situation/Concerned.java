package org.specimen.ui.situation;

import java.util.Arrays;
import java.util.Map;
import org.specimen.advice.Question;
import org.specimen.advice.Recommendation.Note;

/** Finds the question beside which a contradiction is told: the one whose answer is likeliest to be changed. */
final class Concerned {

    private static final Map<String, Question> BY_RULE = Map.of(
            "alone-with-different-systems", Question.PEOPLE,
            "same-system-and-several", Question.PEOPLE,
            "same-system-and-trouble", Question.PEOPLE,
            "mixed-systems-and-one", Question.OPERATING_SYSTEMS,
            "one-machine-for-many", Question.MACHINES,
            "one-machine-with-several-systems", Question.MACHINES,
            "metal-without-mac", Question.GPU,
            "cuda-on-mac-only", Question.GPU,
            "containers-in-hosted-notebook", Question.DOCKER,
            "python-not-admitted", Question.PYTHON);

    private Concerned() {}

    /** The question; for a rule that names none, the first one whose key its text names. */
    static Question by(Note note) {
        Question known = BY_RULE.get(note.id());
        return known != null
                ? known
                : Arrays.stream(Question.values())
                        .filter(question -> note.text().contains(question.key() + ":"))
                        .findFirst()
                        .orElse(Question.PEOPLE);
    }
}
