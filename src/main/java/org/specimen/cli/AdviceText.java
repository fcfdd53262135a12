package org.specimen.cli;

import java.util.List;
import java.util.stream.Stream;
import org.specimen.advice.Layer;
import org.specimen.advice.Recommendation;
import org.specimen.advice.Recommendation.Note;

/** Advice for a person to read in a terminal. */
final class AdviceText {

    private AdviceText() {}

    static List<String> of(Recommendation advice) {
        Lines lines = new Lines().add(advice.stack().title() + " fits this project.");
        if (advice.today() != advice.stack()) {
            lines.add("Today, on this computer: " + advice.today().title() + ".");
        }
        return lines.section("What must be controlled, and why", required(advice))
                .section(
                        "What stays open, and what that risks",
                        advice.layers().stream()
                                .flatMap(layer -> layer.risk().stream().map(risk -> name(layer.layer()) + ": " + risk))
                                .toList())
                .section(
                        "To install first",
                        advice.missing().stream()
                                .map(missing -> missing.what() + ": " + missing.how())
                                .toList())
                .section(
                        "In the way of a container",
                        advice.obstacles().stream()
                                .map(obstacle ->
                                        obstacle.what() + " " + obstacle.instead() + " (" + obstacle.source() + ")")
                                .toList())
                .section("Answers that do not go together", texts(advice.contradictions()))
                .section("Keep in mind", texts(advice.cautions()))
                .section(
                        "The other stacks",
                        advice.alternatives().stream().map(AdviceText::of).toList())
                .section(
                        "What you did not say",
                        advice.assumptions().stream()
                                .map(assumption -> assumption.question().key() + ": "
                                        + (assumption.values().isEmpty()
                                                ? "nothing"
                                                : String.join(", ", assumption.values()))
                                        + " (" + assumption.why() + ")")
                                .toList())
                .section("Good habits", texts(advice.habits()))
                .all();
    }

    private static List<String> required(Recommendation advice) {
        return advice.layers().stream()
                .filter(Recommendation.LayerAdvice::required)
                .flatMap(layer -> Stream.concat(
                        Stream.of(name(layer.layer())),
                        layer.reasons().stream().map(reason -> "  " + reason.because() + " (" + reason.source() + ")")))
                .toList();
    }

    private static String of(Recommendation.Alternative other) {
        return other.stack().title()
                + (other.adds().isEmpty() ? "" : ": adds " + names(other.adds()))
                + (other.loses().isEmpty()
                        ? ""
                        : (other.adds().isEmpty() ? ": " : "; ") + "loses " + names(other.loses()))
                + ". " + other.cost();
    }

    private static String names(List<Layer> layers) {
        return String.join(", ", layers.stream().map(AdviceText::name).toList());
    }

    private static String name(Layer layer) {
        return layer.key().replace('-', ' ').replace("gpu", "GPU");
    }

    private static List<String> texts(List<Note> notes) {
        return notes.stream().map(Note::text).toList();
    }
}
