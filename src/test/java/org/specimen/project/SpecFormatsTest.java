package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecFormatsTest {

    @TempDir
    Path folder;

    private static List<String> packages(ProjectFacts facts) {
        return facts.packages().stream()
                .map(found -> found.name() + " " + found.role().key() + " " + found.evidence())
                .toList();
    }

    private static List<String> names(ProjectFacts facts) {
        return facts.packages().stream().map(found -> found.name().value()).toList();
    }

    @Test
    void readsADockerfile() throws IOException {
        ProjectFacts facts = new Scans(folder)
                .with("Dockerfile", """
                        FROM python:3.11-slim
                        RUN apt-get update && apt-get install -y --no-install-recommends \\
                                libgdal-dev=3.6 \\
                                git > /dev/null
                        COPY . /srv
                        RUN pip install --upgrade pip setuptools \\
                         && pip install --no-cache-dir -r /srv/needs.txt rasterio==1.3.9 \\
                         && pip install -e .
                        RUN micromamba install -y -n base -c conda-forge xarray "dask>=2023" && conda clean -a
                        """)
                .with("needs.txt", "shapely\n")
                .scan();

        assertThat(packages(facts))
                .containsExactly(
                        "dask runtime [Dockerfile, line 9]",
                        "rasterio runtime [Dockerfile, line 6]",
                        "shapely runtime [needs.txt, line 1]",
                        "xarray runtime [Dockerfile, line 9]");
        assertThat(facts.python().requires()).hasToString("==3.11.*");
        assertThat(facts.systemPackages())
                .extracting(ProjectFacts.SystemPackage::name)
                .containsExactly("git", "libgdal-dev");
        assertThat(facts.gpu().need()).isEqualTo(ProjectFacts.GpuNeed.NONE);
        assertThat(facts.warnings()).noneMatch(warning -> warning.kind().equals(WarningKind.BROKEN_REQUIREMENT.key()));
    }

    @Test
    void seesAGpuInTheImage() throws IOException {
        assertThat(new Scans(folder)
                        .with("Dockerfile", "FROM nvidia/cuda:12.2.0-devel-ubuntu22.04\n")
                        .scan()
                        .gpu())
                .isEqualTo(new ProjectFacts.Gpu(ProjectFacts.GpuNeed.CUDA, List.of(Evidence.of("Dockerfile", 1))));
        assertThat(new Scans(folder)
                        .with("Dockerfile", "FROM pytorch/pytorch:2.1.0-cuda12.1-cudnn8-runtime\n")
                        .scan()
                        .gpu()
                        .need())
                .isEqualTo(ProjectFacts.GpuNeed.WHEELS);
    }

    @Test
    void letsAskedForPythonsCountBeforeThoseOfImagesAndNotebooks() throws IOException {
        String notebook = "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"1\"}], \"metadata\":"
                + " {\"language_info\": {\"name\": \"python\", \"version\": \"3.10.4\"}}}";
        Scans project = new Scans(folder).with("a.ipynb", notebook);
        assertThat(project.scan().python().requires()).hasToString(">=3.10");

        project.with("Dockerfile", "FROM jupyter/scipy-notebook:python-3.9\n");
        assertThat(project.scan().python().requires()).hasToString("==3.9.*");

        project.with("pyproject.toml", "[project]\nrequires-python = \">=3.12\"\n");
        assertThat(project.scan().python().requires()).hasToString(">=3.12");
        assertThat(project.warnings(WarningKind.CONTRADICTION)).isEmpty();
    }

    @Test
    void readsPipenvPixiAndToxFiles() throws IOException {
        ProjectFacts facts = new Scans(folder)
                .with("a/Pipfile", "[packages]\nseaborn = \"*\"\n[requires]\npython_version = \"3.11\"\n")
                .with("b/pixi.toml", "[dependencies]\npython = \"3.11.*\"\ngdal = \">=3\"\nr-base = \"*\"\n")
                .with("tox.ini", "[testenv]\ndeps =\n    py311: pytest-cov\n    -r {toxinidir}/x.txt\n    hypothesis\n")
                .scan();

        assertThat(packages(facts))
                .containsExactly(
                        "gdal runtime [b/pixi.toml, line 3]",
                        "hypothesis development [tox.ini, line 5]",
                        "pytest-cov development [tox.ini, line 3]",
                        "seaborn runtime [a/Pipfile, line 2]");
        assertThat(facts.specFiles())
                .extracting(file -> file.kind().key())
                .containsExactly("Pipfile", "pixi.toml", "tox.ini");
        assertThat(facts.python().requires()).hasToString("==3.11.*");
    }

    @Test
    void tellsGroupsForTheAnalysisFromThoseForWorkOnTheProject() throws IOException {
        ProjectFacts facts = new Scans(folder).with("pyproject.toml", """
                        [dependency-groups]
                        figures = ["seaborn", {include-group = "figures"}]
                        docs-test = ["numpydoc", {include-group = "nowhere"}]
                        [tool.pixi.feature.maps.dependencies]
                        cartopy = "*"
                        [tool.hatch.envs.lint]
                        dependencies = ["ruff"]
                        """).scan();

        assertThat(packages(facts))
                .containsExactly(
                        "cartopy optional [pyproject.toml, line 5]",
                        "numpydoc development [pyproject.toml, line 3]",
                        "ruff development [pyproject.toml, line 7]",
                        "seaborn optional [pyproject.toml, line 2]");
    }

    @Test
    void tellsAPackageInsideOfTheProjectFromOneOfOneComputer() throws IOException {
        Scans project = new Scans(folder).with("pixi.toml", """
                [pypi-dependencies]
                inner = { path = "packages/inner", editable = true }
                outer = { path = "../outer" }
                """).with("packages/inner/pyproject.toml", "");

        assertThat(names(project.scan())).isEmpty();
        assertThat(project.warnings(WarningKind.LOCAL_REQUIREMENT))
                .hasSize(2)
                .satisfiesExactly(
                        inner -> assertThat(inner).contains("packages/inner is a package inside the project"),
                        outer -> assertThat(outer).contains("../outer lies outside of the project"));
    }

    @Test
    void readsTheHeaderOfAScript() throws IOException {
        ProjectFacts facts = new Scans(folder)
                .with("get.py", "# /// script\n# dependencies = [\"httpx\"]\n# ///\nimport httpx\n")
                .scan();

        assertThat(packages(facts)).containsExactly("httpx runtime [get.py, line 2, get.py, line 4]");
    }

    @Test
    void readsWhatPreparesAContainerOrAHostedNotebook() throws IOException {
        ProjectFacts facts = new Scans(folder)
                .with(".devcontainer/devcontainer.json", """
                        { // for Codespaces
                          "image": "mcr.microsoft.com/devcontainers/python:1-3.11-bookworm",
                          "postCreateCommand": "pip install folium && sudo apt-get install -y ffmpeg",
                        }
                        """)
                .with("binder/postBuild", "#!/bin/bash\npython -m pip install \\\n  bokeh\n")
                .with(".binder/environment.yml", "dependencies:\n  - altair\n")
                .with(".gitpod.yml", "tasks:\n  - name: x\n    init: |\n      pip install plotly\n")
                .scan();

        assertThat(names(facts)).containsExactly("altair", "bokeh", "folium", "plotly");
        assertThat(facts.systemPackages())
                .extracting(ProjectFacts.SystemPackage::name)
                .containsExactly("ffmpeg");
        assertThat(facts.python().requires()).hasToString("==3.11.*");
    }

    @Test
    void findsEnvironmentsOfOtherNames() throws IOException {
        ProjectFacts facts = new Scans(folder)
                .with("setup/geo.yaml", """
                        channels: [conda-forge]
                        dependencies:
                          - geopandas
                          - pywin32  # [win]
                          - -r more.txt
                          - pip: contextily
                        """)
                .with("setup/more.txt", "rtree\n")
                .with("chart.yaml", "dependencies:\n  - name: postgres\n")
                .with("mkdocs.yml", "nav: [\n")
                .scan();

        assertThat(packages(facts))
                .containsExactly(
                        "contextily runtime [setup/geo.yaml, line 6]",
                        "geopandas runtime [setup/geo.yaml, line 3]",
                        "pywin32 optional [setup/geo.yaml, line 4]",
                        "rtree runtime [setup/more.txt, line 1]");
        assertThat(facts.warnings()).noneMatch(warning -> warning.kind().startsWith("broken"));
    }

    @Test
    void readsSnakefilesAndTheEnvironmentsOfTheirRules() throws IOException {
        ProjectFacts facts = new Scans(folder)
                .with("workflow/Snakefile", """
                        import pandas as pd
                        rule align:
                            conda: "needs/align.yml"
                            shell: "bwa mem"
                        rule plot:
                            conda:
                                "needs/plot.yml"
                            script: "plot.py"
                        """)
                .with("workflow/needs/align.yml", "dependencies:\n  - bwa\n")
                .with("workflow/needs/plot.yml", "dependencies:\n  - seaborn\n")
                .scan();

        assertThat(names(facts)).containsExactly("pandas", "seaborn", "snakemake");
        assertThat(facts.condaPackages()).hasSize(1);
    }

    @Test
    void readsCodeInDocuments() throws IOException {
        Scans project = new Scans(folder)
                .with("report.qmd", "---\ntitle: x\n---\n\n```{python}\nimport seaborn\n!pip install xarray\n```\n")
                .with("README.md", "```python\nimport django\n```\n")
                .with("analysis.Rmd", "```{r}\nlibrary(dplyr)\n```\n")
                .with("R/plot.R", "library(ggplot2)\n");

        assertThat(packages(project.scan()))
                .containsExactly("seaborn runtime [report.qmd, line 6]", "xarray runtime [report.qmd, line 7]");
        assertThat(project.warnings(WarningKind.OTHER_LANGUAGE))
                .singleElement()
                .asString()
                .startsWith("R/plot.R: It is R, as in one more file.");
    }

    @Test
    void readsMagicsThatAScriptKeepsInComments() throws IOException {
        ProjectFacts facts = new Scans(folder)
                .with("a.py", "# %% [markdown]\n# %pip install rasterio\n# !pip install shapely\nimport os\n")
                .with("b.py", "# !pip install pandas\nimport os\n")
                .scan();

        assertThat(names(facts)).containsExactly("rasterio", "shapely");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%pip install rasterio",
                "!pip install -q rasterio 2>&1 | tail -1",
                "!{sys.executable} -m pip install --user rasterio",
                "!conda install -y -c conda-forge rasterio",
                "!conda install --yes --prefix {sys.prefix} rasterio",
                "%conda install -yc conda-forge rasterio",
                "!mamba install rasterio -c conda-forge",
                "!uv pip install --system rasterio",
                "!sudo apt-get -qq install -y gdal-bin && pip3 install rasterio",
                "%%bash\\ncd x\\npip install \\\\\\n  rasterio",
                "%%capture\\n%pip install rasterio",
                "pip install rasterio",
                "import os\\nos.system('pip install rasterio')",
                "%%writefile requirements.txt\\nrasterio",
                "!pip install -r extra.txt",
                "%load_ext rasterio"
            })
    void findsWhatANotebookInstalls(String cell) throws IOException {
        ProjectFacts facts = new Scans(folder)
                .with("a.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"" + cell + "\"}]}")
                .with("extra.txt", "rasterio\n")
                .scan();

        assertThat(names(facts)).containsExactly("rasterio");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%load_ext autoreload",
                "%%perl\\nimport rasterio",
                "%%julia\\nimport rasterio",
                "%%html\\nimport rasterio",
                "!echo pip install rasterio > /dev/null",
                "# !pip install rasterio",
                "!pip list"
            })
    void findsNothingInOtherCells(String cell) throws IOException {
        ProjectFacts facts = new Scans(folder)
                .with("a.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"" + cell + "\"}]}")
                .scan();

        assertThat(names(facts)).isEmpty();
    }

    @Test
    void takesACellOfRForWhatRunsItAndNothingInIt() throws IOException {
        ProjectFacts facts = new Scans(folder)
                .with("a.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"%%R\\nimport rasterio\"}]}")
                .scan();

        assertThat(names(facts)).containsExactly("rpy2");
    }

    @Test
    void readsThePythonCellsOfANotebookWithSeveralKernels() throws IOException {
        ProjectFacts facts = new Scans(folder).with("a.ipynb", """
                        {"metadata": {"kernelspec": {"name": "sos", "language": "sos"}}, "cells": [
                         {"cell_type": "code", "metadata": {"kernel": "SoS"}, "source": "import rasterio"},
                         {"cell_type": "code", "metadata": {"kernel": "Python3"}, "source": "import shapely"},
                         {"cell_type": "code", "metadata": {"kernel": "R"}, "source": "import fiona"},
                         {"cell_type": "raw", "source": "import pandas"},
                         {"cell_type": "code", "source": "%matplotlib widget"},
                         {"cell_type": "code", "source": "def broken(:\\n"},
                         {"cell_type": "code", "source": "%%time\\nimport xarray"}]}
                        """).scan();

        assertThat(packages(facts))
                .containsExactly(
                        "ipympl runtime [a.ipynb, cell 5, line 1]",
                        "rasterio runtime [a.ipynb, cell 1, line 1]",
                        "shapely runtime [a.ipynb, cell 2, line 1]",
                        "xarray runtime [a.ipynb, cell 7, line 2]");
    }

    @Test
    void readsRequirementsAsPowerShellWritesThem() throws IOException {
        Files.write(
                folder.resolve("requirements.txt"),
                "\uFEFFnumpy==1.26.4\r\n--index-url https://ada:secret@pypi.example/simple\r\n${PRIVATE}\r\n"
                        .getBytes(StandardCharsets.UTF_16LE));

        ProjectFacts facts = new Scans(folder).scan();

        assertThat(names(facts)).containsExactly("numpy");
        assertThat(facts.toString()).doesNotContain("ada:", "pypi.example");
    }
}
