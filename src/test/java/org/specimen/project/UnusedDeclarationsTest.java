package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for and imported nowhere: whether the project needs it, by who asks for it. */
class UnusedDeclarationsTest {

    /** Some of what an installer of everything puts into an environment, without versions. */
    private static final List<String> EVERYTHING = List.of(
            "alabaster",
            "anyio",
            "appdirs",
            "argon2-cffi",
            "arrow",
            "astroid",
            "attrs",
            "babel",
            "backcall",
            "bleach",
            "bokeh",
            "brotlipy",
            "certifi",
            "cffi",
            "chardet",
            "click",
            "cloudpickle",
            "colorama",
            "cryptography",
            "cycler",
            "cytoolz",
            "decorator",
            "defusedxml",
            "docutils",
            "entrypoints",
            "et_xmlfile",
            "flask",
            "freexl",
            "fsspec",
            "gevent",
            "greenlet",
            "heapdict",
            "idna",
            "imagesize",
            "importlib-metadata",
            "ipykernel",
            "ipython_genutils",
            "isort",
            "itsdangerous",
            "jdcal",
            "jedi",
            "jinja2",
            "joblib",
            "jsonschema",
            "jupyter_client",
            "jupyter_core",
            "kealib",
            "kiwisolver",
            "lazy-object-proxy",
            "llvmlite",
            "locket",
            "markupsafe",
            "mccabe",
            "mistune",
            "mpmath",
            "multipledispatch",
            "nbconvert",
            "nbformat",
            "networkx",
            "numpy",
            "olefile",
            "packaging",
            "pandocfilters",
            "parso",
            "partd",
            "pexpect",
            "pickleshare",
            "pillow",
            "ply",
            "prometheus_client",
            "prompt_toolkit",
            "psutil",
            "pycparser",
            "pygments",
            "pyparsing",
            "python-dateutil",
            "pytz",
            "pyzmq",
            "send2trash",
            "six",
            "snowballstemmer",
            "sortedcollections",
            "sortedcontainers",
            "tblib",
            "terminado",
            "testpath",
            "toolz",
            "tornado",
            "traitlets",
            "wcwidth",
            "webencodings",
            "werkzeug",
            "wrapt",
            "xerces-c",
            "zict",
            "zipp");

    @TempDir
    Path folder;

    private Scans project;

    @BeforeEach
    void begin() {
        project = new Scans(folder);
    }

    private List<String> needed() {
        return project.scan().packages().stream()
                .filter(found -> found.role() != Role.DEVELOPMENT)
                .map(found -> found.name().value())
                .toList();
    }

    private static String environment(List<String> names) {
        return names.stream().map(name -> "- " + name).collect(Collectors.joining("\n", "dependencies:\n", "\n"));
    }

    @Test
    void takesFromAListOfAllThatWasInstalledWithoutVersionsWhatTheCodeUses() throws IOException {
        project.with("environment.yml", environment(EVERYTHING)).with("graph.py", "import networkx\nimport numpy\n");

        assertThat(needed()).containsExactly("networkx", "numpy");
    }

    @Test
    void keepsALongListThatAPersonChoseWhole() throws IOException {
        List<String> chosen =
                List.of("numpy", "scipy", "pandas", "xarray", "dask", "zarr", "netcdf4", "cartopy", "seaborn");
        project.with("environment.yml", environment(chosen)).with("a.py", "import numpy\n");

        assertThat(needed()).hasSize(chosen.size());
    }

    private void writeLibrary() throws IOException {
        project.with("setup.py", """
                        from setuptools import setup
                        test = ["parameterized"]
                        extras = {"app": ["bokeh"]}
                        extras["all"] = extras["app"] + test
                        setup(name="grid", install_requires=["numpy", "h5netcdf"],
                              extras_require={"test": test, "docs": ["jupyter", "nbformat"]})
                        """)
                .with("grid/__init__.py", "import numpy\n")
                .with("tests/test_grid.py", "import grid\n")
                .with("docs/index.rst", "");
    }

    @Test
    void takesWhatTheSettingsOfALibraryAskForToDevelopItForThat() throws IOException {
        writeLibrary();
        project.with("environment.yml", environment(List.of("numpy", "parameterized", "nbformat", "netcdf4")));

        assertThat(needed()).containsExactly("h5netcdf", "netcdf4", "numpy");
    }

    @Test
    void takesWhatStandsApartFromTheCodeOfALibraryForSomethingElse() throws IOException {
        writeLibrary();
        project.with("server/environment.yml", environment(List.of("numpy", "seaborn")))
                .with("study/environment.yml", environment(List.of("tables")))
                .with("study/run.py", "import grid\n");

        assertThat(needed()).containsExactly("h5netcdf", "numpy", "tables");
    }

    @Test
    void keepsWhatStandsApartWhereTheProjectIsNoLibrary() throws IOException {
        project.with("envs/environment.yml", environment(List.of("numpy", "tables")))
                .with("run.py", "import numpy\n");

        assertThat(needed()).containsExactly("numpy", "tables");
    }

    @Test
    void knowsWhichExtraOfPoetryAnOptionalDependencyIsFor() throws IOException {
        project.with("pyproject.toml", """
                        [tool.poetry]
                        name = "cells"
                        version = "1.0"
                        [tool.poetry.dependencies]
                        python = "^3.9"
                        numpy = "*"
                        nbconvert = {version = ">=5.4", optional = true}
                        leidenalg = {version = "*", optional = true}
                        loompy = {version = "*", optional = true}
                        [tool.poetry.extras]
                        dev = ["nbconvert", "loompy"]
                        cluster = ["leidenalg", "loompy"]
                        """).with("cells.py", "import numpy\n");

        assertThat(needed()).containsExactly("leidenalg", "loompy", "numpy");
    }

    @Test
    void setsApartWhatIsOnlyAskedFor() throws IOException {
        project.with("environment.yml", """
                        dependencies:
                          - xarray
                          - netcdf4
                          - jupyterlab
                          - flask
                          - pandas
                          - openpyxl
                          - pytest
                        """)
                .with("run.py", "import xarray as xr, pandas\npandas.read_excel('a.xlsx')\n");

        assertThat(project.scan().packages())
                .filteredOn(FoundPackage::onlyAskedFor)
                .extracting(found -> found.name().value())
                .containsExactly("flask");
    }

    @Test
    void setsNothingApartWhereNoCodeUsesAnything() throws IOException {
        project.with("requirements.txt", "flask\nnumpy\n").with("run.py", "print('nothing yet')\n");

        assertThat(project.scan().packages()).hasSize(2).noneMatch(FoundPackage::onlyAskedFor);
    }

    @Test
    void takesWhatExtendsAToolOfDevelopersForDevelopment() throws IOException {
        project.with("checks.py", "from pylint.reporters import BaseReporter\nimport colorama\n")
                .with("run.py", "import numpy\n");

        assertThat(needed()).containsExactly("numpy");
    }
}
