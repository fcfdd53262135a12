package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitIgnoreTest {

    private static final String FILE = ".python-version";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".python-version",
                "/.python-version",
                "**/.python-version",
                ".python-version   ",
                ".*",
                "*",
                ".python-versio?",
                ".[oop]ython-version",
                ".[a-z]ython-version",
                ".[!a]ython-version",
                "\\.python-version",
                "!.python-version\n.python*"
            })
    void leavesOut(String text) {
        assertThat(GitIgnore.parse(text).ignores(FILE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# .python-version",
                "python-version",
                ".python-version/",
                "src/.python-version",
                ".python",
                "*.md",
                ".[!p]ython-version",
                ".[python-version",
                ".python*\n!.python-version"
            })
    void leavesIn(String text) {
        assertThat(GitIgnore.parse(text).ignores(FILE)).isFalse();
    }

    @Test
    void readsLinesOfEverySystem() {
        assertThat(GitIgnore.parse("*.pyc\r\n.python-version\r\n").ignores(FILE))
                .isTrue();
    }
}
