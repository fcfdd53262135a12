package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.problem.BadInput;

class JsonTest {

    private static Object read(String json) throws IOException {
        return Json.read("f.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsADocumentWithValuesAsText() throws IOException {
        assertThat(read("{\"a\": [1.10, true, null, \"x\"], \"b\": {}}"))
                .isEqualTo(Map.of("a", List.of("1.10", "true", "", "x"), "b", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": [1", "{} {}", "{a: 1}"})
    void tellsLineAndColumnOfAFault(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("f.json, line 1, column ");
    }

    @Test
    void boundsNesting() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(BadInput.class);
    }
}
