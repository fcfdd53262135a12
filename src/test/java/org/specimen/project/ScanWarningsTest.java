package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanWarningsTest {

    @TempDir
    Path folder;

    @Test
    void tellsOfEveryPlace() throws IOException {
        Scans project = new Scans(folder)
                .with("a.py", "open('/home/ana/x')\n".repeat(150))
                .with("b.py", "import notheard\n");

        assertThat(project.warnings(WarningKind.ABSOLUTE_PATH))
                .hasSize(150)
                .last()
                .asString()
                .startsWith("a.py, line 150: ");
    }

    @ParameterizedTest
    @CsvSource({
        "requirements.txt, 'numpy\nKEY\n'",
        "environment.yml, 'dependencies:\n- numpy\n- KEY\n'",
        "environment.yml, 'dependencies:\n- numpy\n- pip:\n  - KEY\n'",
        "pyproject.toml, '[project]\nname = \"x\"\ndependencies = [\"numpy\", \"KEY\"]\n'",
        "pyproject.toml, '[tool.poetry.dependencies]\nnumpy = \"*\"\nKEY = \"*\"\n'"
    })
    void takesNoKeyForAPackageAndNeverShowsIt(String file, String text) throws IOException {
        for (String key : List.of("hf_" + "aB3dE6gH9j".repeat(4), "sk-proj-" + "a1B2c3D4".repeat(5))) {
            Scans project = new Scans(folder).with(file, text.replace("KEY", key));

            assertThat(project.warnings(WarningKind.BROKEN_REQUIREMENT))
                    .singleElement()
                    .asString()
                    .contains("looks like a key");
            assertThat(project.scan().packages())
                    .extracting(found -> found.name().value())
                    .containsExactly("numpy");
            assertThat(project.scan().toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .doesNotContain(
                            key.toLowerCase(Locale.ROOT).replace('_', '-').substring(5, 30));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {">=3.20", ">=3.12,<3.10", "==3.11.*,!=3.11.*", ">=4"})
    void saysThatNoPythonMeetsWhatIsAskedFor(String python) throws IOException {
        Scans project = new Scans(folder)
                .with("pyproject.toml", "[project]\nname = \"x\"\nrequires-python = \"" + python + "\"\n");

        assertThat(project.warnings(WarningKind.CONTRADICTION))
                .singleElement()
                .asString()
                .startsWith("pyproject.toml, line 3: Python ")
                .contains("no Python");
        assertThat(project.scan().python().requires().isAny()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {">=3.9", "==3.6.*", ">=2.7", "==3.12.4", "<4"})
    void acceptsAPythonThatThereIsOrWas(String python) throws IOException {
        Scans project = new Scans(folder).with("setup.cfg", "[options]\npython_requires = " + python + "\n");

        assertThat(project.warnings(WarningKind.CONTRADICTION)).isEmpty();
    }

    @Test
    void saysWhyANotebookIsDamagedInPlainWords() throws IOException {
        String cell = "{\"cell_type\": \"code\", \"source\": \"import os\"}";
        Scans project = new Scans(folder)
                .with("cut.ipynb", "{\"cells\": [" + cell + ", {")
                .with("deep.ipynb", "{\"cells\": [" + cell + "], \"x\": " + "[".repeat(5000))
                .with("word.ipynb", "{\"cells\": [" + cell + "], nonsense}");

        assertThat(project.warnings(WarningKind.DAMAGED))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text)
                        .contains("Code cells that were read: 1.")
                        .doesNotContain("Source", "REDACTED", "Stream", "`"));
    }

    @Test
    void namesABrokenFileOnceAndItsLine() throws IOException {
        Scans project = new Scans(folder).with("environment.yml", "dependencies:\n  - numpy\n - scipy\n");

        assertThat(project.scan().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.evidence()).isEqualTo(Evidence.of("environment.yml", 3));
            assertThat(warning.message()).startsWith("Column 2: not valid YAML").doesNotContain("environment.yml");
        });
    }

    @Test
    void findsDataSetsAndModelsThatAreLoadedByName() throws IOException {
        Scans project = new Scans(folder).with("a.py", """
                        import nltk, torch
                        from datasets import load_dataset
                        load_dataset("allenai/c4", "en")
                        load_dataset("csv", data_files="a.csv")
                        nltk.download("punkt")
                        torch.hub.load("pytorch/vision:v0.10.0", "resnet18")
                        """);

        assertThat(project.scan().models())
                .extracting(model ->
                        model.name() + model.revision().map(at -> " at " + at).orElse(""))
                .containsExactly("allenai/c4", "nltk punkt", "pytorch/vision:v0.10.0 at v0.10.0");
        assertThat(project.warnings(WarningKind.UNPINNED_MODEL))
                .singleElement()
                .asString()
                .startsWith("a.py, line 3: The data set allenai/c4 ");
    }

    @Test
    void warnsOfAChangedWorkingFolderAndOfInstalledPackages() throws IOException {
        Scans project = new Scans(folder)
                .with("a.py", "import os\nos.chdir('../data')\n")
                .with("node_modules/x/a.py", "import numpy\n")
                .with(".venv/pyvenv.cfg", "home = /usr/bin\n");

        assertThat(project.warnings(WarningKind.WORKING_FOLDER)).hasSize(1);
        assertThat(project.warnings(WarningKind.SKIPPED)).hasSize(2);
        assertThat(project.scan().packages()).isEmpty();
    }

    @Test
    void saysOnceWhichHiddenFoldersAndCachesWerePassedOver() throws IOException {
        Scans project = new Scans(folder)
                .with("a.py", "import numpy\n")
                .with(".git/hooks/x.py", "import numpy\n")
                .with(".old/b.py", "import scipy\n")
                .with("x/__pycache__/b.pyc", "")
                .with("y/__pycache__/b.pyc", "")
                .with(".binder/requirements.txt", "numpy\n");

        assertThat(project.warnings(WarningKind.SKIPPED))
                .containsExactly(".: Hidden folders and caches were not read: .git, .old, __pycache__ (2 times).");
    }
}
