package org.specimen.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.specimen.format.YamlNode;
import org.specimen.problem.BadInput;

/**
 * The keys of one part of the rulebook. What is missing, unknown or of another type is refused with its place.
 *
 * @param what the part is, for messages
 */
record Fields(String file, String what, YamlNode.Mapping mapping) {

    static Fields of(String file, String what, YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new Fields(file, what, mapping);
        }
        throw wrong(file, node, "a " + what + " is keys with values, and here is " + node.kind() + ".");
    }

    static BadInput wrong(String file, YamlNode place, String message) {
        return BadInput.at(file, place.line(), place.column(), message);
    }

    /** The one of {@code known} with this key. */
    static <T> T oneOf(String file, String what, YamlNode.Scalar word, Collection<T> known, Function<T, String> key) {
        List<String> keys = known.stream().map(key).toList();
        return known.stream()
                .filter(candidate -> key.apply(candidate).equals(word.text()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        file,
                        word,
                        "unknown " + what + " " + Question.shown(word.text()) + ". It is one of "
                                + String.join(", ", keys) + "."
                                + Likely.of(word.text(), keys)
                                        .map(meant -> " Did you mean " + meant + "?")
                                        .orElse("")));
    }

    void allow(String... keys) {
        for (YamlNode.Entry entry : mapping.entries()) {
            oneOf(file, "key of a " + what, entry.key(), Arrays.asList(keys), Function.identity());
        }
    }

    Optional<YamlNode> optional(String key) {
        return mapping.get(key);
    }

    YamlNode required(String key) {
        return optional(key).orElseThrow(() -> wrong(file, mapping, "this " + what + " has no " + key + "."));
    }

    YamlNode.Scalar word(String key) {
        YamlNode node = required(key);
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return scalar;
        }
        throw wrong(file, node, key + " must be a single value, and here is " + node.kind() + ".");
    }

    /** A text with its line breaks folded. */
    String text(String key) {
        return word(key).text().strip().replaceAll("\\s+", " ");
    }

    /** Like {@link #text}, empty if the key is missing. */
    String optionalText(String key) {
        return mapping.get(key).isPresent() ? text(key) : "";
    }

    /** The items of a list; none if the key is missing. */
    List<YamlNode> list(String key) {
        Optional<YamlNode> node = optional(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        throw wrong(
                file,
                node.get(),
                key + " must be a list, and here is " + node.get().kind() + ".");
    }

    /** A single value, or a list of some. */
    List<YamlNode.Scalar> words(String key) {
        return words(file, key, required(key));
    }

    static List<YamlNode.Scalar> words(String file, String key, YamlNode node) {
        List<YamlNode> items = node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
        if (items.isEmpty()) {
            throw wrong(file, node, key + " must have a value, and here is an empty list.");
        }
        List<YamlNode.Scalar> words = new ArrayList<>();
        for (YamlNode item : items) {
            if (!(item instanceof YamlNode.Scalar scalar) || scalar.text().isBlank()) {
                throw wrong(
                        file,
                        item,
                        key + " must be a single value or a list of some, and here is " + item.kind() + ".");
            }
            words.add(scalar);
        }
        return words;
    }
}
