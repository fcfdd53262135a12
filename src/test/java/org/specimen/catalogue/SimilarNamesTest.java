package org.specimen.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.python.PackageName;

class SimilarNamesTest {

    @ParameterizedTest
    @CsvSource({
        "numpy, numpy, 0",
        "numpi, numpy, 1",
        "nunpy, numpy, 1",
        "numy, numpy, 1",
        "numppy, numpy, 1",
        "nupmy, numpy, 1",
        "sicpy, scipy, 1",
        "ab, ba, 1",
        "'', ab, 2",
        "ab, '', 2",
        "kitten, sitting, 3",
    })
    void theDistanceCountsSlipsOfTheKeys(String one, String other, int distance) {
        assertThat(SimilarNames.distance(one, other, 9)).isEqualTo(distance);
        assertThat(SimilarNames.distance(other, one, 9)).isEqualTo(distance);
    }

    @Test
    void whatIsTooFarIsReportedAsTooFar() {
        assertThat(SimilarNames.distance("matplotlib", "geopandas", 2)).isEqualTo(3);
    }

    @Test
    void theNearestComesFirstAndThenTheMorePopular() {
        List<String> names = List.of("panda", "pandas", "pandass", "pandora", "requests");

        assertThat(SimilarNames.of("Pandaz", names, 9))
                .extracting(PackageName::value)
                .containsExactly("panda", "pandas");
        assertThat(SimilarNames.of("Requetss", List.of("requests", "request", "rest"), 9))
                .extracting(PackageName::value)
                .containsExactly("requests", "request");
    }

    @ParameterizedTest
    @CsvSource({"fa2, fal, 500", "scrpy, scipy, 2000", "gpytroch, pytorch, 2000", "pytroch, pytorch, 10000"})
    void aRarePackageIsAnotherOneAndNoSlip(String typed, String other, int mostPopular) {
        List<String> popular = IntStream.range(0, mostPopular - 1)
                .mapToObj(rank -> "something-else-" + rank)
                .toList();

        assertThat(SimilarNames.of(typed, with(popular, other), 9))
                .extracting(PackageName::value)
                .containsExactly(other);
        assertThat(SimilarNames.of(typed, with(with(popular, "one-more"), other), 9))
                .isEmpty();
    }

    private static List<String> with(List<String> names, String last) {
        return Stream.concat(names.stream(), Stream.of(last)).toList();
    }

    @Test
    void aShortNameMayDifferByOneOnly() {
        assertThat(SimilarNames.of("dsk", List.of("dask", "desks"), 9))
                .extracting(PackageName::value)
                .containsExactly("dask");
    }

    @Test
    void theNameItselfIsNotSimilarToItself() {
        assertThat(SimilarNames.of("Scikit_Learn", List.of("scikit-learn"), 9)).isEmpty();
    }
}
