package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What modules of Python's own tell of the Python that a project needs. */
class StandardModulesTest {

    @TempDir
    Path folder;

    private Scans project() throws IOException {
        return new Scans(folder).with("run.py", "import imp\nimport tomllib\nimport urllib2\n");
    }

    @Test
    void asksForAPythonThatHasThem() throws IOException {
        assertThat(project().scan().python().requires()).hasToString("<3.12,>=3.11");
        assertThat(project().warnings(WarningKind.UNKNOWN_MODULE)).isEmpty();
    }

    @Test
    void saysWhichTheAskedPythonDoesNotHave() throws IOException {
        Scans project = project().with(".python-version", "3.12\n");

        assertThat(project.scan().python().requires()).hasToString("==3.12.*");
        assertThat(project.warnings(WarningKind.CONTRADICTION))
                .containsExactly("run.py, line 1: imp comes with Python <3.12 only, and Python ==3.12.* is asked for."
                        + " Ask for another Python, or do without the module.");
    }

    @Test
    void takesNoHeedOfWhatTheCodeCopesWithout() throws IOException {
        new Scans(folder)
                .with("run.py", "try:\n    import tomllib\nexcept ImportError:\n    import tomli as tomllib\n")
                .with("setup.py", "from distutils.core import setup\nsetup(name='x')\n")
                .with("old.py", "import distutils.util\n")
                .with("requirements.txt", "setuptools\n");

        assertThat(new Scans(folder).scan().python().requires().isAny()).isTrue();
    }
}
