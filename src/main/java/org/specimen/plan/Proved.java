package org.specimen.plan;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * That an environment was made and checked.
 *
 * @param on system and processor, as in {@code linux/amd64}
 * @param with what made it, as in {@code Docker 28.2.2}
 * @param pins SHA-256 of the pins that it had: with others, nothing is proved
 */
public record Proved(String on, String with, Outcome outcome, String pins) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Proved {
        OneLine.check("what the environment was proved on", on);
        OneLine.check("what the environment was proved with", with);
        if (!DIGEST.matcher(pins).matches()) {
            throw new IllegalArgumentException("a digest of pins is 64 hexadecimal digits, not " + pins);
        }
    }

    /** How far it came. */
    public enum Outcome {
        /** Every package is there, and the imports work. */
        BUILT,
        /** The project ran to its end too. */
        RAN,
        /** Its results were the same. */
        REPRODUCED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is no such outcome */
        static Outcome parse(String key) {
            for (Outcome outcome : values()) {
                if (outcome.key().equals(key)) {
                    return outcome;
                }
            }
            throw new IllegalArgumentException("an outcome is built, ran or reproduced, not " + key);
        }
    }
}
