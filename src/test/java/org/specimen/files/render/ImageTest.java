package org.specimen.files.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;
import org.specimen.files.FileNames;
import org.specimen.files.FileRole;
import org.specimen.format.ParsedDockerfile;
import org.specimen.project.Evidence;
import org.specimen.project.ProjectFacts;
import org.specimen.python.PackageName;

class ImageTest {

    private static final ProjectFacts.Installable INSTALLABLE =
            new ProjectFacts.Installable(PackageName.of("seedlings"), Evidence.of("pyproject.toml"));

    private static ParsedDockerfile file(Example example) {
        return ParsedDockerfile.parse(example.text(FileRole.DOCKERFILE));
    }

    private static List<String> runs(Example example) {
        return file(example).all("RUN").stream()
                .map(run -> run.rest().replaceAll("\\s+", " "))
                .toList();
    }

    private static String last(List<String> list) {
        return list.get(list.size() - 1);
    }

    /** Every choice that changes a Dockerfile, alone and together. */
    static Stream<Example> everyKind() {
        return Stream.of(Stack.DOCKER, Stack.DOCKER_CONDA)
                .flatMap(stack ->
                        Stream.iterate(0, bits -> bits + 1).limit(1 << 7).map(bits -> kind(stack, bits)));
    }

    private static Example kind(Stack stack, int bits) {
        Example example = Example.of(stack);
        if ((bits & 1) != 0) {
            example.pip("opencv-python", "4.11.0.86", "reads photographs");
        }
        if ((bits & 2) != 0) {
            example.reference("growth @ git+https://example.org/growth@v1", "the model");
        }
        if ((bits & 4) != 0) {
            example.reference("local @ file:./libs/local", "ours");
        }
        if ((bits & 8) != 0) {
            example.installable = Optional.of(INSTALLABLE);
        }
        if ((bits & 16) != 0) {
            example.withHashes();
        }
        if ((bits & 32) != 0) {
            example.systemPackages = List.of("ffmpeg", "git");
            example.venvOnTop = true;
        }
        if ((bits & 64) != 0) {
            example.cuda = Optional.of("12.6.3");
            example.command = List.of();
        }
        return example;
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void breaksNoRuleOfTheLinter(Example example) {
        assertThat(DockerfileRules.broken(example.text(FileRole.DOCKERFILE))).isEmpty();
    }

    @Test
    void everyStepIsOneThatAShellUnderstands() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        List<String> steps = everyKind()
                .flatMap(example -> runs(example).stream())
                .distinct()
                .toList();

        Process shell = new ProcessBuilder("/bin/sh", "-n", "-c", String.join("\n", steps))
                .redirectErrorStream(true)
                .start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(shell.waitFor()).isZero();
        assertThat(steps).hasSizeGreaterThan(10);
    }

    @Test
    void beginsWithAnExactTagThatNamesItsSuite() {
        assertThat(file(Example.of(Stack.DOCKER)).last("FROM").rest()).isEqualTo("python:3.12.14-slim-trixie");
        assertThat(file(Example.of(Stack.DOCKER_CONDA)).last("FROM").rest()).isEqualTo("mambaorg/micromamba:2.6.1");
    }

    @Test
    void installsTheLockBeforeTheCodeIsThere() {
        List<String> names = file(Example.of(Stack.DOCKER)).lines().stream()
                .filter(line -> line.rest().matches("requirements.txt \\./|pip install .*|\\. \\./"))
                .map(ParsedDockerfile.Line::rest)
                .toList();

        assertThat(names)
                .containsExactly("requirements.txt ./", "pip install --no-cache-dir -r requirements.txt", ". ./");
    }

    @Test
    void checksHashesOnlyWhereTheLockHasThem() {
        assertThat(runs(Example.of(Stack.DOCKER).withHashes()))
                .contains("pip install --no-cache-dir --require-hashes -r requirements.txt");
    }

    @Test
    void bringsLibrariesForRunTimeAndNoneForBuilding() {
        Example example = Example.of(Stack.DOCKER).pip("opencv-python", "4.11.0.86", "reads photographs");
        example.systemPackages = List.of("ffmpeg");

        assertThat(runs(example))
                .contains("apt-get update && apt-get install -y --no-install-recommends ffmpeg libgl1 libglib2.0-0t64"
                        + " && rm -rf /var/lib/apt/lists/*");
        assertThat(example.text(FileRole.DOCKERFILE))
                .contains("# - libgl1: opencv-python\n")
                .contains("# - ffmpeg: chosen for this project\n")
                .doesNotContain("cmake");
        assertThat(Example.of(Stack.DOCKER).text(FileRole.DOCKERFILE)).doesNotContain("apt-get");
    }

