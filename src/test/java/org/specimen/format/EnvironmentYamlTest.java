package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.specimen.problem.BadInput;

class EnvironmentYamlTest {

    @Test
    void readsNameChannelsAndDependencies() {
        EnvironmentYaml environment = EnvironmentYaml.parse("environment.yml", """
                name: maps
                channels:
                  - conda-forge
                  - nodefaults
                dependencies:
                  - python=3.10
                  - gdal=3.8  # shapefiles
                  - conda-forge::numpy >=1.2,<2
                  - pip
                  - pip:
                      - -r more.txt
                      - osmnx==1.9.1   # streets
                """);

        assertThat(environment.name()).contains("maps");
        assertThat(environment.channels()).containsExactly("conda-forge", "nodefaults");
        assertThat(environment.dependencies()).hasSize(6);
        assertThat(environment.dependencies().get(0))
                .isInstanceOfSatisfying(
                        EnvironmentYaml.Conda.class,
                        python -> assertThat(python.spec().version()).hasToString("3.10.*"));
        assertThat(environment.dependencies().get(1)).satisfies(gdal -> {
            assertThat(gdal.line()).isEqualTo(7);
            assertThat(gdal.comment()).isEqualTo("shapefiles");
        });
        assertThat(environment.dependencies().get(4))
                .isInstanceOfSatisfying(
                        EnvironmentYaml.Pip.class,
                        pip -> assertThat(pip.requirement()).isInstanceOf(RequirementsFile.Include.class));
        assertThat(environment.dependencies().get(5).comment()).isEqualTo("streets");
    }

    @Test
    void copesWithOddShapes() {
        EnvironmentYaml environment = EnvironmentYaml.parse("e.yml", """
                name: null
                channels: conda-forge
                dependencies:
                - numpy: 1.26
                -
                - [a, b]
                - pip: requests
                - pip:
                - "scipy "
                - python 3.9.*
                - "???"
                """);

        assertThat(environment.name()).isEmpty();
        assertThat(environment.channels()).containsExactly("conda-forge");
        assertThat(environment.dependencies())
                .extracting(item -> item.getClass().getSimpleName())
                .containsExactly("Unreadable", "Unreadable", "Pip", "Conda", "Conda", "Unreadable");
    }

    @Test
    void isEmptyWithoutDependencies() {
        assertThat(EnvironmentYaml.parse("e.yml", "").dependencies()).isEmpty();
        assertThat(EnvironmentYaml.parse("e.yml", "# nothing\n").dependencies()).isEmpty();
        assertThat(EnvironmentYaml.parse("e.yml", "name: x\ndependencies:\n").dependencies())
                .isEmpty();
    }

    @Test
    void tellsLineAndColumnOfBrokenYaml() {
        assertThatThrownBy(
                        () -> EnvironmentYaml.parse("environment.yml", "name: a\ndependencies:\n  - numpy\n - scipy\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("environment.yml, line 4, column 2: not valid YAML");
    }
}
