package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.format.Instruction.Command;
import org.specimen.format.Instruction.Comment;
import org.specimen.format.Instruction.Copy;
import org.specimen.format.Instruction.Environment;
import org.specimen.format.Instruction.From;
import org.specimen.format.Instruction.Label;
import org.specimen.format.Instruction.Run;
import org.specimen.format.Instruction.SearchFirst;
import org.specimen.format.Instruction.User;
import org.specimen.format.Instruction.WorkDirectory;

class DockerfileTest {

    private static String render(Instruction... instructions) {
        return new Dockerfile(List.of(instructions)).render();
    }

    private static ParsedDockerfile parsed(Instruction... instructions) {
        return ParsedDockerfile.parse(render(instructions));
    }

    @Test
    void readsLikeOneWrittenByHand() {
        String text = render(
                From.image("python:3.12.14-slim-trixie"),
                new WorkDirectory("/project"),
                Copy.of("requirements.txt", "./"),
                Run.of(
                        Run.Step.call("apt-get", "install", "-y").withEach(List.of("libgl1", "g++")),
                        new Run.RemovePackageLists()),
                new User(1000),
                new Command(List.of("python", "analysis.py")));

        assertThat(text).isEqualTo("""
                        FROM python:3.12.14-slim-trixie
                        WORKDIR /project
                        COPY requirements.txt ./
                        RUN apt-get install -y \\
                                libgl1 \\
                                g++ \\
                            && rm -rf /var/lib/apt/lists/*
                        USER 1000
                        CMD ["python", "analysis.py"]
                        """);
    }

    @Test
    void fixesAnImageByItsDigestOnceThatIsKnown() {
        String digest = "sha256:" + "0a".repeat(32);

        assertThat(render(new From("python:3.12.14-slim-trixie", Optional.of(digest), Optional.of("base"))))
                .isEqualTo("FROM python:3.12.14-slim-trixie@" + digest + " AS base\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"python", "python:", "python:3.12 AS x", "python:$TAG", "-x:1", "a:b\nRUN x", "Python:3.12", ""})
    void refusesAnImageWithoutATagOrOfAnotherShape(String image) {
        assertThatIllegalArgumentException().isThrownBy(() -> From.image(image));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python:3.12.14-slim-trixie",
                "mambaorg/micromamba:2.6.1",
                "nvidia/cuda:12.6.3-runtime-ubuntu24.04",
                "localhost:5000/team/python:3.12.14",
                "registry.example.org/a/b-c__d:1"
            })
    void takesImagesOfAnyRegistry(String image) {
        assertThat(render(From.image(image))).isEqualTo("FROM " + image + "\n");
    }

    static Stream<String> hostileLines() {
        return HostileText.lines(1, 500);
    }

    static Stream<String> hostileTexts() {
        return HostileText.anything(2, 500);
    }

    @ParameterizedTest
    @MethodSource("hostileLines")
    void keepsEveryValueInItsPlace(String value) {
        ParsedDockerfile file = parsed(
                new Comment(value),
                new Environment(Map.of("NAME", value)),
                new Label(Map.of("org.example.name", value)),
                new Instruction.Argument("BUILD", value),
                new WorkDirectory("/" + value),
                new Command(List.of("python", value, value + "x")),
                new Instruction.Entrypoint(List.of(value)),
                new User(1000));

        assertThat(file.lines().stream().map(ParsedDockerfile.Line::name))
                .containsExactly("ENV", "LABEL", "ARG", "WORKDIR", "CMD", "ENTRYPOINT", "USER");
        assertThat(file.last("ENV").pairs(Map.of())).isEqualTo(Map.of("NAME", value));
        assertThat(file.last("LABEL").pairs(Map.of())).isEqualTo(Map.of("org.example.name", value));
        assertThat(file.last("ARG").pairs(Map.of())).isEqualTo(Map.of("BUILD", value));
        assertThat(file.last("WORKDIR").value()).isEqualTo("/" + value);
        assertThat(file.last("CMD").json()).containsExactly("python", value, value + "x");
        assertThat(file.last("ENTRYPOINT").json()).containsExactly(value);
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void keepsTextsWithLineBreaksInsideCommentsAndCommands(String value) {
        ParsedDockerfile file = parsed(new Comment(value), new Command(List.of(value)), new User(1000));

        assertThat(file.lines().stream().map(ParsedDockerfile.Line::name)).containsExactly("CMD", "USER");
        assertThat(file.last("CMD").json()).containsExactly(value);
    }

    @ParameterizedTest
    @MethodSource("hostileLines")
    void copiesExactlyTheFileThatIsMeant(String value) {
        if (value.indexOf('\\') >= 0) {
            assertThatIllegalArgumentException().isThrownBy(() -> render(Copy.of(value, "./")));
            return;
        }
        String source = (value + "f").replaceAll("[\\[*?]", "[$0]").replaceFirst("^(\\d*<<)", "./$1");
        ParsedDockerfile.Line copy = parsed(
                        new Copy(Optional.empty(), Optional.of(1000), List.of(value + "f"), "/t/" + value + "/"))
                .last("COPY");

        assertThat(copy.options()).containsExactly("--chown=1000:1000");
        assertThat(copy.paths()).noneMatch(path -> path.matches("\\d*<<.*"));
        assertThat(copy.paths()).containsExactly(source, "/t/" + value + "/");
    }

    @Test
    void putsFoldersBeforeTheSearchPathThatIsThere() {
        ParsedDockerfile file = parsed(new SearchFirst(List.of("/opt/venv/bin", "/opt/a$b/bin")));

        assertThat(file.last("ENV").pairs(Map.of("PATH", "/usr/bin")))
                .isEqualTo(Map.of("PATH", "/opt/venv/bin:/opt/a$b/bin:/usr/bin"));
    }

    @Test
    void neverBeginsWithAParserDirective() {
        assertThat(render(new Comment("escape=`"), new User(1))).isEqualTo("\n# escape=`\nUSER 1\n");
        assertThat(render(new Comment("syntax = evil/frontend"))).startsWith("\n");
    }

    @Test
    void doesNotLetAProgramPassForAnOptionOfRun() {
        assertThat(render(Run.of(Run.Step.call("--mount=type=secret", "x"))))
                .isEqualTo("RUN '--mount=type=secret' x\n");
    }

    @Test
    void setsAVariableForOneStepOnly() {
        assertThat(render(Run.of(Run.Step.call("micromamba", "install").withVariable("CONDA_OVERRIDE_CUDA", "12.6"))))
                .isEqualTo("RUN CONDA_OVERRIDE_CUDA=12.6 micromamba install\n");
    }

    @Test
    void refusesLineBreaksWhereNothingCanHoldThem() {
        assertThatIllegalArgumentException().isThrownBy(() -> render(new WorkDirectory("/a\nRUN evil")));
        assertThatIllegalArgumentException().isThrownBy(() -> render(new Label(Map.of("a", "b\nRUN evil"))));
        assertThatIllegalArgumentException().isThrownBy(() -> render(new Environment(Map.of("A", "b\rc"))));
        assertThatIllegalArgumentException().isThrownBy(() -> render(Run.of(Run.Step.call("a", "b\nc"))));
        assertThatIllegalArgumentException().isThrownBy(() -> render(Copy.of("a\nb", "./")));
    }

    @Test
    void refusesNamesOfOtherShapes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Environment(Map.of("A B", "c")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Label(Map.of("a b", "c")));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkDirectory("relative"));
        assertThatIllegalArgumentException().isThrownBy(() -> new User(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Copy(Optional.empty(), Optional.empty(), List.of("a", "b"), "c"));
    }
}
