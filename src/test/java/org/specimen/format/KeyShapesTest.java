package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyShapesTest {

    private static final String RANDOM = "a1B2c3D4".repeat(12);

    /** Put together here, or whoever looks for leaked keys would find them in this file. */
    static Stream<String> keys() {
        return Stream.of(
                "sk-" + RANDOM.substring(0, 40),
                "sk-proj-" + RANDOM,
                "sk-ant-" + RANDOM,
                "sk_" + "live_" + RANDOM.substring(0, 24),
                "hf_" + RANDOM.substring(0, 34),
                "ghp_" + RANDOM.substring(0, 36),
                "ghs_" + RANDOM.substring(0, 36),
                "github_pat_" + RANDOM.substring(0, 60),
                "glpat-" + RANDOM.substring(0, 20),
                "AKIA" + RANDOM.substring(0, 16).toUpperCase(Locale.ROOT),
                "AIza" + RANDOM.substring(0, 35),
                "xoxb-" + RANDOM.substring(0, 30),
                "r8_" + RANDOM.substring(0, 37),
                "gsk_" + RANDOM.substring(0, 52),
                "pypi-" + RANDOM,
                "npm_" + RANDOM.substring(0, 36),
                "dckr_pat_" + RANDOM.substring(0, 27),
                "eyJ" + RANDOM.substring(0, 20) + ".eyJ" + RANDOM.substring(0, 20) + "." + RANDOM.substring(0, 43));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void knowsAKeyAndTakesItOutOfATextAround(String key) {
        assertThat(KeyShapes.isKey(key)).isTrue();
        assertThat(Credentials.without("Needed for (" + key + "), says Ada."))
                .isEqualTo("Needed for (****), says Ada.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-short",
                "a risk-assessment-of-2024-and-all-that-followed",
                "sk-learn-extensions-for-tabular-data",
                "AKIA is a prefix of keys at Amazon",
                "hf_hub_download",
                "pypi-timemachine",
            })
    void leavesWhatOnlyBeginsLikeOne(String text) {
        assertThat(KeyShapes.isKey(text)).isFalse();
        assertThat(Credentials.without(text)).isEqualTo(text);
    }

    @Test
    void takesPrivateKeysOutWhole() {
        String key = "-----BEGIN OPENSSH " + "PRIVATE KEY-----\nb3BlbnNzaC1rZXk\nAAAA=\n-----END OPENSSH "
                + "PRIVATE KEY-----";

        assertThat(Credentials.without("before\n" + key + "\nafter")).isEqualTo("before\n****\nafter");
        assertThat(KeyShapes.isKey(key)).isTrue();
    }

    @Test
    void staysFastOnHostileText() {
        String text = "sk-" + "a".repeat(1_000_000) + " eyJ" + "a".repeat(1_000_000) + "token".repeat(200_000)
                + "-----BEGIN PRIVATE KEY-----".repeat(1000) + "a_".repeat(500_000) + "password: ".repeat(10_000);

        assertThat(Credentials.without(text)).contains("sk-");
    }
}
