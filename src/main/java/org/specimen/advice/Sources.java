package org.specimen.advice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.specimen.project.Evidence;

/** Says in words where an answer comes from. */
final class Sources {

    /** How many places are named before the rest is left to the scan. */
    private static final int PLACES = 3;

    private Sources() {}

    /** Of the answer to a question. */
    static String of(Question question, Situation situation) {
        Origin origin = situation.origin(question);
        return origin instanceof Origin.Said
                ? AdviceTexts.text("source.said", question.key(), String.join(", ", situation.values(question)))
                : of(origin);
    }

    static String of(Condition.Match match, Situation situation) {
        Optional<Question> question = match.question();
        return question.isPresent() ? of(question.get(), situation) : of(match.from());
    }

    private static String of(Origin origin) {
        if (origin instanceof Origin.Found found) {
            return found.evidence().isEmpty()
                    ? AdviceTexts.text("source.found", found.what())
                    : AdviceTexts.text("source.found.at", found.what(), places(found.evidence()));
        }
        if (origin instanceof Origin.Detected detected) {
            return AdviceTexts.text("source.detected", detected.what());
        }
        if (origin instanceof Origin.Assumed assumed) {
            return AdviceTexts.text("source.assumed", assumed.why());
        }
        return AdviceTexts.text("source.always");
    }

    /** What was found and where, short enough for brackets. */
    static String brief(Origin.Found found) {
        return found.evidence().isEmpty() ? found.what() : found.what() + ": " + places(found.evidence());
    }

    static String places(List<Evidence> evidence) {
        return evidence.stream().limit(PLACES).map(Evidence::toString).collect(Collectors.joining("; "));
    }
}
