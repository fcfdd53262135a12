package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.catalogue.Catalogue;
import org.specimen.problem.BadInput;
import org.specimen.task.Progress;

class ProjectScannerTest {

    @TempDir
    Path folder;

    private final ProjectScanner scanner = new ProjectScanner(Catalogue.open());

    private void write(String path, String text) throws IOException {
        new Scans(folder).with(path, text);
    }

    private ProjectFacts scan() {
        return scanner.scan(folder, ScanOptions.DEFAULT, Progress.NONE);
    }

    // Imports and what they come from

    @Test
    void findsDistributionsBehindImportsOfScriptsAndNotebooks() throws IOException {
        write("analysis.py", "import os, numpy as np\nfrom sklearn import svm\nimport cv2\n");
        write(
                "map.ipynb",
                Scans.cells(
                        "%matplotlib inline\nimport matplotlib.pyplot as plt",
                        "!pip install osmnx==1.9.1\nimport osmnx"));

        ProjectFacts facts = scan();

        assertThat(Scans.names(facts)).containsExactly("matplotlib", "numpy", "opencv-python", "osmnx", "scikit-learn");
        assertThat(Scans.found(facts, "matplotlib").evidence())
                .containsExactly(new Evidence("map.ipynb", 1, 1), new Evidence("map.ipynb", 1, 2));
        assertThat(Scans.found(facts, "scikit-learn").imports()).containsExactly("sklearn");
        assertThat(Scans.found(facts, "scikit-learn").confidence()).isEqualTo(Confidence.KNOWN);
        assertThat(Scans.found(facts, "osmnx").confidence()).isEqualTo(Confidence.DECLARED);
        assertThat(Scans.found(facts, "osmnx").declarations()).hasSize(1);
        assertThat(facts.files().pythonFiles()).isEqualTo(1);
        assertThat(facts.files().notebooks()).isEqualTo(1);
    }

    @Test
    void keepsSomePlacesOfWhatIsImportedWithoutEnd() throws IOException {
        write("long.py", "import numpy\n".repeat(100_000) + "import scipy\n");

        ProjectFacts facts = scan();

        assertThat(Scans.names(facts)).containsExactly("numpy", "scipy");
        assertThat(Scans.found(facts, "numpy").evidence()).hasSize(50).startsWith(Evidence.of("long.py", 1));
    }

    @Test
    void takesTheDistributionThatTheProjectAsksForAmongSeveral() throws IOException {
        write("a.py", "import cv2\n");
        write("requirements.txt", "opencv-python-headless==4.9.0.80  # no display\n");

        ProjectFacts facts = scan();

        assertThat(Scans.names(facts)).containsExactly("opencv-python-headless");
        assertThat(Scans.found(facts, "opencv-python-headless").imports()).containsExactly("cv2");
        assertThat(Scans.found(facts, "opencv-python-headless")
                        .declarations()
                        .get(0)
                        .comment())
                .isEqualTo("no display");
        assertThat(Scans.warnings(facts, WarningKind.UNDECLARED)).isEmpty();
    }

    @Test
    void saysWhatIsImportedAndNotDeclared() throws IOException {
        write("a.py", "import numpy\n\nimport pandas\n");
        write("requirements.txt", "numpy\n");

        assertThat(Scans.warnings(scan(), WarningKind.UNDECLARED))
                .singleElement()
                .asString()
                .startsWith("a.py, line 3: pandas");
    }

    @Test
    void tellsRuntimeOptionalAndDevelopmentApart() throws IOException {
        write("a.py", "import numpy\ntry:\n    import numba\nexcept ImportError:\n    numba = None\n");
        write("tests/test_a.py", "import pytest, hypothesis, numpy\n");
        write("requirements-dev.txt", "black\n");

        ProjectFacts facts = scan();

        assertThat(Scans.found(facts, "numpy").role()).isEqualTo(Role.RUNTIME);
        assertThat(Scans.found(facts, "numba").role()).isEqualTo(Role.OPTIONAL);
        assertThat(Scans.found(facts, "pytest").role()).isEqualTo(Role.DEVELOPMENT);
        assertThat(Scans.found(facts, "black").role()).isEqualTo(Role.DEVELOPMENT);
    }

