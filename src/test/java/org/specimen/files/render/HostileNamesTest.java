package org.specimen.files.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.specimen.advice.Origin;
import org.specimen.advice.Recommendation.Note;
import org.specimen.advice.Recommendation.Reason;
import org.specimen.advice.Stack;
import org.specimen.files.FileRole;
import org.specimen.format.CommentText;
import org.specimen.format.HostileText;
import org.specimen.format.ParsedDockerfile;
import org.specimen.project.Evidence;
import org.specimen.project.ProjectFacts;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a plan may hold, at its worst, in every place of every file. */
class HostileNamesTest {

    static Stream<String> hostileLines() {
        return HostileText.lines(8, 500);
    }

    private static Example example(Stack stack, String text, String anything) {
        Example example = Example.of(stack).pip("openai", "2.8.1", text);
        if (stack.usesConda()) {
            example.conda("scipy", "1.16.3", text);
        }
        example.reference("growth @ git+https://example.org/growth@v1", text);
        example.project = anything;
        example.command = List.of("python", text, text + " ");
        example.notes = List.of(anything);
        example.habits = List.of(new Note("a", anything, ""));
        example.reasons = List.of(new Reason("a", anything, new Origin.Said(), anything, Optional.empty(), ""));
        example.secrets = List.of(new ProjectFacts.Secret(anything, Evidence.of("a" + anything, 1)));
        example.models = List.of(
                new ProjectFacts.Model(anything, Optional.of(anything), Evidence.of("data/" + anything + ".py", 1)));
        example.randomness = List.of(Evidence.of("results/" + anything + ".py"));
        return example;
    }

    @ParameterizedTest
    @MethodSource("hostileLines")
    void keepsItsPlaceInADockerfile(String text) {
        for (Stack stack : List.of(Stack.DOCKER, Stack.DOCKER_CONDA)) {
            ParsedDockerfile plain =
                    ParsedDockerfile.parse(example(stack, "x", "x").text(FileRole.DOCKERFILE));
            ParsedDockerfile file =
                    ParsedDockerfile.parse(example(stack, text, text).text(FileRole.DOCKERFILE));

            assertThat(file.lines().stream().map(ParsedDockerfile.Line::name))
                    .isEqualTo(plain.lines().stream()
                            .map(ParsedDockerfile.Line::name)
                            .toList());
            assertThat(file.last("CMD").json()).containsExactly("python", text, text + " ");
            assertThat(file.last("LABEL").pairs(Map.of()).get("org.opencontainers.image.description"))
                    .startsWith(CommentText.oneLine(text) + ": Python 3.12.");
            assertThat(file.all("RUN")).isEqualTo(plain.all("RUN"));
        }
    }

    @ParameterizedTest
    @MethodSource("hostileLines")
    void keepsItsPlaceInEnvironmentYml(String text) {
        assertThat(load(example(Stack.CONDA, text, text))).isEqualTo(load(example(Stack.CONDA, "x", "x")));
    }

    private static Object load(Example example) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(example.text(FileRole.ENVIRONMENT_YML));
    }

    @ParameterizedTest
    @MethodSource("hostileLines")
    void keepsItsPlaceInRequirements(String text) {
        for (FileRole role : List.of(FileRole.REQUIREMENTS_IN, FileRole.REQUIREMENTS, FileRole.REFERENCES)) {
            assertThat(requirements(example(Stack.VENV, text, text).text(role)))
                    .isEqualTo(requirements(example(Stack.VENV, "x", "x").text(role)));
        }
    }

    private static List<String> requirements(String file) {
        return file.replace("\\\n", "")
                .lines()
                .map(line -> line.replaceFirst("(^|\\s+)#.*$", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hostileLines")
    void keepsItsPlaceInTheGuide(String text) {
        for (Stack stack : Stack.values()) {
            List<String> plain = outline(example(stack, "x", "x").text(FileRole.GUIDE));
            List<String> hostile =
                    outline(example(stack, text, text + "\n\n# evil\n```\n").text(FileRole.GUIDE));

            assertThat(hostile).isEqualTo(plain);
        }
    }

    /** What gives the page its shape: headings, fences, and rows of tables with their cells. */
    private static List<String> outline(String page) {
        return page.lines()
                .filter(line -> line.matches("(#|`{3,}|\\|).*"))
                .map(line -> line.startsWith("|")
                        ? "row of "
                                + line.replaceAll("\\\\\\\\", "")
                                        .replaceAll("\\\\\\|", "")
                                        .chars()
                                        .filter(c -> c == '|')
                                        .count()
                        : line.replaceAll("`{4,}", "```"))
                .toList();
    }
}
