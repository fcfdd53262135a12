package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileFilesTest {

    @TempDir
    Path folder;

    private Scans project() throws IOException {
        return new Scans(folder).with("good.py", "import rasterio\n");
    }

    private static void assertReadsTheRest(ProjectFacts facts) {
        assertThat(facts.packages()).extracting(found -> found.name().value()).contains("rasterio");
    }

    @Test
    void waitsForNoPipe() throws IOException, InterruptedException {
        Scans project = project();
        for (String name : new String[] {"requirements.txt", "a.ipynb", "b.py", "Dockerfile", "uv.lock"}) {
            Process made;
            try {
                made = new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start();
            } catch (IOException noSuchProgram) {
                made = null;
            }
            assumeTrue(made != null && made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0);
        }

        ProjectFacts facts = project.scan();
        assertReadsTheRest(facts);
        assertThat(facts.warnings())
                .filteredOn(warning -> warning.message().contains("a pipe, a socket or a device"))
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d = 'cuda:' + str(n)\n",
                "sys.path.append(os.getcwd() + '\\code')\n",
                "sys.path.append('//')\nsys.path.append('')\nsys.path.append('/')\n",
                "import_module('')\n__import__('.')\n",
                "open('C:')\nopen('C:\\')\n",
            })
    void readsTextsThatAreCutShort(String code) throws IOException {
        assertReadsTheRest(project().with("cut.py", "import os, sys\n" + code).scan());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pipfile | [packages]; 'KEY' = '*'",
                "pixi.toml | [dependencies]; 'KEY' = '*'",
                "pixi.toml | [pypi-dependencies]; 'KEY' = '*'",
                "requirements.txt | KEY=1.0=py_0; KEY=1.0=pypi_0"
            })
    void takesNoKeyForThePackageThatShouldStandThere(String name, String lines) throws IOException {
        String key = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";
        ProjectFacts facts = project()
                .with(name, lines.replace("KEY", key).replace('\'', '"').replace("; ", "\n") + "\n")
                .scan();

        assertReadsTheRest(facts);
        assertThat(facts.toString().toLowerCase(Locale.ROOT))
                .doesNotContain(key.toLowerCase(Locale.ROOT))
                .doesNotContain(key.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Test
    void goesRoundInNoCircleOfLinks() throws IOException {
        Scans project = project().with("deep/er/a.py", "import shapely\n");
        Files.createSymbolicLink(folder.resolve("deep/er/up"), folder);
        Files.createSymbolicLink(folder.resolve("requirements.txt"), folder.resolve("requirements.txt"));
        Files.createSymbolicLink(folder.resolve("environment.yml"), Path.of("/dev/zero"));

        assertReadsTheRest(project.scan());
        assertThat(project.warnings(WarningKind.SKIPPED))
                .containsExactly(".: Links were not followed; what lies in the project itself was read where it lies:"
                        + " deep/er/up, environment.yml, requirements.txt.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requirements.txt",
                "environment.yml",
                "pyproject.toml",
                "setup.cfg",
                "setup.py",
                "Pipfile",
                "Pipfile.lock",
                "poetry.lock",
                "uv.lock",
                "pdm.lock",
                "pylock.toml",
                "pixi.toml",
                "pixi.lock",
                "conda-lock.yml",
                "conda-linux-64.lock",
                "Dockerfile",
                "devcontainer.json",
                "postBuild",
                ".gitpod.yml",
                "tox.ini",
                "Snakefile",
                "other.yml",
                "doc.md",
                "doc.qmd",
                "apt.txt",
                "runtime.txt",
                ".python-version",
                ".env",
                "x.py",
                "x.ipynb"
            })
    void readsAnyContentUnderAnyName(String name) throws IOException {
        String[] contents = {
            "",
            "\0\1\2\3".repeat(3000),
            "[".repeat(200_000),
            "{\"a\":".repeat(200_000),
            "(".repeat(200_000),
            "- ".repeat(100_000),
            "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\ndependencies: [*c,*c,*c,*c,*c,*c,*c,*c]\n",
            "dependencies:\n  - &x numpy\nchannels: *x\n",
            "x".repeat(9_000_000),
            "\\\n".repeat(500_000),
            "\"\"\"".repeat(100_001),
            "-r " + name + "\n-r ../../../etc/passwd\n-r /etc/passwd\n-c " + name + "\n",
            "```{python}\n".repeat(50_000),
            "RUN " + "a && ".repeat(100_000) + "<<EOF\n",
            "[[package]]\nname = \"a\"\n".repeat(100_000),
            "\uD800\uDFFF\uFFFF\u202E",
        };
        for (String content : contents) {
            Scans project = project();
            Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));

            assertReadsTheRest(project.scan());
        }
    }

    @Test
    void leavesOutWhatIsTooLongAndSaysSo() throws IOException {
        Scans project = project();
        byte[] line = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        for (String name : new String[] {"requirements.txt", "long.py", "uv.lock"}) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
                for (int i = 0; i < 25; i++) {
                    out.write(line);
                }
            }
        }

        assertThat(project.warnings(WarningKind.SKIPPED))
                .hasSize(3)
                .allMatch(text -> text.contains("larger than any file that a person writes"));
        assertReadsTheRest(project.scan());
    }

    @Test
    void keepsTheNumberOfNodesOfRepeatedAliasesBounded() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
        }
        Scans project = project().with("environment.yml", bomb + "dependencies: *a8\n");

        assertThat(project.warnings(WarningKind.BROKEN_SPEC_FILE)).hasSize(1);
    }
}
