package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.specimen.problem.BadInput;

class DockerIgnoreRulesTest {

    static List<Arguments> cases() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DockerIgnoreRulesTest.class.getResourceAsStream("dockerignore-cases.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(row -> Arguments.of((Object[]) row))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesOutWhatDockerDoes(String patterns, String path, String expected) {
        String text = patterns.replace(' ', '\n');
        if (expected.equals("malformed")) {
            assertThatThrownBy(() -> DockerIgnoreRules.parse(text))
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith(".dockerignore, line 1");
        } else {
            assertThat(DockerIgnoreRules.parse(text).ignores(path)).isEqualTo(expected.equals("yes"));
        }
    }

    @Test
    void readsTheFileAsDockerDoes() {
        DockerIgnoreRules rules = DockerIgnoreRules.parse(
                "\uFEFFtest1\r\n/test2\n/a/file/here\n\nlastfile\n# test9\n  ./b//c/../d/ \n! /test2/kept\n");

        assertThat(List.of("test1", "test2", "a/file/here", "lastfile", "b/d", "test2/other"))
                .allMatch(rules::ignores);
        assertThat(List.of("test9", "a/file", "b", "b/c", "test2/kept", "sub/test1"))
                .noneMatch(rules::ignores);
    }

    @Test
    void theLastPatternThatFitsDecides() {
        DockerIgnoreRules rules = DockerIgnoreRules.parse("data\n!data/**/*.py\ndata/secret.py\n");

        assertThat(rules.ignores("data/raw/1.csv")).isTrue();
        assertThat(rules.ignores("data/raw/read.py")).isFalse();
        assertThat(rules.ignores("data/secret.py")).isTrue();
    }

    @Test
    void aFolderIsLookedIntoOnlyWhereAnExceptionBeginsWithIt() {
        DockerIgnoreRules rules = DockerIgnoreRules.parse("*\n!src/deep/x.py\n!**/README.md\n");

        assertThat(rules.mayBringBack("src")).isTrue();
        assertThat(rules.mayBringBack("src/deep")).isTrue();
        assertThat(rules.mayBringBack("sr")).isFalse();
        assertThat(rules.mayBringBack("data")).isFalse();
    }
}
