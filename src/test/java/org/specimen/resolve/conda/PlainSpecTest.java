package org.specimen.resolve.conda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.conda.MatchSpec;

class PlainSpecTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "numpy",
                "numpy *",
                "python >=3.12,<3.13.0a0",
                "python 3.12.*",
                "python_abi 3.12.* *_cp312",
                "libblas * *openblas",
                "_libgcc_mutex 0.1 conda_forge",
                "ruamel.yaml 0.18",
                "zlib 1.2.13|1.3.*",
                "numpy !=1.24.0,>=1.2",
                "openssl ~=3.0",
                "a 1!2.0+local",
            })
    void readsPlainFormsAsEveryoneDoes(String text) {
        assertThat(PlainSpec.tryParse(text)).contains(MatchSpec.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "numpy=1.26",
                "numpy >=1.2, <2",
                "numpy =1.26",
                "NumPy",
                "conda-forge::numpy",
                "numpy[build=x]",
                "numpy >= 1.2",
                "numpy  1.2",
                "numpy 1.2 (x)",
                "numpy ",
                "",
                "numpy-1.26.4-py311h64a7726_0.conda",
                "numpy 1.2 # why",
            })
    void leavesOtherFormsToTheGeneralReader(String text) {
        assertThat(PlainSpec.tryParse(text)).isEmpty();
    }

    @Test
    void takesABuildAsItIs() {
        Optional<MatchSpec> spec = PlainSpec.tryParse("pytorch 2.10.0 cuda*_mkl*305");

        assertThat(spec).isPresent();
        assertThat(spec.get().build()).hasToString("cuda*_mkl*305");
    }
}
