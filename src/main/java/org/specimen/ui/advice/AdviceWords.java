package org.specimen.ui.advice;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.specimen.advice.Layer;
import org.specimen.advice.Origin;
import org.specimen.advice.Question;
import org.specimen.project.Evidence;
import org.specimen.ui.text.Texts;

/** Layers, answers and their origins in words. */
final class AdviceWords {

    static final Texts TEXTS = Texts.of(AdviceWords.class);

    private AdviceWords() {}

    static String name(Layer layer) {
        return TEXTS.get("layer." + layer.key());
    }

    /** Layers within a sentence: "the packages and the Python version". */
    static String inSentence(List<Layer> layers) {
        return and(layers.stream().map(layer -> TEXTS.get("in." + layer.key())).toList());
    }

    /** Several things as one part of a sentence. */
    static String and(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        String last = parts.get(parts.size() - 1);
        String before = parts.subList(0, parts.size() - 1).stream()
                .reduce((left, right) -> TEXTS.get("list.comma", left, right))
                .orElseThrow();
        return TEXTS.get("list.and", before, last);
    }

    /** An answer as half a sentence: "it must last for years". */
    static String answer(Question question, List<String> values) {
        String key = "said." + question.key();
        if (values.isEmpty()) {
            return TEXTS.get(key + ".none");
        }
        return and(values.stream()
                .map(value -> TEXTS.has(key + "." + value) ? TEXTS.get(key + "." + value) : TEXTS.get(key, value))
                .collect(Collectors.toList()));
    }

    /** Where something comes from: "because you said: anybody may run it". */
    static String because(Origin from, String answer) {
        if (from instanceof Origin.Said) {
            return TEXTS.get("tag.said", answer);
        }
        if (from instanceof Origin.Found found) {
            return found(found);
        }
        if (from instanceof Origin.Detected detected) {
            return TEXTS.get("tag.detected", detected.what());
        }
        return from instanceof Origin.Assumed ? TEXTS.get("tag.assumed", answer) : TEXTS.get("tag.always");
    }

    private static String found(Origin.Found found) {
        List<Evidence> places = found.evidence();
        return switch (places.size()) {
            case 0 -> TEXTS.get("tag.found", found.what());
            case 1 -> TEXTS.get("tag.found.at", found.what(), places.get(0));
            case 2 -> TEXTS.get("tag.found.more.one", found.what(), places.get(0));
            default -> TEXTS.get("tag.found.more", found.what(), places.get(0), places.size() - 1);
        };
    }

    static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
