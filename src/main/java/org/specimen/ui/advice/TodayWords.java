package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.specimen.advice.Layer;
import org.specimen.advice.Recommendation;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.advice.Stack;
import org.specimen.app.MissingPython;
import org.specimen.ui.advice.AdvicePage.ToGet;
import org.specimen.ui.advice.AdvicePage.Today;

/** What can be done on this computer today, and what to get first. */
final class TodayWords {

    private TodayWords() {}

    /**
     * Empty if the advised stack can be made with what is here.
     *
     * @param python the Python that a venv is planned with, where it is not here
     */
    static Optional<Today> of(Recommendation advice, Optional<MissingPython> python) {
        return python.filter(missing -> advice.missingFor(Stack.VENV).isEmpty())
                .map(TodayWords::of)
                .or(() -> of(advice));
    }

    private static Today of(MissingPython python) {
        return new Today(
                TEXTS.get("today.first", python.toGet().what()),
                python.here()
                        .map(here -> TEXTS.get("today.python", python.minor(), here))
                        .orElse(""),
                List.of(toGet(python.toGet())),
                python.here());
    }

    private static ToGet toGet(Missing missing) {
        return new ToGet(missing.how(), missing.commands(), missing.addresses());
    }

    private static Optional<Today> of(Recommendation advice) {
        List<ToGet> toGet = advice.missing().stream().map(TodayWords::toGet).toList();
        if (advice.today() != advice.stack()) {
            return Optional.of(new Today(
                    TEXTS.get("today.differs", advice.today().title()), step(advice), toGet, Optional.empty()));
        }
        if (toGet.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Today(
                TEXTS.get(
                        "today.first",
                        AdviceWords.and(
                                advice.missing().stream().map(Missing::what).toList())),
                "",
                toGet,
                Optional.empty()));
    }

    /** Whether today's stack itself can be made at once. */
    static boolean isReady(Recommendation advice) {
        return advice.missing().stream()
                .map(Missing::what)
                .noneMatch(Predicate.isEqual(advice.today().title()));
    }

    private static String step(Recommendation advice) {
        String today = advice.today().title();
        List<Layer> open = LayerMark.open(advice.today(), advice);
        if (open.isEmpty()) {
            return TEXTS.get("today.missing.nothing", today);
        }
        String layers = AdviceWords.inSentence(open);
        return advice.obstacles().isEmpty()
                ? TEXTS.get("today.missing", today, layers, advice.stack().title())
                : TEXTS.get("today.obstacle", today, layers);
    }
}
