package org.specimen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.app.FolderContents;

/** What a command does not take, and how it says so. */
class RefusalsTest extends AtTheTerminal {

    @Test
    void refusesAPythonOfTheProjectsThatCannotBeOffered() throws IOException {
        write("main.py", "import numpy\n");
        write("pyproject.toml", "[project]\nname = \"x\"\nversion = \"1\"\nrequires-python = \">=3.20\"\n");

        assertRefused(run("write", folder.toString()), 1, ">=3.20", "To choose another Python: --python 3.");
        assertThat(run("write", folder.toString(), "--python", "3.12").status()).isZero();
    }

    @Test
    void readsItsPlanThroughNoLinkOutOfTheFolder() throws IOException {
        write("main.py", "import numpy\n");
        Path outside = Files.createTempFile("plan", ".yml");
        Files.createSymbolicLink(folder.resolve("specimen.yml"), outside);

        assertRefused(run("write", folder.toString()), 2, "leads out of the folder");
        Files.delete(outside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "advise", "write", "lock", "undo"})
    void refusesAFolderThatIsNone(String command) throws IOException {
        assertRefused(run(command, folder.resolve("nowhere").toString()), 2, "nowhere");
        write("file.txt", "text");
        assertRefused(run(command, folder.resolve("file.txt").toString()), 2, "file.txt", "folder");
    }

    @ParameterizedTest
    @CsvSource({
        "'sacn x', Did you mean",
        "'scan', DIR",
        "'scan x --jsno', --json",
        "'write x --stack wings', 'venv, conda, docker, docker-conda'",
        "'write x --existing burn', 'keep, replace or beside'",
        "'advise --answers nowhere.yml', nowhere.yml",
    })
    void refusesWrongUsage(String arguments, String says) {
        assertRefused(run(arguments.split(" ")), 2, says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'people: nobody'      | line 1, column 9  | mixed-os-team",
                "'poeple: me'          | line 1, column 1  | people",
                "'people: [me'         | line 2            | YAML",
                "'people: me\nhorizon: yaers' | line 2, column 10 | years",
            })
    void refusesAnswersThatAreNone(String answers, String place, String likely) throws IOException {
        write("answers.yml", answers + "\n");

        assertRefused(run("advise", "--answers", folder.resolve("answers.yml").toString()), 2, place, likely);
    }

    @Test
    void refusesABrokenPlanAndLeavesEverything() throws IOException {
        write("main.py", "import numpy\n");
        write("specimen.yml", "schema: 1\nname: [\n");

        assertRefused(run("write", folder.toString()), 2, "specimen.yml, line");
        write("specimen.yml", "schema: 7\n");
        assertRefused(run("write", folder.toString()), 2, "specimen.yml, line 1", "newer Specimen");
        assertThat(FolderContents.of(folder).keySet()).containsExactly("main.py", "specimen.yml");
    }

    @Test
    void refusesABrokenEnvironmentFileThatWouldBeMerged() throws IOException {
        write("main.py", "import numpy\n");
        write("environment.yml", "dependencies:\n  - numpy\n - pandas\n");

        assertRefused(run("write", folder.toString(), "--stack", "conda"), 2, "environment.yml, line 3");
        assertThat(FolderContents.of(folder).keySet()).containsExactly("environment.yml", "main.py");
    }

    @Test
    void refusesAPackageOrAVersionThatDoesNotExist() throws IOException {
        write("requirements.txt", "scikit-lern\nnumpy==99.1\n");

        assertRefused(
                run("write", folder.toString(), "--stack", "venv"), 1, "Did you mean scikit-learn?", "numpy==99.1");
        assertThat(FolderContents.of(folder).keySet()).containsExactly("requirements.txt");
    }

    @Test
    void refusesAPythonThatDoesNotExistOrThatNoPackageSupports() throws IOException {
        write("requirements.txt", "numpy>=2.4\n");

        assertRefused(run("write", folder.toString(), "--python", "3.99"), 2, "3.99", "3.8");
        assertRefused(run("write", folder.toString(), "--python", "new"), 2, "new");
        assertRefused(
                run("write", folder.toString(), "--python", "3.8", "--stack", "venv"), 1, "numpy>=2.4", "Python 3.8");
    }
}
