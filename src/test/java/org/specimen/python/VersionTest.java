package org.specimen.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    static List<Cases.Row> valid() {
        return Cases.read("versions.tsv");
    }

    static List<Cases.Row> invalid() {
        return Cases.read("versions-invalid.tsv");
    }

    private static List<Version> inOrder() {
        return Cases.read("version-order.tsv").stream()
                .map(row -> Version.parse(row.text(0)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsEveryPartOfAVersion(Cases.Row row) {
        Version version = Version.parse(row.text(0));

        assertThat(version).hasToString(row.text(1));
        assertThat(version.canonical()).isEqualTo(row.text(2));
        assertThat(version.publicVersion()).hasToString(row.text(3));
        assertThat(version.baseVersion()).hasToString(row.text(4));
        assertThat(version.epoch()).hasToString(row.text(5));
        assertThat(version.release().stream().map(Object::toString).collect(Collectors.joining(".")))
                .isEqualTo(row.text(6));
        assertThat(version.local()).isEqualTo(row.optional(7));
        assertThat(version.pre().map(Object::toString)).isEqualTo(row.optional(8));
        assertThat(version.post().map(Object::toString)).isEqualTo(row.optional(9));
        assertThat(version.dev().map(Object::toString)).isEqualTo(row.optional(10));
        assertThat(version.isPrerelease()).isEqualTo(row.flag(11));
        assertThat(version.isPostrelease()).isEqualTo(row.flag(12));
        assertThat(version.isDevrelease()).isEqualTo(row.flag(13));
        assertThat(version.major()).hasToString(row.text(14));
        assertThat(version.minor()).hasToString(row.text(15));
        assertThat(version.micro()).hasToString(row.text(16));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsItsOwnNormalFormAsTheSameVersion(Cases.Row row) {
        Version version = Version.parse(row.text(0));

        assertThat(Version.parse(version.toString())).isEqualTo(version).hasSameHashCodeAs(version);
        assertThat(Version.parse(version.canonical())).isEqualTo(version).hasSameHashCodeAs(version);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatIsNotAVersion(Cases.Row row) {
        assertThat(Version.tryParse(row.text(0))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Version.parse(row.text(0)));
    }

    @Test
    void ordersEveryPairOfVersions() {
        List<Version> versions = inOrder();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            for (int j = 0; j < versions.size(); j++) {
                Version left = versions.get(i);
                Version right = versions.get(j);
                boolean asExpected = Integer.signum(left.compareTo(right)) == Integer.compare(i, j)
                        && left.equals(right) == (i == j);
                if (!asExpected) {
                    wrong.add(left + " and " + right);
                }
            }
        }

        assertThat(versions).hasSizeGreaterThan(90);
        assertThat(wrong).isEmpty();
    }

    @Test
    void sortsShuffledVersions() {
        List<Version> shuffled = new ArrayList<>(inOrder());
        Collections.shuffle(shuffled, new Random(440));

        Collections.sort(shuffled);

        assertThat(shuffled).isEqualTo(inOrder());
    }

    @Test
    void takesZerosAtTheEndOfTheReleaseForNothing() {
        assertThat(Version.parse("1.0")).isEqualTo(Version.parse("1.0.0")).isEqualTo(Version.parse("v1"));
        assertThat(Version.parse("1.0.0")).hasToString("1.0.0");
        assertThat(Version.parse("1.0.0a1")).isEqualTo(Version.parse("1-alpha.1"));
        assertThat(Version.parse("0.0")).isEqualTo(Version.parse("0"));
        assertThat(Version.parse("1.0.1")).isNotEqualTo(Version.parse("1.1"));
    }

    @Test
    void comparesNumbersBeyondSixtyFourBits() {
        Version date = Version.parse("20261122094512345678901234567890");
        Version next = Version.parse("20261122094512345678901234567891");

        assertThat(date).isLessThan(next);
        assertThat(date).isGreaterThan(Version.parse("9999999999999999999"));
        assertThat(Version.parse("1!0")).isGreaterThan(next);
    }

    @Test
    void comparesLocalLabelsSegmentBySegment() {
        List<String> inOrder = List.of(
                "1.0", "1.0+a", "1.0+a.a", "1.0+a.1", "1.0+ab", "1.0+b", "1.0+1", "1.0+1.a", "1.0+1.1", "1.0+2",
                "1.0+10");

        assertThat(inOrder.stream().map(Version::parse)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void makesAReleaseOfNumbers() {
        assertThat(Version.ofRelease(3, 11)).hasToString("3.11").isEqualTo(Version.parse("3.11"));
        assertThatIllegalArgumentException().isThrownBy(Version::ofRelease);
        assertThatIllegalArgumentException().isThrownBy(() -> Version.ofRelease(3, -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.\u0661", "\uff11.0", "1.0po\u017ft1", "1.0\u0000", "1.0+\u00e9", "1.0\n.1"})
    void refusesDigitsAndLettersThatAreNotAscii(String text) {
        assertThat(Version.tryParse(text)).isEmpty();
    }

    @Test
    void refusesNumbersThatPythonDoesNotRead() {
        assertThat(Version.tryParse("1".repeat(4300))).isPresent();
        assertThat(Version.tryParse("1".repeat(4301))).isEmpty();
        assertThat(Version.tryParse("1.0a" + "1".repeat(5000))).isEmpty();
        assertThat(Version.tryParse("1.0+" + "1".repeat(5000))).isEmpty();
    }

    @Test
    void readsAMegabyteWithoutTrouble() {
        assertThat(Version.parse("1" + ".0".repeat(500_000))).isEqualTo(Version.parse("1"));
        assertThat(Version.tryParse("1" + ".1".repeat(500_000) + "x")).isEmpty();
        assertThat(Version.tryParse("1.0" + ".-_".repeat(300_000))).isEmpty();
        assertThat(Version.parse("1.0+a" + ".a".repeat(500_000))).isGreaterThan(Version.parse("1.0+a"));
        assertThat(Version.tryParse(" ".repeat(1_000_000))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Version.parse("x".repeat(1_000_000)))
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(200));
    }
}
