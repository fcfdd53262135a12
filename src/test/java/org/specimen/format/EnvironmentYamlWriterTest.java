package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.specimen.format.EnvironmentYamlWriter.Item;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class EnvironmentYamlWriterTest {

    private static Object read(String yaml) {
        return new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    static Stream<String> hostileTexts() {
        return HostileText.anything(6, 500);
    }

    @Test
    void readsLikeOneWrittenByHand() {
        String file = EnvironmentYamlWriter.write(
                "The environment.",
                "maps",
                List.of("conda-forge", "nodefaults"),
                List.of(new Item("python=3.12.12", ""), new Item("gdal=3.11.4", "reads the maps"), new Item("pip", "")),
                List.of(new Item("openai==2.8.1", "")));

        assertThat(file).isEqualTo("""
                        # The environment.
                        name: maps
                        channels:
                          - conda-forge
                          - nodefaults
                        dependencies:
                          - python=3.12.12
                          - gdal=3.11.4  # reads the maps
                          - pip
                          - pip:
                              - openai==2.8.1
                        """);
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void isReadBackAsItWasMeant(String text) {
        String file = EnvironmentYamlWriter.write(
                text, text, List.of(text), List.of(new Item(text, text)), List.of(new Item(text, text)));

        assertThat(read(file))
                .isEqualTo(Map.of(
                        "name",
                        text,
                        "channels",
                        List.of(text),
                        "dependencies",
                        List.of(text, Map.of("pip", List.of(text)))));
    }
}
