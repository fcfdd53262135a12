package org.specimen.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.python.PackageName;

/** Names that may be mistyped. */
class LookalikesTest {

    private final Catalogue catalogue = Catalogue.open();

    @ParameterizedTest
    @CsvSource({
        "pandsa, pandas",
        "panda, pandas",
        "numpyy, numpy",
        "matplotlb, matplotlib",
        "mathplotlib, matplotlib",
        "scikitlearn, scikit-learn",
        "learn-scikit, scikit-learn",
        "tensorfow, tensorflow",
        "djanga, django",
        "beatifulsoup4, beautifulsoup4",
    })
    void looksLikeAPopularName(String name, String popular) {
        assertThat(catalogue.lookalike(PackageName.of(name))).contains(PackageName.of(popular));
    }

    /** Popular themselves, or on a channel whose packages people looked at, or like nothing in particular. */
    @ParameterizedTest
    @ValueSource(
            strings = {"pandas", "boto", "tinycss", "polars", "pyaml", "keras", "python-apt", "our-own-lab-code", "abc"
            })
    void leavesOtherNamesAlone(String name) {
        assertThat(catalogue.lookalike(PackageName.of(name))).isEmpty();
    }

    @Test
    void aNameWithARankCountsOnlyBesideAFarMorePopularOne() {
        List<String> names = Stream.concat(
                        Stream.of("requests", "flask"),
                        IntStream.range(0, 1000).mapToObj(number -> "filler-number-" + number))
                .toList();

        assertThat(Lookalikes.of("request", OptionalInt.of(199), names)).isEmpty();
        assertThat(Lookalikes.of("request", OptionalInt.of(200), names)).contains(PackageName.of("requests"));
        assertThat(Lookalikes.of("flasc", OptionalInt.of(399), names)).isEmpty();
        assertThat(Lookalikes.of("flasc", OptionalInt.of(400), names)).contains(PackageName.of("flask"));
    }
}
