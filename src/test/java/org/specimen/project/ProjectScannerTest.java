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
import java.util.Set;
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
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String notebook(String... cells) {
        StringBuilder json = new StringBuilder("{\"nbformat\": 4, \"cells\": [");
        for (int i = 0; i < cells.length; i++) {
            String source = cells[i].replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            json.append(i == 0 ? "" : ",").append("{\"cell_type\": \"code\", \"source\": \"" + source + "\"}");
        }
        return json + "]}";
    }

    private ProjectFacts scan() {
        return scanner.scan(folder, ScanOptions.DEFAULT, Progress.NONE);
    }

    private static FoundPackage found(ProjectFacts facts, String name) {
        return facts.packages().stream()
                .filter(candidate -> candidate.name().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + names(facts)));
    }

    private static List<String> names(ProjectFacts facts) {
        return facts.packages().stream()
                .map(candidate -> candidate.name().value())
                .toList();
    }

    private static List<String> warnings(ProjectFacts facts, WarningKind kind) {
        return facts.warnings().stream()
                .filter(warning -> warning.kind().equals(kind.key()))
                .map(warning -> warning.evidence() + ": " + warning.message())
                .toList();
    }

    @Test
    void takesThePinsOfTheProjectItselfNotThoseOfItsDocumentationOrOfAFolderBelow() throws IOException {
        write("analysis.py", "import geopandas\nimport rasterio\n");
        write("environment.yml", "dependencies:\n- python=3.12\n- geopandas\n- rasterio\n");
        write("docs/environment.yml", "dependencies:\n- geopandas=0.7.0\n- libgdal=3.0.4\n- sphinx=1.8.4\n");
        write("examples/requirements.txt", "rasterio==1.1.3\n");

        ProjectFacts facts = scan();

        assertThat(found(facts, "geopandas").declarations())
                .extracting(Declaration::evidence)
                .containsExactly(Evidence.of("environment.yml", 3));
        assertThat(found(facts, "rasterio").declarations())
                .extracting(Declaration::evidence)
                .containsExactly(Evidence.of("environment.yml", 4));
        assertThat(facts.condaPackages()).isEmpty();
    }

    @Test
    void takesProgramsFromTheFileForDevelopmentWhereNoOtherAsksConda() throws IOException {
        write("align.py", "import pandas\n");
        write("dev_env.yml", "channels: [bioconda, conda-forge]\ndependencies:\n- mafft\n");

        assertThat(scan().condaPackages())
                .extracting(asked -> asked.spec().toString())
                .containsExactly("mafft");
    }

    // Imports and what they come from

    @Test
    void findsDistributionsBehindImportsOfScriptsAndNotebooks() throws IOException {
        write("analysis.py", "import os, numpy as np\nfrom sklearn import svm\nimport cv2\n");
        write(
                "map.ipynb",
                notebook(
                        "%matplotlib inline\nimport matplotlib.pyplot as plt",
                        "!pip install osmnx==1.9.1\nimport osmnx"));

        ProjectFacts facts = scan();

        assertThat(names(facts)).containsExactly("matplotlib", "numpy", "opencv-python", "osmnx", "scikit-learn");
        assertThat(found(facts, "matplotlib").evidence())
                .containsExactly(new Evidence("map.ipynb", 1, 1), new Evidence("map.ipynb", 1, 2));
        assertThat(found(facts, "scikit-learn").imports()).containsExactly("sklearn");
        assertThat(found(facts, "scikit-learn").confidence()).isEqualTo(Confidence.KNOWN);
        assertThat(found(facts, "osmnx").confidence()).isEqualTo(Confidence.DECLARED);
        assertThat(found(facts, "osmnx").declarations()).hasSize(1);
        assertThat(facts.files().pythonFiles()).isEqualTo(1);
        assertThat(facts.files().notebooks()).isEqualTo(1);
    }

    @Test
    void keepsSomePlacesOfWhatIsImportedWithoutEnd() throws IOException {
        write("long.py", "import numpy\n".repeat(100_000) + "import scipy\n");

        ProjectFacts facts = scan();

        assertThat(names(facts)).containsExactly("numpy", "scipy");
        assertThat(found(facts, "numpy").evidence()).hasSize(50).startsWith(Evidence.of("long.py", 1));
    }

    @Test
    void takesTheDistributionThatTheProjectAsksForAmongSeveral() throws IOException {
        write("a.py", "import cv2\n");
        write("requirements.txt", "opencv-python-headless==4.9.0.80  # no display\n");

        ProjectFacts facts = scan();

        assertThat(names(facts)).containsExactly("opencv-python-headless");
        assertThat(found(facts, "opencv-python-headless").imports()).containsExactly("cv2");
        assertThat(found(facts, "opencv-python-headless").declarations().get(0).comment())
                .isEqualTo("no display");
        assertThat(warnings(facts, WarningKind.UNDECLARED)).isEmpty();
    }

    @Test
    void saysWhatIsImportedAndNotDeclared() throws IOException {
        write("a.py", "import numpy\n\nimport pandas\n");
        write("requirements.txt", "numpy\n");

        assertThat(warnings(scan(), WarningKind.UNDECLARED))
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

        assertThat(found(facts, "numpy").role()).isEqualTo(Role.RUNTIME);
        assertThat(found(facts, "numba").role()).isEqualTo(Role.OPTIONAL);
        assertThat(found(facts, "pytest").role()).isEqualTo(Role.DEVELOPMENT);
        assertThat(found(facts, "black").role()).isEqualTo(Role.DEVELOPMENT);
    }

    @Test
    void leavesOutWhatIsLocal() throws IOException {
        write("main.py", "import helpers, lib.tools, pkg\nfrom . import x\nfrom nested.deep import y\n");
        write("helpers.py", "");
        write("lib/tools.py", "import numpy\n");
        write("src/pkg/__init__.py", "");
        write("nested/deep/y.py", "");
        write("notebooks/a.ipynb", notebook("import sys\nsys.path.append('../code')\nimport steps\nimport helpers"));
        write("code/steps.py", "");

        assertThat(names(scan())).containsExactly("numpy");
    }

    @Test
    void doesNotTakeAFolderOfTheSameNameForThePackage() throws IOException {
        write("run.py", "import docker\nimport docker.errors\n");
        write("docker/Dockerfile", "FROM python:3.12\n");
        write("tools/requests.py", "");
        write("deep/a.py", "import requests\n");

        assertThat(names(scan())).containsExactly("docker", "requests");
    }

    @Test
    void findsPythonInNoOtherLanguage() throws IOException {
        write(
                "r.ipynb",
                "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"library(ggplot2)\\nimport numpy\"}],"
                        + " \"metadata\": {\"kernelspec\": {\"name\": \"ir\", \"language\": \"R\"}}}");
        write("b.ipynb", notebook("%%bash\nimport numpy\n", "%%writefile made.py\nimport pandas", "import made"));

        ProjectFacts facts = scan();

        // what a cell writes to a Python file is code of the project
        assertThat(names(facts)).containsExactly("pandas");
        assertThat(found(facts, "pandas").evidence()).containsExactly(new Evidence("b.ipynb", 2, 2));
        assertThat(warnings(facts, WarningKind.OTHER_LANGUAGE)).hasSize(1);
    }

    // What the project asks for

    @Test
    void readsRequirementsWithIncludesThatGoRound() throws IOException {
        write("requirements.txt", "-r deps/more.txt\n-c limits.txt\n-r ../outside.txt\n-r gone.txt\nnumpy\n");
        write("deps/more.txt", "-r ../requirements.txt\nscipy\n");
        write("limits.txt", "pandas<2\n");

        ProjectFacts facts = scan();

        assertThat(names(facts)).containsExactly("numpy", "scipy");
        assertThat(facts.specFiles())
                .extracting(ProjectFacts.SpecFile::path)
                .containsExactly("deps/more.txt", "requirements.txt");
        assertThat(warnings(facts, WarningKind.BROKEN_REQUIREMENT)).hasSize(2);
    }

    @Test
    void readsAnEnvironmentForConda() throws IOException {
        write("environment.yml", """
                name: geo
                channels: [conda-forge]
                dependencies:
                  - python=3.10
                  - pytorch=2.1
                  - r-base=4.3
                  - pip:
                    - numpy @ file:///tmp/build/numpy
                """);

        ProjectFacts facts = scan();

        assertThat(facts.python().requires()).hasToString("==3.10.*");
        assertThat(facts.python().evidence()).containsExactly(Evidence.of("environment.yml", 4));
        assertThat(names(facts)).containsExactly("numpy", "torch");
        assertThat(facts.condaPackages())
                .extracting(conda -> conda.spec().toString())
                .containsExactly("r-base=4.3");
        assertThat(warnings(facts, WarningKind.LOCAL_REQUIREMENT)).hasSize(1);
    }

    @Test
    void takesOfAFullExportWhatTheCodeImports() throws IOException {
        StringBuilder yaml = new StringBuilder("dependencies:\n  - numpy=1.21.2=py39h20f2e39_0\n");
        for (String name : List.of(
                "libgcc-ng", "openssl", "zlib", "mkl", "six", "certifi", "tk", "xz", "sqlite", "wheel", "cycler")) {
            yaml.append("  - ").append(name).append("=1.0=h7f8727e_0\n");
        }
        write("environment.yml", yaml.toString());
        write("a.py", "import numpy\n");

        ProjectFacts facts = scan();

        assertThat(names(facts)).containsExactly("numpy");
        assertThat(facts.condaPackages()).isEmpty();
    }

    @Test
    void keepsTheRestWhenAFileIsBroken() throws IOException {
        write("environment.yml", "dependencies:\n  - numpy\n - scipy\n");
        write("pyproject.toml", "[project\n");
        write("requirements.txt", "pandas\nnot a requirement\n");
        write("a.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"import requests\"}, {");
        write("b.py", "import yaml\nx = (\n");
        Files.write(folder.resolve("c.py"), new byte[] {0, 1, 2});

        ProjectFacts facts = scan();

        assertThat(names(facts)).containsExactly("pandas", "pyyaml", "requests");
        assertThat(warnings(facts, WarningKind.BROKEN_SPEC_FILE))
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).startsWith("environment.yml, line 3: Column 2: not valid YAML"))
                .anySatisfy(text -> assertThat(text).startsWith("pyproject.toml, line 1: Column "));
        assertThat(warnings(facts, WarningKind.BROKEN_REQUIREMENT))
                .singleElement()
                .asString()
                .startsWith("requirements.txt, line 2");
        assertThat(warnings(facts, WarningKind.DAMAGED)).hasSize(2);
    }

    @Test
    void readsAProjectThatIsAPackage() throws IOException {
        write(
                "pyproject.toml",
                "[project]\nname = \"Spi_rals\"\nrequires-python = \">=3.9\"\ndependencies = [\"numpy\", \"spi-rals[x]\"]\n");
        write("src/spirals/__main__.py", "import numpy, spirals\n");
        write(".python-version", "3.11\n");

        ProjectFacts facts = scan();

        assertThat(facts.name()).isEqualTo("spi-rals");
        assertThat(facts.installable()).map(ProjectFacts.Installable::evidence).contains(Evidence.of("pyproject.toml"));
        assertThat(names(facts)).containsExactly("numpy");
        assertThat(facts.python().requires().contains("3.11.4")).isTrue();
        assertThat(facts.python().requires().contains("3.12.0")).isFalse();
        assertThat(facts.commands()).containsExactly(List.of("python", "-m", "spirals"));
    }

    @Test
    void letsTheTopmostFileDecideThePython() throws IOException {
        write("environment.yml", "dependencies:\n- python=3.12\n");
        write("ci/environment-old.yml", "dependencies:\n- python=3.8\n");
        write("sub/environment.yml", "dependencies:\n- python=3.9\n");

        ProjectFacts facts = scan();

        assertThat(facts.python().requires()).hasToString("==3.12.*");
        assertThat(warnings(facts, WarningKind.CONTRADICTION))
                .singleElement()
                .asString()
                .startsWith("sub/environment.yml, line 2");
    }

    @Test
    void leavesOutWhatSpecimenWroteAndTellsItsPinsApart() throws IOException {
        write("requirements.in", "numpy==1.26.4  # arrays\n");
        write("environment.yml", "dependencies:\n- scipy=1.11\n");
        write("a.py", "import numpy\n");
        Set<String> own = Set.of("requirements.in", "environment.yml", "Dockerfile", "missing.txt");

        ProjectFacts facts = scanner.scan(folder, new ScanOptions(own), Progress.NONE);

        assertThat(found(facts, "numpy").confidence()).isEqualTo(Confidence.KNOWN);
        assertThat(facts.specFiles()).isEmpty();
        assertThat(scanner.pins(folder, own)).extracting(Declaration::comment).containsExactly("", "arrays");
    }

    @Test
    void refusesBrokenPins() throws IOException {
        write("environment.yml", "dependencies:\n  - numpy\n - scipy\n");

        assertThatThrownBy(() -> scanner.pins(folder, Set.of("environment.yml")))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("environment.yml, line 3, column 2");
    }

    // What else decides

    @Test
    void findsModelsKeysAndSeeds() throws IOException {
        write("a.py", """
                import os, random
                from openai import OpenAI
                from transformers import AutoModel, pipeline
                NAME = "org/model"
                AutoModel.from_pretrained(NAME, revision="0123abc")
                pipeline("sentiment-analysis", model="org/other")
                AutoModel.from_pretrained("./local")
                client = OpenAI()
                client.chat.completions.create(model="gpt-4.1-mini", messages=[])
                os.environ["HF_TOKEN"]; os.getenv("HOME"); os.environ.get("MY_API_KEY", "")
                random.choice([1])
                """);
        write(".env", "# note\nexport DATABASE_PASSWORD=hunter2hunter2\n");

        ProjectFacts facts = scan();

        assertThat(facts.models())
                .extracting(model -> model.name() + " " + model.revision().orElse("-") + " "
                        + model.evidence().line())
                .containsExactly("org/model 0123abc 5", "org/other - 6", "gpt-4.1-mini - 9");
        assertThat(facts.secrets())
                .extracting(ProjectFacts.Secret::key)
                .containsExactly("DATABASE_PASSWORD", "HF_TOKEN", "MY_API_KEY", "OPENAI_API_KEY");
        assertThat(facts.randomness()).containsExactly(Evidence.of("a.py", 11));
        assertThat(warnings(facts, WarningKind.UNPINNED_MODEL)).hasSize(1);
        assertThat(warnings(facts, WarningKind.UNSEEDED)).hasSize(1);
        assertThat(facts.toString()).doesNotContain("hunter2");
    }

    @Test
    void warnsOfAKeyInTheCodeWithoutShowingIt() throws IOException {
        String key = "sk-" + "a1B2c3D4".repeat(5);
        write("a.py", "import openai\nopenai.api_key = \"" + key + "\"\nDB_PASSWORD = 'correct8horse9battery'\n");

        ProjectFacts facts = scan();

        assertThat(warnings(facts, WarningKind.SECRET_IN_CODE)).hasSize(2);
        assertThat(facts.toString()).doesNotContain(key).doesNotContain("correct8horse");
    }

    @Test
    void tellsHowAGpuIsUsed() throws IOException {
        write("a.py", "import torch\nmodel.to('mps')\n");
        assertThat(scan().gpu().need()).isEqualTo(ProjectFacts.GpuNeed.MPS);
        write("a.py", "import torch\n");
        assertThat(scan().gpu().need()).isEqualTo(ProjectFacts.GpuNeed.NONE);
        write("b.py", "import torch\ndevice = torch.device('cuda' if torch.cuda.is_available() else 'cpu')\n");
        assertThat(scan().gpu())
                .isEqualTo(new ProjectFacts.Gpu(ProjectFacts.GpuNeed.WHEELS, List.of(Evidence.of("b.py", 2))));
        write("kernels/add.cu", "__global__ void add() {}\n");
        assertThat(scan().gpu())
                .isEqualTo(new ProjectFacts.Gpu(ProjectFacts.GpuNeed.CUDA, List.of(Evidence.of("kernels/add.cu"))));
    }

    @Test
    void warnsOfPathsOfOneComputer() throws IOException {
        write("a.py", "open('/Users/ana/data.csv')\nopen(r'C:\\data\\x.csv')\nopen('data/x.csv')\nx = 'a://b'\n");

        assertThat(warnings(scan(), WarningKind.ABSOLUTE_PATH)).hasSize(2);
    }

    @Test
    void ordersWhatMayBeRun() throws IOException {
        write("utils.py", "def f(): pass\n");
        write("plot.py", "from utils import f\nf()\n");
        write("main.py", "import plot\nif __name__ == \"__main__\":\n    print()\n");
        write("tests/test_a.py", "if __name__ == '__main__': pass\n");
        write("my notebook.ipynb", notebook("1"));

        assertThat(scan().commands())
                .containsExactly(List.of("python", "main.py"), List.of("jupyter", "execute", "my notebook.ipynb"));
    }

    @Test
    void readsSystemPackages() throws IOException {
        write("binder/apt.txt", "libgeos-dev  # shapes\n\ngdal-bin\n");
        write("a.ipynb", notebook("!apt-get install -y ffmpeg && pip install -q 'moviepy>=1' > /dev/null"));

        ProjectFacts facts = scan();

        assertThat(facts.systemPackages())
                .extracting(ProjectFacts.SystemPackage::name)
                .containsExactly("ffmpeg", "gdal-bin", "libgeos-dev");
        assertThat(names(facts)).containsExactly("moviepy");
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
        write(".ipynb_checkpoints/a.ipynb", notebook("import scipy"));
        write("a.py", "import numpy\n");

        ProjectFacts facts = scan();

        assertThat(names(facts)).containsExactly("numpy");
        assertThat(warnings(facts, WarningKind.SKIPPED)).hasSize(5);
    }

    @Test
    void readsFilesWithNamesOfAnyKind() throws IOException {
        for (String name : List.of("a b'\".py", "line\nbreak.py", "🐍.py", "שלום.py", "-r.py")) {
            Optional<Path> file = tryCreate(name);
            assumeThat(file).isPresent();
            Files.writeString(file.get(), "import numpy\n", StandardCharsets.UTF_8);
        }

        assertThat(found(scan(), "numpy").evidence()).hasSize(5);
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
