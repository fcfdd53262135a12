package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.specimen.advice.Advisor;
import org.specimen.advice.Layer;
import org.specimen.advice.Origin;
import org.specimen.advice.Recommendation;
import org.specimen.advice.Recommendation.Alternative;
import org.specimen.advice.Recommendation.Assumption;
import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Recommendation.Note;
import org.specimen.advice.Situation;
import org.specimen.advice.Stack;
import org.specimen.app.Advice;
import org.specimen.app.MissingPython;
import org.specimen.ui.advice.AdvicePage.Consequence;
import org.specimen.ui.advice.AdvicePage.LayerReasons;
import org.specimen.ui.advice.AdvicePage.Obstacle;
import org.specimen.ui.advice.AdvicePage.Reason;
import org.specimen.ui.advice.AdvicePage.Risk;
import org.specimen.ui.advice.AdvicePage.StackColumn;
import org.specimen.ui.advice.AdvicePage.Taken;

/** Puts advice into the words of the page. */
final class AdvicePages {

    private final Recommendation advice;
    private final Situation situation;
    private final boolean hasProject;
    private final Stack effective;
    private final Optional<MissingPython> missingPython;

    /**
     * The page of a piece of advice.
     *
     * @param effective the stack that will be used
     * @param missingPython the Python that a venv is planned with, where this computer does not have it
     */
    static AdvicePage of(Advice advice, Stack effective, Optional<MissingPython> missingPython) {
        return new AdvicePages(advice, effective, missingPython).page();
    }

    private AdvicePages(Advice advice, Stack effective, Optional<MissingPython> missingPython) {
        this.missingPython = missingPython;
        this.advice = advice.recommendation();
        situation = advice.situation();
        hasProject = advice.facts().isPresent();
        this.effective = effective;
    }

    private AdvicePage page() {
        return new AdvicePage(
                advice.stack(),
                effective,
                headline(),
                about(advice.stack()) + " " + TEXTS.get("lightest", AdviceWords.inSentence(LayerMark.required(advice))),
                TodayWords.of(advice, missingPython),
                advice.obstacles().stream()
                        .map(each -> new Obstacle(each.what(), TEXTS.get("obstacle.today", each.instead())))
                        .toList(),
                advice.contradictions().stream().map(Note::text).toList(),
                reasons(advice, situation),
                Arrays.stream(Stack.values()).map(this::column).toList(),
                consequence(),
                risks(),
                Stream.concat(advice.cautions().stream(), advice.habits().stream())
                        .map(Note::text)
                        .toList(),
                advice.assumptions().stream().map(AdvicePages::taken).toList());
    }

    private String headline() {
        return TEXTS.get(
                hasProject ? "headline.project" : "headline", advice.stack().title());
    }

    private static String about(Stack stack) {
        return TEXTS.get("about." + stack.key());
    }

    /** The required layers with the rules behind them. */
    static List<LayerReasons> reasons(Recommendation advice, Situation situation) {
        return advice.layers().stream()
                .filter(LayerAdvice::required)
                .map(layer -> new LayerReasons(
                        layer.layer(),
                        AdviceWords.name(layer.layer()),
                        TEXTS.get("about-layer." + layer.layer().key()),
                        layer.reasons().stream()
                                .map(reason -> reason(reason, situation))
                                .toList()))
                .toList();
    }

    private static Reason reason(Recommendation.Reason reason, Situation situation) {
        String answer = reason.question()
                .map(question -> AdviceWords.answer(question, situation.values(question)))
                .orElse("");
        return new Reason(
                reason.rule(),
                reason.because(),
                AdviceWords.because(reason.from(), answer),
                reason.from() instanceof Origin.Said,
                reason.question(),
                reason.section());
    }

    private StackColumn column(Stack stack) {
        Optional<Alternative> other = advice.alternatives().stream()
                .filter(each -> each.stack() == stack)
                .findFirst();
        return new StackColumn(
                stack,
                about(stack),
                stack == advice.stack(),
                stack == effective && stack != advice.stack(),
                stack == advice.today()
                        && TodayWords.isReady(advice)
                        && (stack != Stack.VENV || missingPython.isEmpty()),
                LayerMark.of(stack, advice),
                names(other.map(Alternative::adds).orElse(List.of())),
                names(other.map(Alternative::loses).orElse(List.of())),
                other.map(Alternative::cost).orElseGet(() -> Advisor.cost(stack)));
    }

    private static List<String> names(List<Layer> layers) {
        return layers.stream().map(AdviceWords::name).toList();
    }

    private Consequence consequence() {
        List<Layer> open = LayerMark.open(effective, advice);
        String title = effective.title();
        if (!open.isEmpty()) {
            boolean several =
                    open.size() > 1 || open.get(0) == Layer.COMPILED_LIBRARIES || open.get(0) == Layer.PACKAGES;
            return new Consequence(
                    TEXTS.get(
                            several ? "consequence.open.many" : "consequence.open.one",
                            title,
                            AdviceWords.inSentence(open),
                            advice.stack().title()),
                    true);
        }
        List<Layer> spare = Arrays.stream(Layer.values())
                .filter(layer ->
                        effective.controls(layer) && !LayerMark.required(advice).contains(layer))
                .toList();
        boolean isMore = effective != advice.stack() && !spare.isEmpty();
        return new Consequence(
                isMore
                        ? TEXTS.get("consequence.more", title, AdviceWords.inSentence(spare))
                        : TEXTS.get("consequence.same", title),
                false);
    }

    /** What the advised stack leaves open. */
    private List<Risk> risks() {
        return advice.layers().stream()
                .flatMap(layer -> layer.risk().stream().map(risk -> new Risk(AdviceWords.name(layer.layer()), risk)))
                .toList();
    }

    private static Taken taken(Assumption assumption) {
        String origin = assumption.from() instanceof Origin.Found
                ? "found"
                : assumption.from() instanceof Origin.Detected ? "detected" : "assumed";
        return new Taken(
                assumption.question(),
                AdviceWords.capital(AdviceWords.answer(assumption.question(), assumption.values())) + ".",
                TEXTS.get("assumed." + origin));
    }
}
