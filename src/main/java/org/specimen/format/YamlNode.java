package org.specimen.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a YAML document with its place, so that a fault in its meaning can be told with line and column. */
public sealed interface YamlNode {

    /** Counted from 1. */
    int line();

    /** Counted from 1. */
    int column();

    /** In a few words what it is, for messages: "a list". */
    String kind();

    /**
     * The same without places: a {@link String} for every scalar, a {@link List} or a {@link Map} in the order of the
     * text. An empty value and {@code null} are the empty string.
     */
    Object toObject();

    /**
     * A single value. It is always text: {@code 3.10} and {@code no} stay as they were written.
     *
     * @param text with quotes and escapes resolved; empty for YAML's {@code null}
     * @param quoted whether it stands in quotes or is a block
     * @param comment what stands behind it on its line, without the {@code #}; empty if nothing does
     */
    record Scalar(String text, boolean quoted, String comment, int line, int column) implements YamlNode {

        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : "a single value";
        }

        @Override
        public Object toObject() {
            return text;
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, int line, int column) implements YamlNode {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public Object toObject() {
            List<Object> list = new ArrayList<>(items.size());
            items.forEach(item -> list.add(item.toObject()));
            return list;
        }
    }

    /** Keys with values, in the order of the text; no key stands there twice. */
    record Mapping(List<Entry> entries, int line, int column) implements YamlNode {

        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of a key. */
        public Optional<YamlNode> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        @Override
        public String kind() {
            return "keys with values";
        }

        @Override
        public Object toObject() {
            Map<String, Object> map = new LinkedHashMap<>();
            entries.forEach(entry -> map.put(entry.key().text(), entry.value().toObject()));
            return map;
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, YamlNode value) {}
}