    @Test
    void leavesOutWhatIsLocal() throws IOException {
        write("main.py", "import helpers, lib.tools, pkg\nfrom . import x\nfrom nested.deep import y\n");
        write("helpers.py", "");
        write("lib/tools.py", "import numpy\n");
        write("src/pkg/__init__.py", "");
        write("nested/deep/y.py", "");
        write("notebooks/a.ipynb", Scans.cells("import sys\nsys.path.append('../code')\nimport steps\nimport helpers"));
        write("code/steps.py", "");

        assertThat(Scans.names(scan())).containsExactly("numpy");
    }

    @Test
    void doesNotTakeAFolderOfTheSameNameForThePackage() throws IOException {
        write("run.py", "import docker\nimport docker.errors\n");
        write("docker/Dockerfile", "FROM python:3.12\n");
        write("tools/requests.py", "");
        write("deep/a.py", "import requests\n");

        assertThat(Scans.names(scan())).containsExactly("docker", "requests");
    }

    @Test
    void findsPythonInNoOtherLanguage() throws IOException {
        write(
                "r.ipynb",
                "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"library(ggplot2)\\nimport numpy\"}],"
                        + " \"metadata\": {\"kernelspec\": {\"name\": \"ir\", \"language\": \"R\"}}}");
        write("b.ipynb", Scans.cells("%%bash\nimport numpy\n", "%%writefile made.py\nimport pandas", "import made"));

        ProjectFacts facts = scan();

        // what a cell writes to a Python file is code of the project
        assertThat(Scans.names(facts)).containsExactly("pandas");
        assertThat(Scans.found(facts, "pandas").evidence()).containsExactly(new Evidence("b.ipynb", 2, 2));
        assertThat(Scans.warnings(facts, WarningKind.OTHER_LANGUAGE)).hasSize(1);
    }

    // The folder

    @Test
    void refusesWhatIsNoFolder() throws IOException {
        write("a.py", "");

        assertThatThrownBy(() -> scanner.scan(folder.resolve("a.py"), ScanOptions.DEFAULT, Progress.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> scanner.scan(folder.resolve("gone"), ScanOptions.DEFAULT, Progress.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("There is no folder");
    }

    @Test
    void passesOverEnvironmentsCachesAndLinks(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.py"), "import pandas\n");
        Files.createSymbolicLink(folder.resolve("out"), outside);
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("dangling.py"), folder.resolve("nothing.py"));
        write("venv/pyvenv.cfg", "");
        write("venv/lib/python3.11/site-packages/x.py", "import scipy\n");
        write("env/conda-meta/history", "");
        write("env/y.py", "import scipy\n");
        write("node_modules/z.py", "import scipy\n");
        write(".git/hook.py", "import scipy\n");
        write(".ipynb_checkpoints/a.ipynb", Scans.cells("import scipy"));
        write("a.py", "import numpy\n");

        ProjectFacts facts = scan();

        assertThat(Scans.names(facts)).containsExactly("numpy");
        assertThat(Scans.warnings(facts, WarningKind.SKIPPED)).hasSize(5);
    }

    @Test
    void readsFilesWithNamesOfAnyKind() throws IOException {
        for (String name : List.of("a b'\".py", "line\nbreak.py", "🐍.py", "שלום.py", "-r.py")) {
            Optional<Path> file = tryCreate(name);
            assumeThat(file).isPresent();
            Files.writeString(file.get(), "import numpy\n", StandardCharsets.UTF_8);
        }

        assertThat(Scans.found(scan(), "numpy").evidence()).hasSize(5);
    }

    private Optional<Path> tryCreate(String name) {
        try {
            return Optional.of(folder.resolve(name));
        } catch (java.nio.file.InvalidPathException notHere) {
            return Optional.empty();
        }
    }

    @Test
    void givesEqualFactsForTheSameFolder() throws IOException {
        for (int i = 0; i < 200; i++) {
            write("m" + i + "/a.py", "import numpy, pandas, unheard_of_" + i + "\nopen('/home/x/y')\n");
        }

        assertThat(scan()).isEqualTo(scan());
    }

    @Test
    void isEmptyForAnEmptyFolder() {
        ProjectFacts facts = scan();

        assertThat(facts.packages()).isEmpty();
        assertThat(facts.warnings()).isEmpty();
        assertThat(facts.name()).isEqualTo(String.valueOf(folder.getFileName()));
    }
}
