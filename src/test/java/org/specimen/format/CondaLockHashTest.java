package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.specimen.conda.Channel;
import org.specimen.conda.Platform;

/** Beside the hashes that conda-lock itself computes. */
class CondaLockHashTest {

    private static final Map<String, String> FILES = Map.of("pins", """
            name: pins
            channels: [conda-forge, nodefaults]
            dependencies:
              - python=3.12.4
              - numpy=2.1.0
              - pytorch=2.4.0=*cpu*
              - pip=24.0
              - pip:
                  - openai==1.2.3
                  - 'tool[fast]==2.0; sys_platform == "linux"'
            """, "ranges", """
            channels:
              - conda-forge
              - bioconda
            dependencies:
              - python >=3.11,<3.13
              - numpy
              - bioconda::samtools=1.21
              - pandas==2.2.3
              - scipy!=1.14.0
            """, "selectors", """
            channels: [conda-forge]
            platforms: [linux-64, osx-64, osx-arm64, win-64, linux-aarch64]
            dependencies:
              - python=3.12
              - gcc=14  # [linux]
              - clang  # [osx]
              - m2w64-gcc  # only there [win]
              - zlib # [unix]
            """);

    @ParameterizedTest
    @CsvFileSource(resources = "/org/specimen/format/conda-lock-hashes.tsv", delimiter = '\t')
    void isTheOneOfCondaLock(String file, String platform, String hash) {
        EnvironmentYaml environment = EnvironmentYaml.parse("environment.yml", Objects.requireNonNull(FILES.get(file)));
        List<String> channels = environment.channels().stream()
                .filter(name -> !name.equals(Channel.NO_DEFAULTS.name()))
                .toList();

        assertThat(CondaLockHash.of(environment, Platform.of(platform), channels))
                .isEqualTo(hash);
    }
}