    @Test
    void takesAwayWhatItFetchedReferencesWith() {
        Example example = Example.of(Stack.DOCKER).reference("growth @ git+https://example.org/growth@v1", "");
        assertThat(runs(example))
                .contains("apt-get update && apt-get install -y --no-install-recommends git"
                        + " && pip install --no-cache-dir --no-deps -r requirements-references.txt"
                        + " && apt-get purge -y --auto-remove git && rm -rf /var/lib/apt/lists/*");

        example.systemPackages = List.of("git");
        assertThat(example.text(FileRole.DOCKERFILE)).doesNotContain("purge");
    }

    @Test
    void installsWhatLiesInTheProjectOnceTheCodeIsThere() {
        Example example = Example.of(Stack.DOCKER).reference("local @ file:./libs/local", "");
        example.installable = Optional.of(INSTALLABLE);

        assertThat(last(runs(example)))
                .isEqualTo("pip install --no-cache-dir --no-deps -r requirements-references.txt"
                        + " && cp -R . /tmp/project && pip install --no-cache-dir --no-deps /tmp/project"
                        + " && rm -rf /tmp/project && chmod -R a+rwX .");
    }

    @Test
    void runsAsANumberedUserInFoldersThatAreOpenToAll() {
        Example example = Example.of(Stack.DOCKER);

        assertThat(file(example).last("USER").value()).isEqualTo("1000");
        assertThat(runs(example).get(0)).endsWith("install -d -m 1777 /home/researcher /project");
        assertThat(file(example).last("ENV").pairs(Map.of()))
                .containsEntry("HOME", "/home/researcher")
                .containsEntry("PYTHONHASHSEED", "0")
                .containsEntry("PYTHONNOUSERSITE", "1");
        assertThat(file(Example.of(Stack.DOCKER_CONDA)).last("USER").value()).isEqualTo("57439");
    }

    @Test
    void startsThePlannedCommandOrPython() {
        Example example = Example.of(Stack.DOCKER);
        example.command = List.of("python", "my analysis.py", "$HOME", "\"\\");
        assertThat(file(example).last("CMD").json()).containsExactly("python", "my analysis.py", "$HOME", "\"\\");

        example.command = List.of();
        assertThat(file(example).last("CMD").json()).containsExactly("python");
    }

    @Test
    void makesTheCondaEnvironmentFromItsFile() {
        Example example = Example.of(Stack.DOCKER_CONDA);
        example.names = FileNames.USUAL.beside(FileRole.ENVIRONMENT_YML);

        assertThat(file(example).all("COPY").get(0).paths())
                .containsExactly("environment.yml.specimen", "/project/environment.yml");
        assertThat(runs(example))
                .contains("micromamba install --yes --name base --file environment.yml"
                        + " && micromamba clean --all --yes");
        assertThat(example.text(FileRole.DOCKERFILE)).contains("ENV PATH=\"/opt/conda/bin:${PATH}\"\n");
    }

    @Test
    void nestsCondaInAnImageOfCuda() {
        Example example = Example.of(Stack.DOCKER_CONDA);
        example.cuda = Optional.of("12.6.3");

        assertThat(file(example).all("FROM").stream().map(ParsedDockerfile.Line::rest))
                .containsExactly("mambaorg/micromamba:2.6.1 AS micromamba", "nvidia/cuda:12.6.3-runtime-ubuntu24.04");
        assertThat(file(example).last("ENTRYPOINT").json()).containsExactly("/usr/local/bin/_entrypoint.sh");
        assertThat(runs(example)).anyMatch(run -> run.startsWith("CONDA_OVERRIDE_CUDA=12.6 micromamba install "));

        example.gpuEvidence = List.of(Evidence.of("kernels/growth.cu"));
        assertThat(file(example).last("FROM").rest()).isEqualTo("nvidia/cuda:12.6.3-devel-ubuntu24.04");
    }

    @Test
    void solvesForAGpuAlsoWithoutABaseOfCuda() {
        Example example = Example.of(Stack.DOCKER_CONDA);
        example.gpu = ProjectFacts.GpuNeed.WHEELS;
        assertThat(runs(example)).anyMatch(run -> run.startsWith("CONDA_OVERRIDE_CUDA=12.6 micromamba install "));

        example.answers = Map.of(Question.GPU, List.of("none"));
        assertThat(example.text(FileRole.DOCKERFILE)).doesNotContain("CONDA_OVERRIDE_CUDA");

        example.gpu = ProjectFacts.GpuNeed.NONE;
        example.answers = Map.of(Question.GPU, List.of("cuda"));
        assertThat(runs(example)).anyMatch(run -> run.startsWith("CONDA_OVERRIDE_CUDA=12.6 micromamba install "));
    }

