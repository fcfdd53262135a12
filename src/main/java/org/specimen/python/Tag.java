package org.specimen.python;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What one wheel needs of an interpreter and a machine (PEP 425, "Details").
 *
 * @param interpreter such as {@code cp312} or {@code py3}, lower case
 * @param abi such as {@code cp312}, or {@code none}, lower case
 * @param platform such as {@code win_amd64} or {@code any}, lower case
 */
public record Tag(String interpreter, String abi, String platform) {

    /** More than any wheel has; a name could else stand for millions. */
    static final int MAX_EXPANDED = 10_000;

    /** Letters are made lower case. */
    public Tag {
        interpreter = interpreter.toLowerCase(Locale.ROOT);
        abi = abi.toLowerCase(Locale.ROOT);
        platform = platform.toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the tag part of a wheel's name, in which each component may list several values (PEP 425, "Compressed Tag
     * Sets"): {@code py2.py3-none-any} stands for two tags.
     *
     * @return every combination, in the order of the text
     * @throws IllegalArgumentException if there are not three components, one is empty, an interpreter is not an
     *     identifier, or there are more than 10,000 combinations
     */
    public static Set<Tag> parse(String text) {
        String[] components = text.split("-", -1);
        if (components.length != 3) {
            throw new IllegalArgumentException("a wheel tag has three components, but this has " + components.length
                    + ": " + PythonText.quote(text));
        }
        List<List<String>> values = new ArrayList<>();
        for (String component : components) {
            values.add(values(component, text));
        }
        long combinations = 1L * values.get(0).size() * values.get(1).size();
        if (combinations * values.get(2).size() > MAX_EXPANDED || combinations > MAX_EXPANDED) {
            throw new IllegalArgumentException(
                    "a wheel tag stands for more than " + MAX_EXPANDED + " tags: " + PythonText.quote(text));
        }
        return expand(values.get(0), values.get(1), values.get(2), text);
    }

    private static Set<Tag> expand(List<String> interpreters, List<String> abis, List<String> platforms, String text) {
        Set<Tag> tags = new LinkedHashSet<>();
        for (String interpreter : interpreters) {
            if (!isIdentifier(interpreter)) {
                throw new IllegalArgumentException("a wheel tag names an interpreter that is not an identifier: "
                        + PythonText.quote(interpreter) + " in " + PythonText.quote(text));
            }
            for (String abi : abis) {
                for (String platform : platforms) {
                    tags.add(new Tag(interpreter, abi, platform));
                }
            }
        }
        return tags;
    }

    private static List<String> values(String component, String text) {
        List<String> values = List.of(component.split("\\.", -1));
        if (values.contains("")) {
            throw new IllegalArgumentException("a wheel tag has an empty component: " + PythonText.quote(text));
        }
        return values;
    }

    /** Python's str.isidentifier. */
    private static boolean isIdentifier(String text) {
        int first = text.codePointAt(0);
        return (first == '_' || Character.isUnicodeIdentifierStart(first))
                && text.codePoints()
                        .allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    /** The three components with hyphens. */
    @Override
    public String toString() {
        return interpreter + "-" + abi + "-" + platform;
    }
}
