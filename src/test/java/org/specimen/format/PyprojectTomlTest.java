package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.problem.BadInput;
import org.specimen.python.SpecifierSet;

class PyprojectTomlTest {

    private static PyprojectToml parse(String text) {
        return PyprojectToml.parse("pyproject.toml", text);
    }

    @Test
    void readsTheStandardTables() {
        PyprojectToml pyproject = parse("""
                [build-system]
                requires = ["hatchling"]
                [project]
                name = "spirals"
                requires-python = ">=3.10"
                dependencies = [
                  "numpy>=1.24",
                  "torch",  # learning
                ]
                [project.optional-dependencies]
                plot = ["matplotlib"]
                [dependency-groups]
                test = ["pytest", {include-group = "lint"}]
                """);

        assertThat(pyproject.name()).contains("spirals");
        assertThat(pyproject.installable()).isTrue();
        assertThat(pyproject.requiresPython())
                .contains(new PyprojectToml.RequiresPython(SpecifierSet.parse(">=3.10"), 5));
        assertThat(pyproject.dependencies())
                .map(dependency -> (PyprojectToml.Wanted) dependency)
                .extracting(wanted ->
                        wanted.requirement() + " " + wanted.purpose() + " " + wanted.group() + " " + wanted.line())
                .containsExactly(
                        "numpy>=1.24 RUN  7",
                        "torch RUN  8",
                        "matplotlib EXTRA plot 11",
                        "pytest DEVELOPMENT test 13",
                        "hatchling BUILD  2");
    }

    @Test
    void readsPoetry() {
        PyprojectToml pyproject = parse("""
                [build-system]
                requires = ["poetry-core"]
                [tool.poetry]
                name = "thesis"
                [tool.poetry.dependencies]
                python = "^3.9"
                numpy = "^1.21.0"
                pandas = {version = "~2.1", extras = ["excel"]}
                gdal = {version = "*", optional = true}
                mine = {git = "https://example.org/mine.git", rev = "abc"}
                scipy = [{version = "<=1.7", python = "<3.8"}, {version = "^1.9", python = ">=3.8"}]
                [tool.poetry.group.dev.dependencies]
                pytest = "*"
                """);

        assertThat(pyproject.requiresPython().orElseThrow().specifiers()).isEqualTo(SpecifierSet.parse(">=3.9,<4"));
        assertThat(pyproject.installable()).isTrue();
        assertThat(pyproject.dependencies())
                .map(dependency -> (PyprojectToml.Wanted) dependency)
                .extracting(wanted -> wanted.requirement().name() + " " + wanted.purpose())
                .containsExactly(
                        "numpy RUN",
                        "pandas RUN",
                        "gdal EXTRA",
                        "mine RUN",
                        "scipy RUN",
                        "pytest DEVELOPMENT",
                        "poetry-core BUILD");
        assertThat(((PyprojectToml.Wanted) pyproject.dependencies().get(3))
                        .requirement()
                        .url())
                .contains("git+https://example.org/mine.git@abc");
    }

    /** Poetry documentation, "Dependency specification": the tables of caret and tilde requirements. */
    @ParameterizedTest
    @CsvSource(
            value = {
                "^1.2.3 | >=1.2.3,<2",
                "^1 | >=1,<2",
                "^0.2.3 | >=0.2.3,<0.3",
                "^0.0.3 | >=0.0.3,<0.0.4",
                "^0.0 | >=0.0,<0.1",
                "^0 | >=0,<1",
                "~1.2.3 | >=1.2.3,<1.3",
                "~1.2 | >=1.2,<1.3",
                "~1 | >=1,<2",
                "1.2.* | ==1.2.*",
                "1.2.3 | ==1.2.3",
                ">=1.2,<1.5 | >=1.2,<1.5",
                ">= 1.2 < 1.5 | >=1.2,<1.5",
                "~=1.2 | ~=1.2",
                "* | ''"
            },
            delimiter = '|')
    void turnsPoetrysConstraintsIntoSpecifiers(String constraint, String specifiers) {
        assertThat(PoetryConstraint.parse(constraint)).isEqualTo(SpecifierSet.parse(specifiers));
    }

    @Test
    void isNotInstallableWithToolSettingsOnly() {
        assertThat(parse("[tool.black]\nline-length = 100\n[build-system]\nrequires=['setuptools']")
                        .installable())
                .isFalse();
    }

    @Test
    void keepsGoodDependenciesBesideBrokenOnes() {
        PyprojectToml pyproject =
                parse("[project]\nname='x'\ndependencies=['num py', 'scipy']\nrequires-python='three'\n");

        assertThat(pyproject.requiresPython()).isEmpty();
        assertThat(pyproject.dependencies())
                .extracting(PyprojectToml.Dependency::line)
                .containsExactly(4, 3, 3);
        assertThat(pyproject.dependencies().get(2)).isInstanceOf(PyprojectToml.Wanted.class);
    }

    @Test
    void tellsLineAndColumnOfBrokenToml() {
        assertThatThrownBy(() -> parse("[project]\nname = \n"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("pyproject.toml, line 2, column ");
        assertThatThrownBy(() -> parse("a = " + "[".repeat(100_000))).isInstanceOf(BadInput.class);
    }
}
