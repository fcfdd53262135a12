package org.specimen.files.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.specimen.advice.Stack;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.MatchSpec;
import org.specimen.files.FileRole;
import org.specimen.plan.PlannedCondaPackage;
import org.specimen.resolve.Lockfile.CondaPackage;

class CondaFileTest {

    private static CondaPackage from(String channel, String name) {
        return new CondaPackage(name, Optional.empty(), CondaVersion.parse("1.2"), channel, Optional.empty(), true);
    }

    private static List<String> channels(CondaPackage... packages) {
        Example example = Example.of(Stack.CONDA);
        example.conda.clear();
        example.conda.addAll(List.of(packages));
        return example.text(FileRole.ENVIRONMENT_YML)
                .replaceFirst("(?s).*channels:\\n", "")
                .replaceFirst("(?s)dependencies:.*", "")
                .lines()
                .map(line -> line.replaceFirst("^  - ", ""))
                .toList();
    }

    @Test
    void readsLikeOneWrittenByHand() {
        Example example = Example.of(Stack.CONDA).pip("openai", "2.8.1", "asks the model");

        assertThat(example.text(FileRole.ENVIRONMENT_YML)).isEqualTo("""
                        # The Conda environment of this project; ENVIRONMENT.md tells more.
                        # Pinned for: Linux (x86-64)
                        name: seedlings
                        channels:
                          - conda-forge
                          - nodefaults
                        dependencies:
                          - python=3.12.12
                          - numpy=2.3.5  # means and deviations
                          - pandas=2.3.3  # tables
                          - pip
                          - pip:
                              - openai==2.8.1  # asks the model
                        """);
    }

    @Test
    void asksForPipOnlyWhereItIsUsed() {
        assertThat(Example.of(Stack.CONDA).text(FileRole.ENVIRONMENT_YML)).doesNotContain("pip");
        assertThat(Example.of(Stack.CONDA)
                        .reference("a @ git+https://example.org/a@v1", "")
                        .text(FileRole.ENVIRONMENT_YML))
                .contains("  - pip\n")
                .doesNotContain("pip:")
                .contains(
                        "# Afterwards, in the environment: python -m pip install --no-deps -r requirements-references.txt");
    }

    @Test
    void putsBiocondaBehindCondaForgeAndKeepsTheDefaultsOut() {
        assertThat(channels()).containsExactly("conda-forge", "nodefaults");
        assertThat(channels(from("bioconda", "samtools"))).containsExactly("conda-forge", "bioconda", "nodefaults");
        assertThat(channels(from("our-lab", "a"), from("bioconda", "b"), from("conda-forge", "c")))
                .containsExactly("conda-forge", "bioconda", "our-lab", "nodefaults");
    }

    @Test
    void takesAMirrorAloneAndNeverItsTokenOrLogin() {
        assertThat(channels(from("https://me:pw@conda.example.org/t/tk-1234/lab", "a")))
                .containsExactly("\"https://conda.example.org/lab\"", "nodefaults");
    }

    @Test
    void writesABuildOnlyWhereOneIsInsistedOn() {
        Example example = Example.of(Stack.CONDA);
        example.conda.add(new CondaPackage(
                "pytorch",
                Optional.empty(),
                CondaVersion.parse("2.9.1"),
                "conda-forge",
                Optional.of("*cuda12*"),
                true));

        assertThat(example.text(FileRole.ENVIRONMENT_YML)).contains("  - pytorch=2.9.1=*cuda12*\n");
        assertThat(MatchSpec.parse("pytorch=2.9.1=*cuda12*").build().matches("cuda129_py312"))
                .isTrue();
    }

    @Test
    void keepsWhatCondaIsAskedForAndNoLockHolds() {
        Example example = Example.of(Stack.CONDA);
        example.condaPackages.add(new PlannedCondaPackage(MatchSpec.parse("gxx_linux-64"), "compiles the model"));

        assertThat(example.text(FileRole.ENVIRONMENT_YML)).contains("  - gxx_linux-64  # compiles the model\n");
    }

    @Test
    void fixesCudaInsideCondaAsInTheImage() {
        Example example = Example.of(Stack.DOCKER_CONDA);
        example.cuda = Optional.of("12.6.3");

        assertThat(example.text(FileRole.ENVIRONMENT_YML)).contains("  - cuda-version=12.6  # ");
    }

    @Test
    void everyItemIsOneThatCondaReadsAsMeant() {
        Example example = Example.of(Stack.CONDA);
        String file = example.text(FileRole.ENVIRONMENT_YML);

        assertThat(file.lines()
                        .filter(line -> line.matches("  - \\w+=.*"))
                        .map(line -> MatchSpec.parse(line.substring(4).replaceFirst("  #.*", ""))
                                .exactName()
                                .orElseThrow()
                                .value()))
                .containsExactly("python", "numpy", "pandas");
    }

    @Test
    void refusesANameThatCouldBeSomethingElse() {
        Example example = Example.of(Stack.CONDA);
        example.conda.add(from("conda-forge", "a=1\n  - evil"));

        assertThatIllegalArgumentException().isThrownBy(example::files);
    }
}
