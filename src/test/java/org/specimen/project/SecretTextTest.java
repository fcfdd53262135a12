package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"OPENAI_API_KEY", "HF_TOKEN", "db_password", "AWS_SECRET_ACCESS_KEY", "myApiKey"})
    void knowsNamesOfSecrets(String name) {
        assertThat(SecretText.isSecretName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEYBOARD", "HOME", "TOKENIZERS_PARALLELISM", "CUDA_VISIBLE_DEVICES", "keys"})
    void leavesOtherNames(String name) {
        assertThat(SecretText.isSecretName(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sk-your-key-goes-here-1234567890", "sk-short", "hf_", "AKIA is a prefix of keys at Amazon"})
    void leavesPlaceholders(String text) {
        assertThat(SecretText.isKnownKey(text)).isFalse();
    }
}
