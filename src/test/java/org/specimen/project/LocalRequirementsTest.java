package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements that name a place: a folder, a file, a repository, an address. */
class LocalRequirementsTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Scans requirements(String line) throws IOException {
        return new Scans(folder)
                .with("requirements.txt", "numpy\n" + line + "\n")
                .with("a.py", "import numpy\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./local",
                "-e ./local",
                "-e local[plot]",
                "file:./local",
                "file:///srv/thing",
                "../other",
                "-e /srv/thing",
                "./wheels/thing-1.0-py3-none-any.whl",
                "git+file:///srv/thing#egg=thing",
                "thing @ file:///srv/thing"
            })
    void ofAFolderOrAFileAreToldWithTheirPlace(String line) throws IOException {
        assertThat(requirements(line).warnings(WarningKind.LOCAL_REQUIREMENT))
                .singleElement()
                .asString()
                .startsWith("requirements.txt, line 2: ");
    }

    @Test
    void thatAreNotThereAreToldSo() throws IOException {
        assertThat(requirements("./localpkg").with("localpkg2/setup.py", "").warnings(WarningKind.LOCAL_REQUIREMENT))
                .singleElement()
                .asString()
                .isEqualTo("requirements.txt, line 2: ./localpkg is asked for here, and the project has no such file or"
                        + " folder, so it was left out. Add it, or remove the line.");
    }

    @Test
    void insideTheProjectDifferFromThoseOutside() throws IOException {
        assertThat(requirements("-e ./local").with("local/setup.py", "").warnings(WarningKind.LOCAL_REQUIREMENT))
                .singleElement()
                .asString()
                .contains("./local is a package inside the project");
        assertThat(requirements("-e ../other").warnings(WarningKind.LOCAL_REQUIREMENT))
                .singleElement()
                .asString()
                .contains("../other lies outside of the project");
    }

    @ParameterizedTest
    @CsvSource({
        "-e ./local, local/pyproject.toml, '[project]\nname = \"sub-thing\"\nversion = \"1\"\n', sub-thing @ file:./local",
        "./local, local/setup.py, 'from setuptools import setup\nsetup(name=\"thing\")\n', thing @ file:./local",
        "./wheels/thing-1.0-py3-none-any.whl, wheels/thing-1.0-py3-none-any.whl, x, thing @ file:./wheels/thing-1.0-py3-none-any.whl"
    })
    void insideTheProjectAreAskedForByTheirPlaceWhereTheirNameIsKnown(
            String line, String file, String text, String asked) throws IOException {
        Scans project = requirements(line).with(file, text.replace("\\n", "\n"));

        assertThat(project.scan().packages())
                .flatExtracting(FoundPackage::declarations)
                .extracting(declaration ->
                        ((Declaration.Pip) declaration).requirement().toString())
                .contains(asked);
        assertThat(project.warnings(WarningKind.LOCAL_REQUIREMENT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "-e .", "-e .[plot]", "file:.", "./"})
    void ofTheProjectItselfNeedAPackage(String line) throws IOException {
        Scans project = requirements(line);
        assertThat(project.warnings(WarningKind.LOCAL_REQUIREMENT)).hasSize(1);

        project.with("setup.py", "from setuptools import setup\nsetup(name='study')\n");
        assertThat(project.warnings(WarningKind.LOCAL_REQUIREMENT)).isEmpty();
        assertThat(project.scan().installable()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "git+https://github.com/person/thing.git@" + COMMIT + ", git+https://github.com/person/thing.git@" + COMMIT,
        "-e git+ssh://git@host/thing@" + COMMIT + "#egg=thing, git+ssh://git@host/thing@" + COMMIT,
        "git+https://host/mono.git@" + COMMIT + "#egg=thing&subdirectory=py, git+https://host/mono.git@" + COMMIT
                + "#subdirectory=py"
    })
    void ofACommitAreTakenWithTheirAddress(String line, String url) throws IOException {
        Scans project = requirements(line);

        assertThat(project.warnings(WarningKind.MOVING_REQUIREMENT)).isEmpty();
        assertThat(project.scan().packages())
                .filteredOn(found -> found.name().value().equals("thing"))
                .flatExtracting(FoundPackage::declarations)
                .singleElement()
                .satisfies(declaration -> assertThat(
                                ((Declaration.Pip) declaration).requirement().url())
                        .contains(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git+https://github.com/person/thing.git",
                "-e git+https://github.com/person/thing@feature/better#egg=thing",
                "git+https://github.com/person/thing@v1.2",
                "git+ssh://git@github.com/person/thing",
                "hg+https://host/thing@default",
                "thing @ git+https://github.com/person/thing"
            })
    void ofWhatCanMoveSayHowToHoldIt(String line) throws IOException {
        Scans project = requirements(line);

        assertThat(project.warnings(WarningKind.MOVING_REQUIREMENT))
                .singleElement()
                .asString()
                .startsWith("requirements.txt, line 2: ")
                .contains("@<40 hex digits>");
        assertThat(project.scan().packages())
                .extracting(found -> found.name().value())
                .contains("thing");
    }

    @Test
    void inAProjectFileAreToldTheSame() throws IOException {
        Scans project = new Scans(folder)
                .with(
                        "pyproject.toml",
                        "[project]\nname = \"x\"\ndependencies = [\n\"a @ git+https://host/a\",\n\"b @ file:///srv/b\"]\n");

        assertThat(project.warnings(WarningKind.MOVING_REQUIREMENT))
                .singleElement()
                .asString()
                .startsWith("pyproject.toml, line 4");
        assertThat(project.warnings(WarningKind.LOCAL_REQUIREMENT))
                .singleElement()
                .asString()
                .startsWith("pyproject.toml, line 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host/archive/main.zip", "git+git@github.com:person/thing.git"})
    void thatNoPackageCanBeReadFromAreTold(String line) throws IOException {
        assertThat(requirements(line).warnings(WarningKind.BROKEN_REQUIREMENT)).hasSize(1);
    }
}
