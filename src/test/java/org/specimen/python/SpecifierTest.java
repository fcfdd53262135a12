package org.specimen.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpecifierTest {

    static List<Cases.Row> valid() {
        return Cases.read("specifiers.tsv");
    }

    static List<Cases.Row> invalid() {
        return Cases.read("specifiers-invalid.tsv");
    }

    static List<Cases.Row> contained() {
        return Cases.read("specifier-contains.tsv").stream()
                .filter(row -> row.text(0).equals("clause"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsAClause(Cases.Row row) {
        Specifier specifier = Specifier.parse(row.text(0));

        assertThat(specifier).hasToString(row.text(1));
        assertThat(specifier.operator()).hasToString(row.text(2));
        assertThat(specifier.version()).isEqualTo(row.text(3));
        assertThat(specifier.allowsPrereleases()).isEqualTo(row.flag(4));
        assertThat(Specifier.parse(specifier.toString())).isEqualTo(specifier).hasSameHashCodeAs(specifier);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatIsNotAClause(Cases.Row row) {
        assertThat(Specifier.tryParse(row.text(0))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Specifier.parse(row.text(0)));
    }

    @ParameterizedTest
    @MethodSource("contained")
    void tellsWhichVersionsMatch(Cases.Row row) {
        Specifier specifier = Specifier.parse(row.text(1));

        if (row.text(3).equals("text")) {
            assertThat(specifier.contains(row.text(2))).isEqualTo(row.flag(4));
        } else {
            Version version = Version.parse(row.text(2));
            assertThat(specifier.contains(version)).isEqualTo(row.flag(4));
            assertThat(specifier.contains(version, true)).isEqualTo(row.flag(5));
            assertThat(specifier.contains(version, false)).isEqualTo(row.flag(6));
        }
    }

    @ParameterizedTest
    @MethodSource("contained")
    void tellsTheSameOfAVersionAndOfItsNormalForm(Cases.Row row) {
        Specifier specifier = Specifier.parse(row.text(1));
        Version.tryParse(row.text(2)).ifPresent(version -> {
            assertThat(specifier.contains(version)).isEqualTo(specifier.contains(version.toString()));
            if (specifier.operator() != Specifier.Operator.IDENTICAL) {
                assertThat(specifier.contains(version, true)).isEqualTo(row.flag(5));
                assertThat(specifier.contains(version, false)).isEqualTo(row.flag(6));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "==1.0, == 1.0.0, true",
        "==2.8.0, ==2.8, true",
        "~=1.18.0, ~=1.18, false",
        "==1.0, >=1.0, false",
        "===1.0, ===1.0.0, false",
        "==1.*, ==1.0.*, false",
        ">=1.0a1, >=1.0-alpha.1, true",
    })
    void comparesClausesByTheirMeaning(String left, String right, boolean equal) {
        assertThat(Specifier.parse(left).equals(Specifier.parse(right))).isEqualTo(equal);
        if (equal) {
            assertThat(Specifier.parse(left)).hasSameHashCodeAs(Specifier.parse(right));
        }
    }

    @Test
    void comparesEveryPairOfDifferentClauses() {
        List<String> clauses = List.of(
                "~=2.0", "==2.1.*", "==2.1.0.3", "!=2.2.*", "!=2.2.0.5", "<=5", ">=7.9a1", "<1.0.dev1", ">2.0.post1");
        for (String left : clauses) {
            for (String right : clauses) {
                assertThat(Specifier.parse(left).equals(Specifier.parse(right)))
                        .as(left + " and " + right)
                        .isEqualTo(left.equals(right));
            }
        }
    }

    @Test
    void pinsAVersionWithItsLocalLabel() {
        Specifier pin = Specifier.exactly(Version.parse("2.1+cu118"));

        assertThat(pin).hasToString("==2.1+cu118");
        assertThat(pin.contains(Version.parse("2.1+cu118"))).isTrue();
        assertThat(pin.contains(Version.parse("2.1+cpu"))).isFalse();
    }

    @Test
    void readsAMegabyteWithoutTrouble() {
        assertThat(Specifier.tryParse("==" + " ".repeat(1_000_000))).isEmpty();
        assertThat(Specifier.tryParse(">=1" + ".1".repeat(500_000) + ".*")).isEmpty();
        assertThat(Specifier.parse("===" + "x".repeat(1_000_000)).contains("X".repeat(1_000_000)))
                .isTrue();
        assertThat(Specifier.tryParse(">=" + "1".repeat(5000))).isEmpty();
    }
}
