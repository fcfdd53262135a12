package org.specimen.files.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.advice.Stack;
import org.specimen.files.FileRole;
import org.specimen.project.Evidence;

class BuildContextTest {

    private static Example withCodeIn(String... paths) {
        Example example = Example.of(Stack.DOCKER);
        example.randomness = List.of(paths).stream().map(Evidence::of).toList();
        return example;
    }

    /** Whether Docker leaves a path out: the last pattern that fits it or a folder above it decides. */
    private static boolean isIgnored(Example example, String path) {
        boolean ignored = false;
        for (String line : example.text(FileRole.DOCKERIGNORE).lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            boolean exception = line.startsWith("!");
            if (fits(exception ? line.substring(1) : line, path)) {
                ignored = !exception;
            }
        }
        return ignored;
    }

    private static boolean fits(String pattern, String path) {
        String expression = pattern.replace(".", "\\.")
                .replace("**/", "\0")
                .replace("*", "[^/]*")
                .replace("\0", "(.*/)?");
        return path.matches(expression + "(/.*)?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data/raw/plots.csv",
                "results/figure.png",
                "outputs/model.bin",
                ".git/config",
                ".env",
                "service/.env",
                ".env.local",
                "keys/server.pem",
                ".ssh/id_rsa",
                "id_ed25519",
                ".netrc",
                "home/.aws/credentials",
                "credentials.json",
                "src/__pycache__/a.pyc",
                ".ipynb_checkpoints/a.ipynb",
                ".specimen/backup/1/Dockerfile",
                "seedlings.tar",
                "seedlings.sif",
                ".venv/bin/python",
                "venv/bin/python",
                "tools/.venv/bin/python"
            })
    void leavesOutDataSecretsHistoryAndCaches(String path) {
        assertThat(isIgnored(Example.of(Stack.DOCKER), path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analysis.py",
                "README.md",
                "pyproject.toml",
                "requirements.txt",
                "environment.yml",
                "src/data/loader.py",
                "src/data/codes.csv",
                "seedlings/results/table.py",
                "data/__init__.py",
                "results/plots/style.py",
                "environment/agent.py",
                "env/agent.py",
                "notebooks/map.ipynb"
            })
    void keepsEverythingThatTheCodeMayImport(String path) {
        assertThat(isIgnored(Example.of(Stack.DOCKER), path)).isFalse();
    }

    @Test
    void keepsAWholeFolderThatModulesWereReadFrom() {
        Example example = withCodeIn("data/loader.py", "venv/model.py");

        assertThat(isIgnored(example, "data/codes.csv")).isFalse();
        assertThat(isIgnored(example, "venv/model.py")).isFalse();
        assertThat(isIgnored(example, "results/table.csv")).isTrue();
        assertThat(example.text(FileRole.DOCKERIGNORE)).contains("# Not data: code lies there too.\n");
    }

    @Test
    void doesNotTakeANotebookAmongResultsForCode() {
        assertThat(isIgnored(withCodeIn("results/run.ipynb"), "results/table.csv"))
                .isTrue();
    }

    @Test
    void keepsTheFolderOfTheCommand() {
        Example example = Example.of(Stack.DOCKER);
        example.command = List.of("jupyter", "execute", "results/run.ipynb");

        assertThat(isIgnored(example, "results/run.ipynb")).isFalse();
    }
}
