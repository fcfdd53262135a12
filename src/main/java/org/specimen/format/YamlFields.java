package org.specimen.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.specimen.format.YamlNode.Mapping;
import org.specimen.format.YamlNode.Scalar;
import org.specimen.format.YamlNode.Sequence;
import org.specimen.problem.BadInput;

/**
 * Takes values out of a YAML file's mappings, telling the line and column of what cannot be right. A key with nothing
 * behind it counts as missing.
 *
 * @param file the file as the person knows it, for messages
 */
public record YamlFields(String file) {

    /**
     * A single value that must be there.
     *
     * @param convert throws {@link IllegalArgumentException} with a message for the person
     */
    public <T> T required(Mapping parent, String key, Function<String, T> convert) {
        Scalar found = text(parent, key).orElseThrow(() -> at(parent, "\"" + key + "\" is missing here."));
        return converted(found, convert);
    }

    /** A single value that may be missing. */
    public <T> Optional<T> optional(Mapping parent, String key, Function<String, T> convert) {
        return text(parent, key).map(found -> converted(found, convert));
    }

    /** A single value as it stands there. */
    public Optional<Scalar> text(Mapping parent, String key) {
        return there(parent, key).map(node -> scalar(key, node));
    }

    /** YAML's own words for true and false, and only those. */
    public boolean truth(Mapping parent, String key, boolean otherwise) {
        return text(parent, key)
                .map(node -> switch (node.text()) {
                    case "true", "yes" -> true;
                    case "false", "no" -> false;
                    default -> throw at(node, key + " is true or false, not \"" + node.text() + "\".");
                })
                .orElse(otherwise);
    }

    /** The single values of a list. */
    public <T> List<T> values(Mapping parent, String key, Function<String, T> convert) {
        return items(parent, key).stream()
                .map(item -> converted(scalar("an entry of " + key, item), convert))
                .toList();
    }

    /** The mappings of a list. */
    public <T> List<T> entries(Mapping parent, String key, Function<Mapping, T> convert) {
        return items(parent, key).stream()
                .map(item -> mapping("an entry of " + key, item))
                .map(entry -> checked(entry, () -> convert.apply(entry)))
                .toList();
    }

    /** The mapping behind a key, without entries where it is missing. */
    public Mapping mapping(Mapping parent, String key) {
        return parent.get(key)
                .map(node -> mapping(key, node))
                .orElseGet(() -> new Mapping(List.of(), parent.line(), parent.column()));
    }

    /** Whether there is something behind a key. */
    public boolean has(Mapping parent, String key) {
        return there(parent, key).isPresent();
    }

    /** A value whose making throws {@link IllegalArgumentException} where what stands at this place cannot be right. */
    public <T> T checked(YamlNode place, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException wrong) {
            throw at(place, wrong.getMessage() + ".");
        }
    }

    /** What {@code convert} makes of a value. */
    public <T> T converted(Scalar scalar, Function<String, T> convert) {
        return checked(scalar, () -> convert.apply(scalar.text()));
    }

    /** The node as a single value. */
    public Scalar scalar(String what, YamlNode node) {
        if (node instanceof Scalar scalar) {
            return scalar;
        }
        throw at(node, what + " is a single value, and here is " + node.kind() + ".");
    }

    /** A fault at a place. */
    public BadInput at(YamlNode node, String what) {
        return BadInput.at(file, node.line(), node.column(), what);
    }

    /** What stands under other keys than these, for {@link YamlWriter} to write it again as it was. */
    public static Map<String, Object> others(Mapping mapping, List<String> known) {
        Map<String, Object> others = new LinkedHashMap<>();
        mapping.entries().stream()
                .filter(entry -> !known.contains(entry.key().text()))
                .forEach(entry -> others.put(entry.key().text(), writable(entry.value())));
        return others;
    }

    private static Object writable(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return others(mapping, List.of());
        }
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(YamlFields::writable).toList();
        }
        Scalar scalar = (Scalar) node;
        return scalar.quoted() ? scalar.text() : new YamlWriter.Plain(scalar.text());
    }

    private List<YamlNode> items(Mapping parent, String key) {
        Optional<YamlNode> node = there(parent, key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Sequence sequence) {
            return sequence.items();
        }
        throw at(node.get(), key + " is a list, and here is " + node.get().kind() + ".");
    }

    private Mapping mapping(String what, YamlNode node) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        if (isNothing(node)) {
            return new Mapping(List.of(), node.line(), node.column());
        }
        throw at(node, what + " has keys with values, and here is " + node.kind() + ".");
    }

    private static Optional<YamlNode> there(Mapping parent, String key) {
        return parent.get(key).filter(node -> !isNothing(node));
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof Scalar scalar && scalar.text().isEmpty() && !scalar.quoted();
    }
}
