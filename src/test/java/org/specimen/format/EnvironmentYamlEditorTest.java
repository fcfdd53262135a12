package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentYamlEditorTest {

    private static final String OURS = """
            # The environment of this project.
            name: glaciers
            channels:
              - conda-forge
              - nodefaults
            dependencies:
              - python=3.11.9
              - gdal=3.9.2  # map.py reads rasters
              - numpy=1.26.4
              - pip=24.2
              - pip:
                  - cmocean==4.0.3  # colours; not on conda-forge
            """;

    private static EditedText merge(String theirs) throws CannotEdit {
        return EnvironmentYamlEditor.merge(theirs, OURS, Map.of());
    }

    @Test
    void takesOutWhatAnExportListsAndNobodyAskedFor() throws CannotEdit {
        String theirs = """
                name: base
                channels:
                  - defaults
                dependencies:
                  - _libgcc_mutex=0.1=main
                  - blas=1.0=mkl
                  - bzip2=1.0.8=h5eee18b_6
                  - ca-certificates=2024.11.26=h06a4308_0
                  - libffi=3.4.4=h6a678d5_1
                  - mkl=2023.1.0=h213fc3f_46344
                  - numpy=1.24.0=py312hc5e2394_0
                  - openssl=3.0.15=h5eee18b_0
                  # asked for by hand
                  - python=3.9.1=h5148396_1
                  - tk=8.6.14=h39e8969_0
                  - zlib=1.2.13=h5eee18b_1
                  - pip:
                      - anyio==4.6.2
                      - cmocean==2.0
                      - git+https://example.org/a.git
                prefix: /home/me/miniconda3
                """;

        EditedText merged = merge(theirs);

        assertThat(merged.text()).isEqualTo("""
                        name: base
                        channels:
                          - conda-forge
                          - nodefaults
                        dependencies:
                          - numpy=1.26.4
                          # asked for by hand
                          - python=3.11.9
                          - gdal=3.9.2  # map.py reads rasters
                          - pip=24.2
                          - pip:
                              - cmocean==4.0.3  # colours; not on conda-forge
                              - git+https://example.org/a.git
                        """);
        assertThat(merged.notes())
                .contains("It listed all that was installed on one computer; the 10 lines of packages that the project"
                        + " does not ask for went.");
        assertThat(merge(merged.text()).text()).isEqualTo(merged.text());
    }

    @Test
    void changesVersionsInPlaceAndKeepsEverythingElse() throws CannotEdit {
        String theirs = """
                # Ask Ada before changing this.
                name: ice   # short

                channels:
                  - conda-forge
                  - nodefaults
                dependencies:
                # the interpreter
                - python =3.9
                - "numpy>=1.20"   # fast arrays
                - 'gdal'
                # - scipy
                - xarray
                - pip
                - pip:
                  - cmocean
                  - -r more.txt
                  - git+https://example.org/a.git   # ours
                variables:
                  PROJ_NETWORK: "ON"
                """;

        assertThat(merge(theirs).text()).isEqualTo("""
                        # Ask Ada before changing this.
                        name: ice   # short

                        channels:
                          - conda-forge
                          - nodefaults
                        dependencies:
                        # the interpreter
                        - python=3.11.9
                        - "numpy=1.26.4"   # fast arrays
                        - 'gdal=3.9.2'  # map.py reads rasters
                        # - scipy
                        - xarray
                        - pip=24.2
                        - pip:
                          - cmocean==4.0.3  # colours; not on conda-forge
                          - -r more.txt
                          - git+https://example.org/a.git   # ours
                        variables:
                          PROJ_NETWORK: "ON"
                        """);
        assertThat(merge(theirs).notes())
                .containsExactly(
                        "The environment keeps the name ice.",
                        "python =3.9 became python=3.11.9.",
                        "numpy>=1.20 became numpy=1.26.4.");
    }

    @Test
    void addsWhatIsMissingBehindTheLastPackage() throws CannotEdit {
        assertThat(merge("name: ice\ndependencies:\n    - xarray # x\n    # end of list")
                        .text())
                .isEqualTo("""
                        name: ice
                        channels:
                          - conda-forge
                          - nodefaults
                        dependencies:
                            - xarray # x
                            - python=3.11.9
                            - gdal=3.9.2  # map.py reads rasters
                            - numpy=1.26.4
                            - pip=24.2
                            - pip:
                                - cmocean==4.0.3  # colours; not on conda-forge
                            # end of list
                        """);
    }

    @Test
    void theChannelsOfTheirsFollowOursAndDefaultsAndTheFrozenPytorchGo() throws CannotEdit {
        EditedText merged = merge("""
                channels:
                  # for the GPU
                  - nvidia   # cuda
                  - pytorch
                  # from the institute
                  - https://conda.example.org/glaciology
                  - defaults
                  - https://conda.anaconda.org/conda-forge/
                dependencies: [ ]
                """.replace(" [ ]", "\n  - python"));

        assertThat(merged.text()).contains("""
                        channels:
                          - https://conda.anaconda.org/conda-forge/
                          # for the GPU
                          - nvidia   # cuda
                          # from the institute
                          - https://conda.example.org/glaciology
                          - nodefaults
                        dependencies:
                        """);
        assertThat(merged.notes())
                .anyMatch(note -> note.contains("defaults is taken out"))
                .anyMatch(note -> note.contains("pytorch"));
    }

    @Test
    void channelsInBracketsStayInBrackets() throws CannotEdit {
        assertThat(merge("channels: [defaults, bioconda]  # two\ndependencies:\n- python\n")
                        .text())
                .contains("channels: [conda-forge, bioconda, nodefaults]  # two\n");
    }

    @Test
    void thePrefixOfOneMachineGoesAndIsTold() throws CannotEdit {
        EditedText merged =
                merge("name: ice\ndependencies:\n  - python=3.9.1=h12_0\nprefix: /home/ada/miniconda3/envs/ice\n");

        assertThat(merged.text()).doesNotContain("prefix").doesNotContain("/home/ada");
        assertThat(merged.notes()).anyMatch(note -> note.contains("prefix"));
    }

    @Test
    void aPackageThatComesFromTheOtherInstallerNowIsNotInstalledTwice() throws CannotEdit {
        EditedText merged = merge("name: ice\ndependencies:\n- cmocean\n- pip\n- pip:\n  - NumPy==1.2 # n\n");

        assertThat(merged.text()).doesNotContain("NumPy").doesNotContain("- cmocean\n");
        assertThat(merged.notes()).anyMatch(note -> note.contains("now comes from conda"));
    }

    @Test
    void whatPipInstallsFromAFileBesideLeavesTheListOfPip() throws CannotEdit {
        String theirs = """
                name: ice
                dependencies:
                - pip:
                  - git+https://example.org/growth.git
                  - -e git+ssh://git@example.org/tools@main#egg=Ice_Tools
                  - https://example.org/files/thing.zip
                  - ./libs/local
                  - openai>=1
                  - -r requirements.txt
                  - -r more.txt
                  - git+https://example.org/other.git
                """;
        Map<String, String> besides = Map.of("requirements-references.txt", """
                growth @ git+https://example.org/growth@0123abc
                ice-tools @ git+ssh://example.org/tools@v2
                thing @ https://example.org/files/thing.zip
                local @ file:./libs/local
                """, "requirements.txt", "openai==2.8.1\n");

        EditedText merged = EnvironmentYamlEditor.merge(theirs, OURS, besides);

        assertThat(Yaml.readMapping("environment.yml", merged.text()).toString())
                .contains("-r more.txt", "git+https://example.org/other.git", "cmocean==4.0.3")
                .doesNotContain("growth", "tools", "thing", "local", "openai", "-r requirements.txt");
        assertThat(merged.notes())
                .contains(
                        "The line git+https://example.org/growth.git went: it is in requirements-references.txt now.",
                        "The line openai>=1 went: it is in requirements.txt now.");
        assertThat(EnvironmentYamlEditor.merge(merged.text(), OURS, besides).text())
                .isEqualTo(merged.text());
    }

    @Test
    void aListOfPipThatBecomesEmptyGoes() throws CannotEdit {
        String ours = "name: a\nchannels:\n  - conda-forge\ndependencies:\n  - numpy=1.26.4\n";

        assertThat(EnvironmentYamlEditor.merge("name: a\ndependencies:\n- pip:\n  - numpy\n", ours, Map.of())
                        .text())
                .isEqualTo("name: a\nchannels:\n  - conda-forge\ndependencies:\n- numpy=1.26.4\n");
    }

    @Test
    void aFileWithoutDependenciesGetsOurs() throws CannotEdit {
        assertThat(merge("variables:\n  A: b\n").text())
                .contains("variables:\n  A: b\n", "- pip:\n      - cmocean==4.0.3");
        assertThat(merge("dependencies:  # none yet\nvariables:\n  A: b\n").text())
                .contains("dependencies:  # none yet\n  - python=3.11.9\n");
        assertThat(merge("# only a comment").text()).isEqualTo("# only a comment\n" + OURS);
        assertThat(merge(" \n").text()).isEqualTo(OURS);
    }

    @Test
    void charactersBeyondTheBasicPlaneMoveNothing() throws CannotEdit {
        assertThat(merge("# 🧬🧬🧬\nname: ice # 🧊\ndependencies:\n- python # 🐍\n- numpy # 🔢\n")
                        .text())
                .contains("name: ice # 🧊\n", "- python=3.11.9 # 🐍\n", "- numpy=1.26.4 # 🔢\n");
    }

    @Test
    void aByteOrderMarkStaysAtTheStart() throws CannotEdit {
        assertThat(merge("\uFEFFname: ice\ndependencies:\n- python\n").text()).startsWith("\uFEFFname: ice\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'name: a\ndependencies: [python, numpy]\n' | brackets",
                "'{name: a, dependencies: [python]}\n' | lines",
                "'name: a\ndependencies:\n\t- python\n' | line 3, column 1",
                "'name: a\n---\nname: b\n' | more than one document",
                "'name: a\nname: b\n' | twice",
                "'- a\n- b\n' | lines",
                "'name: a\ndependencies:\n- &p python\n- *p\n' | unusual way",
                "'name: a\ndependencies: &d\n- python\n' | list",
                "'name: a\ndependencies: python\n' | not a list",
                "'name: a\ndependencies:\n- pip: [x]\n' | does not stand in lines",
                "'name: a\ndependencies:\n-\n  python\n' | unusual way",
                "'name: a\ndependencies:\n- conda:\n  - x\n' | neither",
                "'name: \"a\ndependencies:\n' | not valid YAML",
                "'name: a\nchannels:\n- [x]\n' | channels",
                "'name: a\ndependencies:\n- python\n...\n# end\n' | ''"
            })
    void whatCannotBeChangedWithoutRiskIsRefusedWithTheReason(String theirs, String reason) {
        if (reason.isEmpty()) {
            assertThat(theirs).contains("...");
            return;
        }
        assertThatThrownBy(() -> merge(theirs)).isInstanceOf(CannotEdit.class).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 100_000})
    void deepNestingIsRefused(int depth) {
        assertThatThrownBy(() -> merge("a: " + "[".repeat(depth))).isInstanceOf(CannotEdit.class);
    }

    /** 800 files put together from odd pieces. */
    @Test
    void theResultSaysOurVersionsAndTheirExtrasAndMergingAgainChangesNothing() throws CannotEdit {
        Random random = new Random(20261122);
        int merged = 0;
        for (int i = 0; i < 800; i++) {
            String theirs = someEnvironment(random);
            EditedText once;
            try {
                once = merge(theirs);
            } catch (CannotEdit refused) {
                continue;
            }
            merged++;
            EditedText twice = merge(once.text());

            assertThat(twice.text()).as(theirs).isEqualTo(once.text());
            List<String> conda = new ArrayList<>();
            List<String> pip = new ArrayList<>();
            read(once.text(), conda, pip);
            assertThat(conda)
                    .as(theirs)
                    .contains("python=3.11.9", "gdal=3.9.2", "numpy=1.26.4", "pip=24.2")
                    .doesNotHaveDuplicates();
            assertThat(pip).as(theirs).contains("cmocean==4.0.3").doesNotHaveDuplicates();
            List<String> theirConda = new ArrayList<>();
            List<String> theirPip = new ArrayList<>();
            read(theirs, theirConda, theirPip);
            theirConda.removeIf(spec -> !spec.startsWith("xarray") && !spec.contains("samtools"));
            assertThat(conda).as(theirs).containsAll(theirConda);
            theirPip.removeIf(spec -> !spec.startsWith("-") && !spec.startsWith("git"));
            assertThat(pip).as(theirs).containsAll(theirPip);
            assertThat(once.text()
                            .lines()
                            .filter(line -> line.contains("# keep"))
                            .count())
                    .as(theirs)
                    .isEqualTo(theirs.lines()
                            .filter(line -> line.contains("# keep"))
                            .count());
        }
        assertThat(merged).isGreaterThan(600);
    }

    /** A file in which anything may be broken is merged or refused, and never makes anything else happen. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void brokenFilesAreMergedOrRefused(int seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "-",
            ":",
            "\n",
            " ",
            "  ",
            "[",
            "]",
            "{",
            "}",
            "#",
            "'",
            "\"",
            "&a ",
            "*a",
            "|",
            ">",
            "? ",
            "!!str ",
            "\t",
            "---\n",
            "...\n",
            "pip",
            "=",
            "\uFEFF",
            "🧊",
            "\u0000",
            "<<: *a\n",
            ",",
            "%YAML 1.1\n",
            "\r"
        };
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder(someEnvironment(random));
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length() + 1);
                int end = Math.min(text.length(), at + random.nextInt(3));
                text.replace(at, end, pieces[random.nextInt(pieces.length)]);
            }
            try {
                EditedText once = merge(text.toString());
                assertThat(merge(once.text()).text()).as(text.toString()).isEqualTo(once.text());
            } catch (CannotEdit expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(100, 450);
    }

    private static void read(String text, List<String> conda, List<String> pip) {
        Object list = Yaml.readMapping("environment.yml", text)
                .get("dependencies")
                .map(YamlNode::toObject)
                .orElse(List.of());
        if (!(list instanceof List<?> items)) {
            return;
        }
        for (Object item : items) {
            if (item instanceof Map<?, ?> map) {
                if (map.get("pip") instanceof List<?> inner) {
                    inner.forEach(requirement -> pip.add(String.valueOf(requirement)));
                }
            } else {
                conda.add(String.valueOf(item));
            }
        }
    }

    private static String someEnvironment(Random random) {
        List<String> conda = some(
                random,
                "python",
                "'python>=3.8'",
                "\"numpy 1.2.*\"  # keep this",
                "conda-forge::gdal=3.1",
                "xarray   # keep 🧊",
                "bioconda::samtools =1.1",
                "pip",
                "pip>=20  # keep");
        List<String> pip =
                some(random, "cmocean", "'cmocean>=2' # keep", "-r more.txt", "git+https://example.org/a.git");
        String indent = " ".repeat(random.nextInt(5));
        String inner = indent + " ".repeat(2 + random.nextInt(3));
        StringBuilder dependencies =
                new StringBuilder("dependencies:" + (random.nextBoolean() ? " # keep" : "") + "\n");
        for (String item : conda) {
            dependencies.append(random.nextInt(4) == 0 ? indent + "# keep above\n" : "");
            dependencies.append(random.nextInt(5) == 0 ? "\n" : "");
            dependencies.append(indent).append("- ").append(item).append('\n');
        }
        if (!pip.isEmpty() || random.nextInt(8) == 0) {
            dependencies.append(indent).append("- pip:\n");
            pip.forEach(
                    item -> dependencies.append(inner).append("- ").append(item).append('\n'));
        }
        List<String> parts = new ArrayList<>(List.of(dependencies.toString()));
        List<String> channels = some(random, "defaults", "conda-forge", "bioconda # keep", "'nvidia'", "nodefaults");
        if (!channels.isEmpty()) {
            parts.add("channels:\n" + indent + "- " + String.join("\n" + indent + "- ", channels) + "\n");
        }
        parts.addAll(some(
                random, "name: ice\n", "prefix: /home/ada/envs\n", "variables:\n  A: \"b\" # keep\n", "# keep me\n\n"));
        Collections.shuffle(parts, random);
        String text = String.join("", parts);
        return random.nextBoolean() ? text.substring(0, text.length() - 1) : text;
    }

    private static List<String> some(Random random, String... pieces) {
        List<String> some = new ArrayList<>(List.of(pieces));
        Collections.shuffle(some, random);
        return some.subList(0, random.nextInt(pieces.length + 1));
    }
}
