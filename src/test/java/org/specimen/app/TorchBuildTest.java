package org.specimen.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.specimen.app.Bench.answers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Question;
import org.specimen.advice.Rulebook;
import org.specimen.advice.Stack;
import org.specimen.catalogue.TorchBuild;
import org.specimen.index.FakePyPi;
import org.specimen.plan.Options;
import org.specimen.problem.BadInput;
import org.specimen.task.Progress;

/** PyTorch for the processor alone, or for a version of CUDA, from indexes on loopback. */
@Timeout(60)
class TorchBuildTest {

    private static final String METADATA = "Metadata-Version: 2.1\nName: %s\nVersion: %s\nRequires-Python: >=3.9\n%s";

    private final FakePyPi pypi = new FakePyPi();
    private final FakePyPi pytorch = new FakePyPi();

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws IOException {
        pypi.json(
                "torch",
                wheel(pypi, "torch", "2.9.1", "manylinux_2_28_x86_64"),
                wheel(pypi, "torch", "2.9.1", "win_amd64"),
                wheel(pypi, "torch", "2.9.1", "macosx_11_0_arm64"));
        pypi.json("sympy", pure(pypi, "sympy", "1.14.0"));
        pytorch.html(
                "torch",
                link("torch", "2.9.1+cpu", "manylinux_2_28_x86_64")
                        + link("torch", "2.9.1+cpu", "win_amd64")
                        + link("torch", "2.9.2+cpu", "manylinux_2_28_x86_64")
                        + link("torch", "2.9.1", "macosx_11_0_arm64"));
        // Other packages there are none of our business.
        pytorch.json("sympy", pure(pytorch, "sympy", "9.0"));
        Files.writeString(folder.resolve("train.py"), "import torch\n");
    }

    @AfterEach
    void stop() {
        pypi.close();
        pytorch.close();
    }

    private static String wheel(FakePyPi index, String name, String version, String platform) {
        return index.wheelWithMetadata(
                name + "-" + version + "-cp312-cp312-" + platform + ".whl",
                METADATA.formatted(name, version, "Requires-Dist: sympy>=1.13\n"));
    }

    private static String pure(FakePyPi index, String name, String version) {
        return index.wheelWithMetadata(
                name + "-" + version + "-py3-none-any.whl", METADATA.formatted(name, version, ""));
    }

    /** As PyTorch's pages have them: the plus sign escaped, the hash behind the address. */
    private String link(String name, String version, String platform) {
        String file = name + "-" + version + "-cp312-cp312-" + platform + ".whl";
        String path = "/files/" + file.replace("+", "%2B");
        pytorch.server()
                .text(
                        path + ".metadata",
                        "application/octet-stream",
                        METADATA.formatted(name, version, "Requires-Dist: sympy>=1.13\n"));
        return "<a href=\"" + path + "#sha256=" + hash(file) + "\" data-core-metadata=\"true\">" + file + "</a><br>\n";
    }

    private static String hash(String file) {
        return FakePyPi.sha256(file.getBytes(StandardCharsets.UTF_8));
    }

    private Preview preview(Stack stack, IndexChoice choice, String build) {
        String[] systems = stack == Stack.VENV ? new String[] {"linux", "macos", "windows"} : new String[] {"linux"};
        Workbench bench = new Workbench(
                        BareComputer.CATALOGUE,
                        Rulebook::shipped,
                        () -> BareComputer.FACTS,
                        PackageIndexes.catalogueUnlessNamed(BareComputer.CATALOGUE)
                                .withTorchFrom(one -> pytorch.simple()))
                .choosingFrom(choice);
        Wishes wishes = Wishes.NONE
                .withAnswers(answers(Question.OPERATING_SYSTEMS, systems))
                .withStack(Optional.of(stack))
                .withPython(Optional.of("3.12"))
                .withOptions(Optional.of(Options.DEFAULT.withTorch(TorchBuild.ofKey(build))));
        return bench.preview(bench.open(folder, Progress.NONE), wishes, Progress.NONE);
    }

    private IndexChoice usual() {
        return IndexChoice.USUAL.withIndex(pypi.simple().toString());
    }

    @Test
    void takesTheBuildWhereThereIsOneAndTheUsualOneOnMacOs() {
        Map<String, String> files = Bench.files(preview(Stack.VENV, usual(), "cpu"));

        assertThat(files.get("requirements.txt"))
                .contains("\n--extra-index-url https://download.pytorch.org/whl/cpu\n")
                .contains("torch==2.9.1+cpu; sys_platform == \"linux\" or sys_platform == \"win32\" \\")
                .contains("torch==2.9.1; sys_platform == \"darwin\" \\")
                .contains(hash("torch-2.9.1+cpu-cp312-cp312-win_amd64.whl"))
                .contains(hash("torch-2.9.1-cp312-cp312-macosx_11_0_arm64.whl"))
                .contains("sympy==1.14.0")
                .doesNotContain(hash("torch-2.9.1-cp312-cp312-win_amd64.whl"))
                .doesNotContain("2.9.2");
        assertThat(files.get("requirements.in")).contains("--extra-index-url https://download.pytorch.org/whl/cpu\n");
        assertThat(files.get("specimen.yml")).contains("torch: cpu\n");
    }

    @Test
    void theImageInstallsTheBuildWithItsHashes() {
        Map<String, String> files = Bench.files(preview(Stack.DOCKER, usual(), "cpu"));

        assertThat(files.get("Dockerfile")).contains("--require-hashes -r requirements.txt");
        assertThat(files.get("requirements.txt"))
                .contains("torch==2.9.2+cpu \\\n    --hash=sha256:"
                        + hash("torch-2.9.2+cpu-cp312-cp312-manylinux_2_28_x86_64.whl"))
                .contains("index-strategy unsafe-best-match");
    }

    @Test
    void asOfADayABuildCountsFromTheDayOfItsReleaseOnPyPi() {
        Preview preview = preview(Stack.DOCKER, usual().withAsOf(Optional.of(LocalDate.of(2026, 4, 1))), "cpu");

        assertThat(Bench.files(preview).get("requirements.txt")).contains("torch==2.9.1+cpu");
    }

    @Test
    void aBuildThatDoesNotExistIsTold() {
        assertThatThrownBy(() -> preview(Stack.VENV, usual(), "cu999"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has no build cu999 of torch");
    }

    @Test
    void withoutPyTorchsIndexItsAddressMakesPipChooseTheBuild() {
        pytorch.close();

        Preview preview = preview(Stack.DOCKER, usual(), "cpu");

        assertThat(Bench.files(preview).get("requirements.txt"))
                .contains("--extra-index-url https://download.pytorch.org/whl/cpu\n")
                .contains("torch==2.9.1");
        assertThat(preview.sources())
                .anyMatch(note -> note.contains("the build cpu of PyTorch is not fixed by its number"));
    }

    @Test
    void theUsualBuildNamesNoOtherIndex() {
        Map<String, String> files = Bench.files(preview(Stack.VENV, usual(), ""));

        assertThat(files.get("requirements.txt")).contains("torch==2.9.1 \\").doesNotContain("--extra-index-url");
        assertThat(pytorch.server().questions()).isEmpty();
        assertThat(List.of(files.get("specimen.yml")))
                .allSatisfy(plan -> assertThat(plan).doesNotContain("torch: "));
    }
}
