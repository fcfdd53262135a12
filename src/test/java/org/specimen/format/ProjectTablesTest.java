package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.specimen.problem.BadInput;

class ProjectTablesTest {

    @Test
    void readsAPipfile() {
        Pipfile pipfile = Pipfile.parse("Pipfile", """
                [[source]]
                url = "https://ada:secret@pypi.example/simple"
                name = "private"

                [packages]
                pandas = "*"
                numpy = "~=1.24"
                dask = {extras = ["array"], version = ">=2023.1"}
                tool = {git = "https://github.com/ana/tool", ref = "0123"}
                pywin32 = {version = "*", markers = "sys_platform == 'win32'"}
                broken = "no version"

                [dev-packages]
                black = "==23.1"

                [docs]
                sphinx = "*"

                [requires]
                python_version = "3.9"
                """);

        assertThat(pipfile.requiresPython().orElseThrow().specifiers()).hasToString("==3.9.*");
        assertThat(pipfile.dependencies())
                .filteredOn(PyprojectToml.Wanted.class::isInstance)
                .map(PyprojectToml.Wanted.class::cast)
                .map(wanted -> wanted.purpose() + " " + wanted.requirement() + " line " + wanted.line())
                .containsExactlyInAnyOrder(
                        "RUN pandas line 6",
                        "RUN numpy~=1.24 line 7",
                        "RUN dask[array]>=2023.1 line 8",
                        "RUN tool @ git+https://github.com/ana/tool@0123 line 9",
                        "RUN pywin32; sys_platform == \"win32\" line 10",
                        "DEVELOPMENT black==23.1 line 14",
                        "EXTRA sphinx line 17");
        assertThat(pipfile.dependencies())
                .filteredOn(PyprojectToml.Unreadable.class::isInstance)
                .extracting(PyprojectToml.Dependency::line)
                .containsExactly(11);
    }

    @Test
    void readsWhatPixiIsAskedFor() {
        String manifest = """
                [workspace]
                name = "floods"
                channels = ["conda-forge"]

                [dependencies]
                python = "3.11.*"
                gdal = ">=3.8,<4"
                numpy = { version = "1.26.*", channel = "conda-forge" }

                [pypi-dependencies]
                rioxarray = "*"
                mine = { path = ".", editable = true }

                [feature.plots.dependencies]
                matplotlib = "*"

                [target.linux-64.dependencies]
                gcc = "*"
                """;

        PixiToml pixi = PixiToml.parse("pixi.toml", manifest, false);

        assertThat(pixi.name()).contains("floods");
        assertThat(pixi.dependencies())
                .map(item -> item instanceof PixiToml.Conda conda
                        ? conda.feature() + " conda " + conda.spec() + " line " + conda.line()
                        : item instanceof PixiToml.Pip pip
                                ? pip.feature() + " pip " + pip.requirement() + " line " + pip.line()
                                : item.toString())
                .containsExactlyInAnyOrder(
                        " conda python=3.11 line 6",
                        " conda gdal[version='>=3.8,<4'] line 7",
                        " conda numpy=1.26 line 8",
                        " pip rioxarray line 11",
                        " pip mine @ file:. line 12",
                        "plots conda matplotlib line 15",
                        " conda gcc line 18");
        String inside = "[tool.pixi.dependencies]\nscipy = \"*\"\n";
        assertThat(PixiToml.parse("pyproject.toml", inside, true).dependencies())
                .singleElement()
                .extracting(PixiToml.Dependency::line)
                .isEqualTo(2);
        assertThat(PixiToml.parse("pyproject.toml", "[project]\n", true).dependencies())
                .isEmpty();
    }

    @Test
    void readsTheHeaderOfAScript() {
        String script = """
                #!/usr/bin/env -S uv run
                # /// script
                # requires-python = ">=3.11"
                # dependencies = [
                #   "requests<3",
                #
                #   "rich",
                # ]
                # ///
                import requests
                """;

        PyprojectToml header = ScriptMetadata.read("get.py", script).orElseThrow();

        assertThat(header.requiresPython().orElseThrow().line()).isEqualTo(3);
        assertThat(header.dependencies())
                .map(PyprojectToml.Wanted.class::cast)
                .map(wanted -> wanted.requirement() + " line " + wanted.line())
                .containsExactly("requests<3 line 5", "rich line 7");
        assertThat(ScriptMetadata.read("a.py", "import os\n# /// script\n# x")).isEmpty();
        assertThat(ScriptMetadata.read("a.py", "# /// scripted\n# ///\n")).isEmpty();
        assertThat(ScriptMetadata.read("a.py", "x = '# /// script'\n")).isEmpty();
        assertThatThrownBy(() -> ScriptMetadata.read("a.py", "# /// script\n# a = = 1\n# ///\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("a.py, line 2");
    }

    @Test
    void refusesTablesWithoutEnd() {
        String deep = "x = " + "[".repeat(5000);

        assertThatThrownBy(() -> Pipfile.parse("Pipfile", deep)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Pipfile.parse("Pipfile", "[packages\n")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> PixiToml.parse("pixi.toml", deep, false)).isInstanceOf(BadInput.class);
    }
}
