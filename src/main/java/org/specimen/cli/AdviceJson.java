package org.specimen.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.specimen.advice.Layer;
import org.specimen.advice.Question;
import org.specimen.advice.Recommendation;
import org.specimen.advice.Recommendation.Note;

/** The JSON of {@code specimen advise --json}; its shape is documented in the README. */
final class AdviceJson {

    private AdviceJson() {}

    static Map<String, Object> of(Recommendation advice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stack", advice.stack().key());
        json.put("today", advice.today().key());
        json.put(
                "missing",
                advice.missing().stream()
                        .map(missing -> JsonObject.of("what", missing.what(), "how", missing.how()))
                        .toList());
        json.put("layers", advice.layers().stream().map(AdviceJson::of).toList());
        json.put(
                "alternatives",
                advice.alternatives().stream()
                        .map(other -> JsonObject.of(
                                "stack", other.stack().key(),
                                "adds", keys(other.adds()),
                                "loses", keys(other.loses()),
                                "leavesOpen", keys(other.leavesOpen()),
                                "cost", other.cost()))
                        .toList());
        json.put(
                "obstacles",
                advice.obstacles().stream()
                        .map(obstacle -> JsonObject.of(
                                "rule", obstacle.rule(),
                                "what", obstacle.what(),
                                "instead", obstacle.instead(),
                                "from", obstacle.source(),
                                "section", obstacle.section()))
                        .toList());
        json.put(
                "assumptions", advice.assumptions().stream().map(AdviceJson::of).toList());
        json.put("contradictions", notes(advice.contradictions()));
        json.put("cautions", notes(advice.cautions()));
        json.put("habits", notes(advice.habits()));
        return json;
    }

    private static Map<String, Object> of(Recommendation.LayerAdvice layer) {
        return JsonObject.of(
                "layer", layer.layer().key(),
                "required", layer.required(),
                "controlledBy", layer.controlledBy(),
                "reasons",
                        layer.reasons().stream()
                                .map(reason -> JsonObject.of(
                                        "rule", reason.rule(),
                                        "because", reason.because(),
                                        "from", reason.source(),
                                        "section", reason.section()))
                                .toList(),
                "risk", layer.risk());
    }

    private static Map<String, Object> of(Recommendation.Assumption assumption) {
        Object value = assumption.question().kind() == Question.Kind.ONE
                ? String.join("", assumption.values())
                : assumption.values();
        return JsonObject.of(
                "question", assumption.question().key(),
                "value", value,
                "origin", assumption.from().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                "why", assumption.why());
    }

    private static List<Map<String, Object>> notes(List<Note> notes) {
        return notes.stream()
                .map(note -> JsonObject.of("rule", note.id(), "text", note.text(), "section", note.section()))
                .toList();
    }

    private static List<String> keys(List<Layer> layers) {
        return layers.stream().map(Layer::key).toList();
    }
}