    @Test
    void compilesWhatHasNoWheelAndTakesTheToolsAwayInTheSameStep() {
        Example example = Example.of(Stack.DOCKER).pip("pycairo", "1.28.0", "drawings");

        assertThat(runs(example))
                .contains("apt-get update && apt-get install -y --no-install-recommends libcairo2"
                        + " && rm -rf /var/lib/apt/lists/*")
                .contains("apt-get update && apt-get install -y --no-install-recommends build-essential libcairo2-dev"
                        + " && pip install --no-cache-dir -r requirements.txt"
                        + " && apt-get purge -y --auto-remove build-essential libcairo2-dev"
                        + " && rm -rf /var/lib/apt/lists/*");
        assertThat(example.text(FileRole.GUIDE))
                .contains(
                        "- `pycairo` is compiled while the image is built. No wheel: it is compiled against Cairo.\n");
        assertThat(Example.of(Stack.DOCKER).text(FileRole.GUIDE)).doesNotContain("is compiled while");
    }

    @Test
    void compilesInANestedImageToo() {
        Example example = Example.of(Stack.DOCKER_CONDA).pip("pycairo", "1.28.0", "drawings");
        assertThat(runs(example))
                .anyMatch(run -> run.contains("libcairo2-dev && micromamba install") && run.contains("purge"));

        example.venvOnTop = true;
        assertThat(runs(example))
                .anyMatch(run -> run.contains("libcairo2-dev && python -m venv") && run.contains("purge"));
    }

    @Test
    void leavesOutWhatCondaBrings() {
        Example example = Example.of(Stack.DOCKER_CONDA).pip("opencv-python", "4.11.0.86", "reads photographs");
        assertThat(example.text(FileRole.DOCKERFILE)).contains("libglib2.0-0t64");

        example.conda("libopencv", "4.11.0", "");
        assertThat(example.text(FileRole.DOCKERFILE)).doesNotContain("apt-get");
    }

    @Test
    void namesSystemPackagesAsTheBaseDoes() {
        Example example = Example.of(Stack.DOCKER_CONDA).pip("opencv-python", "4.11.0.86", "reads photographs");
        example.cuda = Optional.of("12.4.1");

        assertThat(example.text(FileRole.DOCKERFILE)).contains("libglib2.0-0").doesNotContain("libglib2.0-0t64");
        assertThat(example.text(FileRole.GUIDE)).contains("may call one otherwise: `libgl1`, `libglib2.0-0`.");
        example.cuda = Optional.of("12.6.3");
        assertThat(example.text(FileRole.DOCKERFILE)).contains("libglib2.0-0t64");
    }

    @Test
    void keepsDownloadsOfPipOutOfACondaImage() {
        assertThat(Example.of(Stack.DOCKER_CONDA).text(FileRole.DOCKERFILE)).doesNotContain("PIP_NO_CACHE_DIR");
        assertThat(Example.of(Stack.DOCKER_CONDA).pip("openai", "2.8.1", "").text(FileRole.DOCKERFILE))
                .contains("PIP_NO_CACHE_DIR=1 ");
    }

    @Test
    void putsAVenvOnTopOfConda() {
        Example example = Example.of(Stack.DOCKER_CONDA).pip("openai", "2.8.1", "");
        example.venvOnTop = true;
        example.installable = Optional.of(INSTALLABLE);

        assertThat(runs(example))
                .anyMatch(run -> run.startsWith("python -m venv --system-site-packages /opt/venv"
                        + " && /opt/venv/bin/pip install --no-cache-dir -r requirements.txt"))
                .last()
                .isEqualTo("cp -R . /tmp/project && /opt/venv/bin/pip install --no-cache-dir --no-deps /tmp/project"
                        + " && rm -rf /tmp/project && chmod -R a+rwX .");
        assertThat(example.text(FileRole.DOCKERFILE)).contains("ENV PATH=\"/opt/venv/bin:/opt/conda/bin:${PATH}\"\n");
    }

    @Test
    void holdsNoKeyAndNoTime() {
        Example example = Example.of(Stack.DOCKER);
        example.secrets = List.of(new ProjectFacts.Secret("OPENAI_API_KEY", Evidence.of("ask.py", 7)));

        assertThat(example.text(FileRole.DOCKERFILE)).doesNotContain("OPENAI").doesNotContain("created");
    }
}
