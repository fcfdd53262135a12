package org.specimen.project;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.specimen.format.KeyShapes;

/** Tells keys and passwords by their names and by their looks. */
final class SecretText {

    private static final Set<String> NAME_PARTS =
            Set.of("KEY", "APIKEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD", "CREDENTIALS", "CREDENTIAL", "PASSPHRASE");

    private static final List<String> PLACEHOLDERS = List.of(
            "your",
            "xxx",
            "example",
            "changeme",
            "insert",
            "replace",
            "todo",
            "dummy",
            "placeholder",
            "...",
            "password@",
            "user:");

    private SecretText() {}

    /** Whether a variable of this name holds a secret: {@code OPENAI_API_KEY}, not {@code KEYBOARD}. */
    static boolean isSecretName(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (String part : upper.split("[_\\-.]", -1)) {
            if (NAME_PARTS.contains(part) || part.endsWith("APIKEY")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text looks like a key that a service gave to a person. */
    static boolean isKnownKey(String text) {
        return KeyShapes.isKey(text) && !isPlaceholder(text);
    }

    /** Whether a text, given to a variable with the name of a secret, is likely the secret itself. */
    static boolean isLikelyValue(String text) {
        boolean letters = text.chars().anyMatch(Character::isLetter);
        boolean digits = text.chars().anyMatch(Character::isDigit);
        return text.length() >= 16
                && text.length() < 500
                && letters
                && digits
                && isOneWord(text)
                && !isPlaceholder(text);
    }

    private static boolean isOneWord(String text) {
        return text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "_-+/=.".indexOf(c) >= 0));
    }

    /** Whether a text stands where a person is to put a secret. */
    static boolean isPlaceholder(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return PLACEHOLDERS.stream().anyMatch(lower::contains);
    }
}
