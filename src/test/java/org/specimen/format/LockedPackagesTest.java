package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.specimen.problem.BadInput;

class LockedPackagesTest {

    private static List<String> shown(LockedPackages lock) {
        return lock.packages().stream()
                .map(found -> (found.conda() ? "conda " : "pip ") + found.name() + " " + found.version() + " line "
                        + found.line())
                .toList();
    }

    @Test
    void readsUvsWithoutTheProjectItself() {
        LockedPackages lock = LockedPackages.toml("""
                version = 1
                requires-python = ">=3.11"
                resolution-markers = [
                    "python_full_version >= '3.12'",
                ]

                [[package]]
                name = "river-levels"
                version = "0.1.0"
                source = { virtual = "." }
                dependencies = [
                    { name = "pandas" },
                ]

                [[package]]
                name = "pandas"
                version = "3.0.3"
                source = { registry = "https://pypi.org/simple" }
                dependencies = [
                    { name = "numpy", version = "1.0", marker = "python_full_version < '3.12'" },
                ]
                wheels = [
                    { url = "https://x/pandas-3.0.3.whl", hash = "sha256:0", size = 1 },
                ]

                [package.metadata]
                name = "no key of the package"
                """);

        assertThat(shown(lock)).containsExactly("pip pandas 3.0.3 line 16");
    }

    @Test
    void readsPoetrysAndPdms() {
        assertThat(shown(LockedPackages.toml("""
                        # written by a tool
                        [[package]]
                        name = "numpy"
                        version = "1.26.4"
                        optional = false
                        files = [
                            {file = "numpy-1.26.4.tar.gz", hash = "sha256:0"},
                        ]

                        [package.extras]
                        version = "no version"

                        [[package]]
                        name = "mine"
                        version = "0.1"

                        [package.source]
                        type = "directory"
                        url = "../mine"

                        [metadata]
                        lock-version = "2.0"
                        """))).containsExactly("pip numpy 1.26.4 line 3");
        assertThat(shown(LockedPackages.toml("""
                        [metadata]
                        groups = ["default"]

                        [[package]]
                        name = "self"
                        version = "1"
                        path = "./self"

                        [[package]]
                        name = "scipy"
                        version = "1.11.4"
                        requires_python = ">=3.9"
                        """))).containsExactly("pip scipy 1.11.4 line 10");
    }

    @Test
    void readsPylock() {
        assertThat(shown(LockedPackages.toml("""
                        lock-version = "1.0"
                        created-by = "pip"

                        [[packages]]
                        name = "attrs"
                        version = "25.1.0"

                        [[packages.wheels]]
                        name = "attrs-25.1.0-py3-none-any.whl"

                        [[packages]]
                        name = "here"
                        version = "1"
                        directory = { path = "." }
                        """))).containsExactly("pip attrs 25.1.0 line 5");
    }

    @Test
    void readsPipenvs() {
        LockedPackages lock = LockedPackages.pipfile("Pipfile.lock", """
                {
                    "_meta": {"requires": {"python_version": "3.9"}, "version": {"version": "==9"}},
                    "default": {
                        "pandas": {"hashes": ["sha256:0"], "index": "pypi", "version": "==1.5.3"},
                        "local": {"editable": true, "path": "."}
                    },
                    "develop": {"pytest": {"version": "==7.4.0"}}
                }
                """);

        assertThat(shown(lock)).containsExactly("pip pandas 1.5.3 line 4", "pip pytest 7.4.0 line 7");
        assertThatThrownBy(() -> LockedPackages.pipfile("Pipfile.lock", "{\"default\": {\n\"a\": "))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Pipfile.lock, line 2");
    }

    @Test
    void readsPixisOfOldAndNewVersions() {
        LockedPackages newer = LockedPackages.pixi("""
                version: 6
                environments:
                  default:
                    packages:
                      linux-64:
                      - conda: https://conda.anaconda.org/conda-forge/linux-64/gdal-3.9.2-py312h1_0.conda
                packages:
                - conda: https://conda.anaconda.org/conda-forge/linux-64/python-dateutil-2.9.0-pyhd8_0.conda
                  sha256: 0
                  depends:
                  - python >=3.7
                - pypi: https://files.pythonhosted.org/x/rasterio-1.4.1.whl
                  name: rasterio
                  version: 1.4.1
                - pypi: ./
                  name: mine
                  version: '0'
                """);
        LockedPackages older = LockedPackages.pixi("""
                version: 5
                packages:
                - kind: conda
                  name: numpy
                  version: 1.26.4
                - kind: pypi
                  name: rich
                  version: '13.7'
                """);

        assertThat(shown(newer)).containsExactly("conda python-dateutil 2.9.0 line 8", "pip rasterio 1.4.1 line 12");
        assertThat(shown(older)).containsExactly("conda numpy 1.26.4 line 3", "pip rich 13.7 line 6");
    }

    @Test
    void readsCondaLockAndExplicitLists() {
        assertThat(shown(LockedPackages.condaLock("""
                        version: 1
                        metadata:
                          content_hash:
                            linux-64: 0
                        package:
                        - name: numpy
                          version: 1.26.4
                          manager: conda
                          dependencies:
                            python: '>=3.9'
                          platform: linux-64
                        - category: main
                          name: kaleido
                          version: "0.2.1"
                          manager: pip
                        """)))
                .containsExactly("conda numpy 1.26.4 line 6", "pip kaleido 0.2.1 line 12");
        assertThat(shown(LockedPackages.explicit("""
                        # platform: linux-64
                        @EXPLICIT
                        https://conda.anaconda.org/conda-forge/linux-64/libgdal-core-3.10.0-hc56_4.conda#abc
                        https://conda.anaconda.org/conda-forge/noarch/tzdata-2024a-h0_0.tar.bz2
                        """)))
                .containsExactly("conda libgdal-core 3.10.0 line 3", "conda tzdata 2024a line 4");
    }

    @Test
    void keepsWhatComesBeforeABreak() {
        String lock = "[[package]]\nname = \"a\"\nversion = \"1\"\n\n[[package]]\nname = \"b\"\nvers";

        assertThat(shown(LockedPackages.toml(lock))).containsExactly("pip a 1 line 2");
    }

    @Test
    void isEmptyForAnythingElse() {
        Stream.concat(
                        HostileText.anything(31, 300),
                        Stream.of("", "\0\0", "-".repeat(100_000), "[[package]]\n".repeat(1000)))
                .forEach(text -> {
                    assertThat(LockedPackages.toml(text).packages()).isEmpty();
                    assertThat(LockedPackages.condaLock(text).packages()).isEmpty();
                    assertThat(LockedPackages.pixi(text).packages()).isEmpty();
                    assertThat(LockedPackages.explicit(text).packages()).isEmpty();
                });
    }
}
