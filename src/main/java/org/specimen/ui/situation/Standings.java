package org.specimen.ui.situation;

import java.util.List;
import java.util.Optional;
import org.specimen.advice.Answers;
import org.specimen.advice.Origin;
import org.specimen.advice.Question;
import org.specimen.advice.Situation;
import org.specimen.advice.Situation.Circumstance;
import org.specimen.advice.Situation.Shown;
import org.specimen.project.Evidence;
import org.specimen.ui.session.Decisions;
import org.specimen.ui.situation.Standing.Source;

/**
 * Tells how questions stand, by what the person decided and by what was worked out last. What the person decided always
 * wins, and counts before anything is worked out anew.
 *
 * @param planned the answers in specimen.yml
 * @param situation what was worked out last
 */
record Standings(Decisions decisions, Answers planned, Optional<Situation> situation, QuestionWords words) {

    Standing of(Question question) {
        Optional<Shown> shown = situation.flatMap(known -> known.of(question).shown());
        boolean isOpen = decisions.leftOpen().contains(question);
        List<String> said = decisions.wishes().answers().to(question);
        List<String> before = planned.to(question);
        boolean canReturn = shown.isPresent() || !before.isEmpty();
        if (!said.isEmpty()) {
            String because = shown.filter(other -> !other.values().equals(said))
                    .map(other -> words.otherwise(question, other))
                    .orElse("");
            return new Standing(
                    Source.SAID, said, because, shown.map(Standings::places).orElse(List.of()), canReturn);
        }
        if (isOpen) {
            return new Standing(Source.OPEN, List.of(), open(question), List.of(), canReturn);
        }
        if (!before.isEmpty()) {
            return new Standing(Source.PLANNED, before, words.fromPlan(), List.of(), false);
        }
        if (shown.isPresent()) {
            return suggested(question, shown.get());
        }
        return situation
                .map(known -> known.of(question))
                .filter(known -> known.origin() instanceof Origin.Assumed)
                .map(known -> new Standing(Source.ASSUMED, known.values(), words.assumed(question), List.of(), false))
                .orElse(Standing.PENDING);
    }

    /** The values that hold, whoever's they are. */
    List<String> effective(Question question) {
        Standing standing = of(question);
        return standing.isOpen()
                ? situation.map(known -> known.values(question)).orElse(List.of())
                : standing.values();
    }

    private Standing suggested(Question question, Shown shown) {
        Source source = shown.origin() instanceof Origin.Found ? Source.FOUND : Source.DETECTED;
        return new Standing(source, shown.values(), words.because(question, shown), places(shown), false);
    }

    /** What Specimen goes by as long as the question is open; empty until it is worked out. */
    private String open(Question question) {
        return situation
                .map(known -> known.of(question))
                .filter(known -> !(known.origin() instanceof Origin.Said))
                .map(Circumstance::values)
                .map(values -> words.open(question, values))
                .orElse("");
    }

    private static List<Evidence> places(Shown shown) {
        return shown.origin() instanceof Origin.Found found ? found.evidence() : List.of();
    }
}
