package org.specimen.ui.code.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxTest {

    /** Each token as its kind and its text. */
    private static List<String> tokens(Syntax syntax, String... lines) {
        List<String> said = new ArrayList<>();
        List<List<Token>> all = syntax.tokens(List.of(lines));
        for (int i = 0; i < lines.length; i++) {
            for (Token token : all.get(i)) {
                said.add(token.kind() + " " + lines[i].substring(token.start(), token.end()));
            }
        }
        return said;
    }

    static Stream<Arguments> linesWithTheirTokens() {
        return Stream.of(
                arguments(Syntax.YAML, "name: map", List.of("KEYWORD name", "OPERATOR :")),
                arguments(
                        Syntax.YAML,
                        "  - numpy=1.26.4  # found in map.py",
                        List.of("OPERATOR -", "COMMENT # found in map.py")),
                arguments(Syntax.YAML, "python: \"3.12\"", List.of("KEYWORD python", "OPERATOR :", "STRING \"3.12\"")),
                arguments(
                        Syntax.YAML,
                        "jupyter: false # no",
                        List.of("KEYWORD jupyter", "OPERATOR :", "KEYWORD false", "COMMENT # no")),
                arguments(Syntax.YAML, "why: in map.py, line 9", List.of("KEYWORD why", "OPERATOR :")),
                arguments(Syntax.YAML, "version: 1", List.of("KEYWORD version", "OPERATOR :", "NUMBER 1")),
                arguments(Syntax.YAML, "# all", List.of("COMMENT # all")),
                arguments(
                        Syntax.YAML,
                        "- url: https://conda.anaconda.org/a#b",
                        List.of("OPERATOR -", "KEYWORD url", "OPERATOR :")),
                arguments(Syntax.REQUIREMENTS, "numpy==1.26.4", List.of("NAME numpy", "OPERATOR ==", "NUMBER 1.26.4")),
                arguments(
                        Syntax.REQUIREMENTS,
                        "tzdata==2025.2 ; sys_platform == \"win32\"",
                        List.of(
                                "NAME tzdata",
                                "OPERATOR ==",
                                "NUMBER 2025.2",
                                "OPERATOR ;",
                                "OPERATOR ==",
                                "STRING \"win32\"")),
                arguments(
                        Syntax.REQUIREMENTS,
                        "    --hash=sha256:00ff \\",
                        List.of("KEYWORD --hash", "STRING sha256:00ff", "OPERATOR \\")),
                arguments(Syntax.REQUIREMENTS, "    # via pandas", List.of("COMMENT # via pandas")),
                arguments(
                        Syntax.DOCKERFILE,
                        "FROM python:3.12-slim AS base",
                        List.of("KEYWORD FROM", "STRING python:3.12-slim", "KEYWORD AS", "NAME base")),
                arguments(
                        Syntax.DOCKERFILE,
                        "COPY --chown=1000 a \"b c\" $HOME",
                        List.of("KEYWORD COPY", "NUMBER --chown", "STRING \"b c\"", "NAME $HOME")),
                arguments(Syntax.DOCKERFILE, "# a comment", List.of("COMMENT # a comment")),
                arguments(Syntax.MARKDOWN, "## Recreate it", List.of("HEADING ## Recreate it")),
                arguments(
                        Syntax.MARKDOWN,
                        "- **Python 3.12** in `map.py`",
                        List.of("OPERATOR -", "STRONG **Python 3.12**", "CODE `map.py`")),
                arguments(Syntax.PATTERNS, "!data/*.csv", List.of("OPERATOR !", "OPERATOR *")),
                arguments(Syntax.PLAIN, "3.12.14", List.of()));
    }

    @ParameterizedTest
    @MethodSource("linesWithTheirTokens")
    void findsTheTokensOfALine(Syntax syntax, String line, List<String> expected) {
        assertThat(tokens(syntax, line)).isEqualTo(expected);
    }

    @Test
    void keepsAnInstructionThatGoesOnOverComments() {
        assertThat(tokens(Syntax.DOCKERFILE, "RUN apt-get update \\", "# first", "  && rm -r x", "USER me"))
                .containsExactly(
                        "KEYWORD RUN", "OPERATOR \\", "COMMENT # first", "OPERATOR &&", "NUMBER -r", "KEYWORD USER");
    }

    @Test
    void takesBlocksOfYamlForText() {
        assertThat(tokens(Syntax.YAML, "why: |", "  needs: numpy", "", "  # no comment", "next: 2"))
                .containsExactly(
                        "KEYWORD why",
                        "OPERATOR :",
                        "STRING needs: numpy",
                        "STRING # no comment",
                        "KEYWORD next",
                        "OPERATOR :",
                        "NUMBER 2");
    }

    @Test
    void takesFencedMarkdownForCode() {
        assertThat(tokens(Syntax.MARKDOWN, "```sh", "# not a heading", "```", "# a heading"))
                .containsExactly("OPERATOR ```sh", "CODE # not a heading", "OPERATOR ```", "HEADING # a heading");
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void keepsTokensApartAndInsideTheLineWhateverItSays(Syntax syntax) {
        Random random = new Random(20261122);
        String signs = "ab0 \"'`#*|:-=<>[]{}$\\!&;@~.,\t\u0001\uFFFD";
        for (int round = 0; round < 300; round++) {
            List<String> lines = new ArrayList<>();
            for (int line = 0; line < 5; line++) {
                StringBuilder text = new StringBuilder();
                random.ints(random.nextInt(60), 0, signs.length()).forEach(sign -> text.append(signs.charAt(sign)));
                lines.add(text.toString());
            }
            List<List<Token>> tokens = syntax.tokens(lines);
            assertThat(tokens).hasSameSizeAs(lines);
            for (int line = 0; line < lines.size(); line++) {
                int done = 0;
                for (Token token : tokens.get(line)) {
                    assertThat(token.start()).as(lines.get(line)).isGreaterThanOrEqualTo(done);
                    assertThat(token.end())
                            .as(lines.get(line))
                            .isLessThanOrEqualTo(lines.get(line).length());
                    done = token.end();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void isNotHeldUpByLongLines(Syntax syntax) {
        List<String> lines = Stream.of("\"", "'", "`", "**a", "[", "a: ", "- ", "$", "# ", "\\")
                .flatMap(sign -> Stream.of(sign.repeat(20_000), sign.repeat(900)))
                .toList();

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(syntax.tokens(lines)).hasSameSizeAs(lines));
    }
}
