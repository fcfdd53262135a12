package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocksTest {

    private static final String LOCK = """
            [[package]]
            name = "numpy"
            version = "2.2.0"

            [[package]]
            name = "pandas"
            version = "2.2.3"

            [[package]]
            name = "six"
            version = "1.17.0"
            """;

    @TempDir
    Path folder;

    private static List<String> declared(ProjectFacts facts, String name) {
        return facts.packages().stream()
                .filter(found -> found.name().value().equals(name))
                .flatMap(found -> found.declarations().stream())
                .map(declaration -> (declaration instanceof Declaration.Pip pip
                                ? pip.requirement().toString()
                                : ((Declaration.Conda) declaration).spec().toString())
                        + " in " + declaration.evidence())
                .toList();
    }

    private static List<String> names(ProjectFacts facts) {
        return facts.packages().stream().map(found -> found.name().value()).toList();
    }

    @ParameterizedTest
    @CsvSource({"uv.lock", "poetry.lock", "pdm.lock"})
    void pinsWhatTheListAsksForAndAddsNothing(String lock) throws IOException {
        Scans project = new Scans(folder)
                .with("pyproject.toml", "[project]\nname = \"x\"\ndependencies = [\"pandas>=2\"]\n")
                .with(lock, LOCK)
                .with("a.py", "import pandas\n");

        ProjectFacts facts = project.scan();

        assertThat(names(facts)).containsExactly("pandas");
        assertThat(declared(facts, "pandas"))
                .containsExactly("pandas>=2 in pyproject.toml, line 3", "pandas==2.2.3 in " + lock + ", line 6");
    }

    @Test
    void pinsAnImportThatNobodyAskedForAndStillSaysSo() throws IOException {
        Scans project = new Scans(folder)
                .with("pyproject.toml", "[project]\nname = \"x\"\ndependencies = [\"pandas\"]\n")
                .with("uv.lock", LOCK)
                .with("a.py", "import pandas\nimport numpy\n");

        assertThat(declared(project.scan(), "numpy")).containsExactly("numpy==2.2.0 in uv.lock, line 2");
        assertThat(project.warnings(WarningKind.UNDECLARED))
                .singleElement()
                .asString()
                .contains("numpy");
    }

    @Test
    void saysThatALockIsOlderThanItsList() throws IOException {
        Scans project = new Scans(folder)
                .with("pyproject.toml", "[project]\nname = \"x\"\ndependencies = [\"pandas>=3\"]\n")
                .with("uv.lock", LOCK);

        assertThat(declared(project.scan(), "pandas")).containsExactly("pandas>=3 in pyproject.toml, line 3");
        assertThat(project.warnings(WarningKind.CONTRADICTION))
                .containsExactly("uv.lock, line 6: pandas ==2.2.3 is fixed here, and >=3 is asked for in"
                        + " pyproject.toml, line 3. The latter was taken; lock anew.");
    }

    @Test
    void isTheListWhereThereIsNoOther() throws IOException {
        Scans project = new Scans(folder).with("poetry.lock", LOCK).with("a.py", "import pandas\n");

        assertThat(names(project.scan())).containsExactly("pandas");
        assertThat(declared(project.scan(), "pandas")).containsExactly("pandas==2.2.3 in poetry.lock, line 6");
    }

    @Test
    void takesOfSeveralVersionsTheNewestWithoutItsLocalPart() throws IOException {
        Scans project = new Scans(folder).with("requirements.in", "torch\n").with("pylock.toml", """
                        [[packages]]
                        name = "torch"
                        version = "2.4.0+cu121"
                        [[packages]]
                        name = "torch"
                        version = "2.10.0+cu121"
                        [[packages]]
                        name = "torch"
                        version = "2.9.0"
                        """);

        assertThat(declared(project.scan(), "torch"))
                .containsExactly("torch in requirements.in, line 1", "torch==2.10.0 in pylock.toml, line 5");
        assertThat(project.warnings(WarningKind.SEVERAL_VERSIONS))
                .containsExactly("pylock.toml, line 5: It fixes torch at 2.4.0+cu121 and 2.10.0+cu121 and 2.9.0, mostly"
                        + " for different platforms or Pythons. The newest was taken: 2.10.0+cu121.");
    }

    @Test
    void pinsForCondaWhatCondaIsAskedFor() throws IOException {
        Scans project = new Scans(folder)
                .with("environment.yml", "channels: [conda-forge]\ndependencies:\n  - gdal\n  - pip:\n    - rich\n")
                .with("conda-lock.yml", """
                        package:
                        - name: gdal
                          version: 3.9.2
                          manager: conda
                        - name: rich
                          version: 13.7.0
                          manager: conda
                        """);

        assertThat(declared(project.scan(), "gdal"))
                .containsExactly("gdal in environment.yml, line 3", "gdal==3.9.2 in conda-lock.yml, line 2");
        assertThat(declared(project.scan(), "rich")).containsExactly("rich in environment.yml, line 5");
    }

    @Test
    void limitsVersionsByConstraints() throws IOException {
        Scans project = new Scans(folder)
                .with("requirements.txt", "-c constraints.txt\nnumpy\n")
                .with("constraints.txt", "numpy==1.26.4\nscipy==1.11.0\n");

        assertThat(names(project.scan())).containsExactly("numpy");
        assertThat(declared(project.scan(), "numpy"))
                .containsExactly("numpy in requirements.txt, line 2", "numpy==1.26.4 in constraints.txt, line 1");
    }

    @Test
    void saysWhereFilesOfTheSameWeightContradict() throws IOException {
        Scans project = new Scans(folder)
                .with("environment.yml", "dependencies:\n  - numpy=1.21\n  - scipy\n")
                .with("requirements.txt", "numpy==1.26.4\nscipy==1.11.0\n")
                .with("docs/requirements.txt", "numpy==1.19.0\n");

        assertThat(project.warnings(WarningKind.CONTRADICTION))
                .containsExactly("requirements.txt, line 1: numpy ==1.26.4 is asked for here, and ==1.21.* in"
                        + " environment.yml, line 2. No version is both. Correct one of them.");
    }

    @Test
    void saysThatALockIsDamaged() throws IOException {
        Scans project = new Scans(folder)
                .with("uv.lock", "no lock at all\n".repeat(100))
                .with("Pipfile.lock", "{\"default\": {")
                .with("poetry.lock", "\0\0");

        assertThat(project.warnings(WarningKind.BROKEN_SPEC_FILE)).hasSize(3).allMatch(text -> text.contains("lock"));
    }
}
