package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.catalogue.Catalogue;
import org.specimen.problem.BadInput;
import org.specimen.task.Progress;

/** What a project asks for in its files, and whose word counts. */
class AskedForTest {

    @TempDir
    Path folder;

    private final ProjectScanner scanner = new ProjectScanner(Catalogue.open());
    private Scans project;

    @BeforeEach
    void begin() {
        project = new Scans(folder);
    }

    private void write(String path, String text) throws IOException {
        project.with(path, text);
    }

    private ProjectFacts scan() {
        return project.scan();
    }

    @Test
    void takesThePinsOfTheProjectItselfNotThoseOfItsDocumentationOrOfAFolderBelow() throws IOException {
        write("analysis.py", "import geopandas\nimport rasterio\n");
        write("environment.yml", "dependencies:\n- python=3.12\n- geopandas\n- rasterio\n");
        write("docs/environment.yml", "dependencies:\n- geopandas=0.7.0\n- libgdal=3.0.4\n- sphinx=1.8.4\n");
        write("examples/requirements.txt", "rasterio==1.1.3\n");

        ProjectFacts facts = scan();

        assertThat(Scans.found(facts, "geopandas").declarations())
                .extracting(Declaration::evidence)
                .containsExactly(Evidence.of("environment.yml", 3));
        assertThat(Scans.found(facts, "rasterio").declarations())
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

    @Test
    void readsRequirementsWithIncludesThatGoRound() throws IOException {
        write("requirements.txt", "-r deps/more.txt\n-c limits.txt\n-r ../outside.txt\n-r gone.txt\nnumpy\n");
        write("deps/more.txt", "-r ../requirements.txt\nscipy\n");
        write("limits.txt", "pandas<2\n");

        ProjectFacts facts = scan();

        assertThat(Scans.names(facts)).containsExactly("numpy", "scipy");
        assertThat(facts.specFiles())
                .extracting(ProjectFacts.SpecFile::path)
                .containsExactly("deps/more.txt", "requirements.txt");
        assertThat(Scans.warnings(facts, WarningKind.BROKEN_REQUIREMENT)).hasSize(2);
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
        assertThat(Scans.names(facts)).containsExactly("numpy", "torch");
        assertThat(facts.condaPackages())
                .extracting(conda -> conda.spec().toString())
                .containsExactly("r-base=4.3");
        assertThat(Scans.warnings(facts, WarningKind.LOCAL_REQUIREMENT)).hasSize(1);
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

        assertThat(Scans.names(facts)).containsExactly("numpy");
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

        assertThat(Scans.names(facts)).containsExactly("pandas", "pyyaml", "requests");
        assertThat(Scans.warnings(facts, WarningKind.BROKEN_SPEC_FILE))
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).startsWith("environment.yml, line 3: Column 2: not valid YAML"))
                .anySatisfy(text -> assertThat(text).startsWith("pyproject.toml, line 1: Column "));
        assertThat(Scans.warnings(facts, WarningKind.BROKEN_REQUIREMENT))
                .singleElement()
                .asString()
                .startsWith("requirements.txt, line 2");
        assertThat(Scans.warnings(facts, WarningKind.DAMAGED)).hasSize(2);
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
        assertThat(Scans.names(facts)).containsExactly("numpy");
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
        assertThat(Scans.warnings(facts, WarningKind.CONTRADICTION))
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

        assertThat(Scans.found(facts, "numpy").confidence()).isEqualTo(Confidence.KNOWN);
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
}
