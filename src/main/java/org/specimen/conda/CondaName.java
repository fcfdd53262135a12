package org.specimen.conda;

import java.util.Locale;
import java.util.Optional;

/**
 * The name of a conda package in its normal form, which is lower case; {@code __glibc} and the like name virtual
 * packages. Unlike on PyPI, {@code ruamel.yaml}, {@code ruamel_yaml} and {@code ruamel-yaml} are three names.
 *
 * @param value lower case ASCII letters, digits and {@code . - _} (CEP 26)
 */
public record CondaName(String value) implements Comparable<CondaName> {

    /** Longer than any name in use; keeps hostile input from filling messages. */
    static final int MAX_LENGTH = 256;

    /** @throws IllegalArgumentException if {@code value} is not a name in its normal form */
    public CondaName {
        Optional<String> fault = fault(value);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(
                    "not a conda package name: " + Excerpt.of(value) + " (" + fault.get() + ")");
        }
    }

    /**
     * Reads a name as a person writes it, in any case.
     *
     * @throws IllegalArgumentException if it is not a valid name, with the reason
     */
    public static CondaName of(String text) {
        return new CondaName(normalize(text));
    }

    /** Like {@link #of}, empty if the name is not valid. */
    public static Optional<CondaName> tryOf(String text) {
        String normal = normalize(text);
        return fault(normal).isEmpty() ? Optional.of(new CondaName(normal)) : Optional.empty();
    }

    /** Whether it names something that the machine has, not a package of a channel (conda docs, "Virtual packages"). */
    public boolean isVirtual() {
        return value.startsWith("__");
    }

    private static String normalize(String text) {
        return text.length() > MAX_LENGTH ? text : text.strip().toLowerCase(Locale.ROOT);
    }

    /** CEP 26: a letter, digit or single underscore first (two for virtual ones); separators never side by side. */
    private static Optional<String> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of("longer than " + MAX_LENGTH + " characters");
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isAlphanumeric(name.charAt(i)) && !isSeparator(name.charAt(i))) {
                return Optional.of("only lower case letters, digits and . - _ are allowed");
            }
        }
        boolean isVirtual = name.startsWith("__");
        int first = isVirtual ? 2 : 0;
        if (first == name.length() || !(isAlphanumeric(name.charAt(first)) || (!isVirtual && name.charAt(0) == '_'))) {
            return Optional.of("it starts with a separator");
        }
        // After the first character one separator may stand, then runs of letters and digits with one between them.
        for (int i = first + 2; i < name.length(); i++) {
            if (isSeparator(name.charAt(i)) && isSeparator(name.charAt(i - 1))) {
                return Optional.of("two separators stand side by side");
            }
        }
        return Optional.empty();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-' || c == '_';
    }

    @Override
    public int compareTo(CondaName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
