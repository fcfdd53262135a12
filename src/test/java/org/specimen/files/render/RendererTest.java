package org.specimen.files.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.advice.Stack;
import org.specimen.files.FileNames;
import org.specimen.files.FileRole;
import org.specimen.files.GeneratedFile;

class RendererTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "VENV : requirements.in requirements.txt .python-version ENVIRONMENT.md",
                "CONDA : environment.yml ENVIRONMENT.md",
                "DOCKER : requirements.in requirements.txt Dockerfile .dockerignore ENVIRONMENT.md",
                "DOCKER_CONDA : environment.yml Dockerfile .dockerignore ENVIRONMENT.md"
            })
    void writesTheFilesOfEachStack(Stack stack, String names) {
        assertThat(Example.of(stack).files().stream().map(GeneratedFile::path)).containsExactly(names.split(" "));
    }

    @Test
    void addsAFileForWhatComesFromAddresses() {
        Example example = Example.of(Stack.CONDA).reference("growth @ git+https://example.org/growth@v1", "the model");

        assertThat(example.files().stream().map(GeneratedFile::role))
                .containsExactly(FileRole.REFERENCES, FileRole.ENVIRONMENT_YML, FileRole.GUIDE);
    }

    @Test
    void addsRequirementsForAVenvOnTopOfConda() {
        Example example = Example.of(Stack.DOCKER_CONDA).pip("openai", "2.8.1", "asks the model");
        example.venvOnTop = true;

        assertThat(example.files().stream().map(GeneratedFile::role)).contains(FileRole.REQUIREMENTS);
        assertThat(example.text(FileRole.ENVIRONMENT_YML)).doesNotContain("openai");
        assertThat(example.text(FileRole.REQUIREMENTS)).contains("openai==2.8.1  # asks the model\n");
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void givesTheSameBytesWhateverTheOrderOfTheLockfile(Stack stack) {
        Example one = Example.of(stack).pip("openai", "2.8.1", "asks the model");
        Example other = Example.of(stack).pip("openai", "2.8.1", "asks the model");
        Collections.reverse(other.pip);
        Collections.reverse(other.conda);
        Collections.reverse(other.packages);

        assertThat(other.files()).isEqualTo(one.files());
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void namesEveryFileByWhereItLies(Stack stack) {
        Example example = Example.of(stack).reference("growth @ git+https://example.org/growth@v1", "");
        for (FileRole role : FileRole.values()) {
            example.names = example.names.beside(role);
        }

        for (GeneratedFile file : example.files()) {
            assertThat(file.path()).isEqualTo(file.role().fileName() + FileNames.BESIDE);
            for (FileRole role :
                    example.files().stream().map(GeneratedFile::role).toList()) {
                // conda takes only names that end in .yml, and Docker reads only .dockerignore: both are said beside.
                if (role != FileRole.ENVIRONMENT_YML && role != FileRole.DOCKERIGNORE) {
                    assertThat(file.content())
                            .doesNotContainPattern(role.fileName().replace(".", "\\.") + "(?!\\.specimen)");
                }
            }
        }
    }

    @Test
    void refusesALockfileOfAnotherStack() {
        RenderRequest conda = Example.of(Stack.CONDA).request();
        RenderRequest venv = Example.of(Stack.VENV).request();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RenderRequest(
                        venv.plan(),
                        conda.lock(),
                        venv.recommendation(),
                        venv.facts(),
                        venv.catalogue(),
                        FileNames.USUAL))
                .withMessageContaining("venv");
    }

    @Test
    void recordsThePythonOfAVenv() {
        assertThat(Example.of(Stack.VENV).text(FileRole.PYTHON_VERSION)).isEqualTo("3.12.14\n");
    }
}
