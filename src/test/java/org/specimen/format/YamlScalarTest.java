package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class YamlScalarTest {

    private static Object read(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    static Stream<String> hostileTexts() {
        return HostileText.anything(4, 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.10",
                "1",
                "1e3",
                "0x1F",
                "0o7",
                "1_000",
                "12:30",
                "2026-11-22",
                "yes",
                "No",
                "on",
                "true",
                "null",
                "~",
                "y",
                "",
                " a",
                "a ",
                "a: b",
                "a #b",
                "- a",
                "? a",
                "&a",
                "*a",
                "!a",
                "%a",
                "@a",
                "`a",
                "<<",
                "=",
                ".inf",
                ".nan",
                "[a]",
                "{a}",
                "\"a\"",
                "'a'",
                "---",
                "...",
                "a\nb",
                "a\tb",
                "\u0085",
                "\u2028",
                "\ufeff",
                "\u0007",
                "\uD83D\uDE00"
            })
    void isReadAsTheTextThatItWas(String text) {
        assertThat(read(YamlScalar.of(text))).isEqualTo(text);
        assertThat(read("a:\n  - " + YamlScalar.of(text) + "  # why\n").toString())
                .isEqualTo("{a=[" + text + "]}");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void isReadAsTheTextThatItWasWhateverIsInIt(String text) {
        assertThat(read(YamlScalar.of(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "numpy=2.3.5",
                "python=3.12.14",
                "conda-forge",
                "pytorch=2.5.1=*cuda12*",
                "uvicorn[standard]==0.30.1",
                "numpy>=1.26,<2"
            })
    void leavesOrdinaryNamesBare(String text) {
        assertThat(YamlScalar.of(text)).isEqualTo(text);
        assertThat(read("[" + YamlScalar.of("numpy") + "]").toString()).isEqualTo("[numpy]");
    }
}
