package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.specimen.advice.Layer;
import org.specimen.advice.Recommendation;
import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Recommendation.Reason;
import org.specimen.advice.Stack;
import org.specimen.app.Advice;
import org.specimen.ui.advice.Trial.Choice;
import org.specimen.ui.advice.Trial.OnlyHere;
import org.specimen.ui.advice.Trial.Side;

/** Compares two pieces of advice. */
final class Trials {

    private Trials() {}

    static Trial compare(Choice choice, Advice before, Advice after) {
        Recommendation now = before.recommendation();
        Recommendation then = after.recommendation();
        List<LayerMark> marksNow = LayerMark.of(now.stack(), now);
        List<LayerMark> marksThen = LayerMark.of(then.stack(), then);
        Set<Layer> changed = new LinkedHashSet<>();
        for (LayerMark mark : marksThen) {
            if (!marksNow.contains(mark)) {
                changed.add(mark.layer());
            }
        }
        Side left = new Side(TEXTS.get("whatif.now"), now.stack(), marksNow, onlyIn(now, then));
        Side right = new Side(TEXTS.get("whatif.if", choice.text()), then.stack(), marksThen, onlyIn(then, now));
        return new Trial(
                choice, verdict(now.stack(), then.stack()), explanation(now, then, left, right), left, right, changed);
    }

    private static String verdict(Stack now, Stack then) {
        return now == then
                ? TEXTS.get("whatif.stack.same", now.title())
                : TEXTS.get("whatif.stack.changed", then.title(), now.title());
    }

    private static String explanation(Recommendation now, Recommendation then, Side left, Side right) {
        List<Layer> more = minus(LayerMark.required(then), LayerMark.required(now));
        List<Layer> less = minus(LayerMark.required(now), LayerMark.required(then));
        List<String> sentences = new ArrayList<>();
        if (!more.isEmpty()) {
            sentences.add(TEXTS.get("whatif.needs", AdviceWords.inSentence(more)));
        }
        if (!less.isEmpty()) {
            sentences.add(AdviceWords.capital(TEXTS.get("whatif.needs-not", AdviceWords.inSentence(less))));
        }
        if (sentences.isEmpty()) {
            boolean sameReasons = left.onlyHere().isEmpty() && right.onlyHere().isEmpty();
            sentences.add(TEXTS.get(sameReasons ? "whatif.nothing" : "whatif.reasons"));
        }
        return String.join(" ", sentences);
    }

    private static List<Layer> minus(List<Layer> from, List<Layer> what) {
        return from.stream().filter(layer -> !what.contains(layer)).toList();
    }

    /** A rule that is about several layers stands there once. */
    private static List<OnlyHere> onlyIn(Recommendation here, Recommendation there) {
        Set<String> known = new LinkedHashSet<>();
        there.layers().forEach(layer -> layer.reasons().forEach(reason -> known.add(reason.rule())));
        Map<String, List<String>> layers = new LinkedHashMap<>();
        Map<String, String> because = new LinkedHashMap<>();
        for (LayerAdvice layer : here.layers()) {
            for (Reason reason : layer.reasons()) {
                if (!known.contains(reason.rule())) {
                    layers.computeIfAbsent(reason.rule(), rule -> new ArrayList<>())
                            .add(AdviceWords.name(layer.layer()));
                    because.put(reason.rule(), reason.because());
                }
            }
        }
        List<OnlyHere> only = new ArrayList<>();
        because.forEach((rule, words) ->
                only.add(new OnlyHere(String.join(", ", layers.getOrDefault(rule, List.of())), words)));
        return only;
    }
}
