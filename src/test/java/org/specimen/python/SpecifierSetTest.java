package org.specimen.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpecifierSetTest {

    static List<Cases.Row> valid() {
        return Cases.read("specifier-sets.tsv");
    }

    static List<Cases.Row> invalid() {
        return Cases.read("specifier-sets-invalid.tsv");
    }

    static List<Cases.Row> contained() {
        return Cases.read("specifier-contains.tsv").stream()
                .filter(row -> row.text(0).equals("set"))
                .toList();
    }

    static List<Cases.Row> filtered() {
        return Cases.read("specifier-filters.tsv");
    }

    static List<Cases.Row> unsatisfiable() {
        return Cases.read("specifier-unsatisfiable.tsv");
    }

    static List<Cases.Row> relations() {
        return Cases.read("specifier-relations.tsv");
    }

    @ParameterizedTest
    @MethodSource("unsatisfiable")
    void tellsWhatNoVersionSatisfies(Cases.Row row) {
        SpecifierSet set = SpecifierSet.parse(row.text(0));

        assertThat(set.isUnsatisfiable()).isEqualTo(row.flag(1));
        assertThat(set.isUnsatisfiable(false)).isEqualTo(row.flag(2));
    }

    @ParameterizedTest
    @MethodSource("relations")
    void comparesWhatSetsLetIn(Cases.Row row) {
        SpecifierSet left = SpecifierSet.parse(row.text(0));
        SpecifierSet right = SpecifierSet.parse(row.text(1));

        assertThat(left.isSubsetOf(right)).isEqualTo(row.flag(2));
        assertThat(left.isDisjointFrom(right)).isEqualTo(row.flag(3));
        assertThat(right.isDisjointFrom(left)).isEqualTo(row.flag(3));
    }

    @ParameterizedTest
    @CsvSource({"===1.0, ==1.0", "==1.0, ===1.0", "===foobar, >=1.0"})
    void doesNotCompareTextsWithVersions(String left, String right) {
        SpecifierSet one = SpecifierSet.parse(left);
        SpecifierSet other = SpecifierSet.parse(right);

        assertThatIllegalArgumentException().isThrownBy(() -> one.isSubsetOf(other));
        assertThatIllegalArgumentException().isThrownBy(() -> one.isDisjointFrom(other));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsClauses(Cases.Row row) {
        SpecifierSet set = SpecifierSet.parse(row.text(0));

        assertThat(set).hasToString(row.text(1));
        assertThat(set.specifiers()).hasSize(row.number(2));
        assertThat(set.allowsPrereleases()).isEqualTo(row.flag(3));
        assertThat(SpecifierSet.parse(set.toString())).isEqualTo(set).hasSameHashCodeAs(set);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatIsNotAClause(Cases.Row row) {
        assertThatIllegalArgumentException().isThrownBy(() -> SpecifierSet.parse(row.text(0)));
    }

    @ParameterizedTest
    @MethodSource("contained")
    void tellsWhichVersionsMatchEveryClause(Cases.Row row) {
        SpecifierSet set = SpecifierSet.parse(row.text(1));

        if (row.text(3).equals("text")) {
            assertThat(set.contains(row.text(2))).isEqualTo(row.flag(4));
        } else {
            Version version = Version.parse(row.text(2));
            assertThat(set.contains(version)).isEqualTo(row.flag(4));
            assertThat(set.contains(version, true)).isEqualTo(row.flag(5));
            assertThat(set.contains(version, false)).isEqualTo(row.flag(6));
        }
    }

    @ParameterizedTest
    @MethodSource("filtered")
    void keepsMatchingVersionsAndNeedfulPrereleases(Cases.Row row) {
        SpecifierSet set = SpecifierSet.parse(row.text(0));

        assertThat(set.filterTexts(row.list(1))).isEqualTo(row.list(2));
        assertThat(set.filterTexts(row.list(1), true)).isEqualTo(row.list(3));
        assertThat(set.filterTexts(row.list(1), false)).isEqualTo(row.list(4));
    }

    @ParameterizedTest
    @MethodSource("filtered")
    void filtersVersionsLikeTheirTexts(Cases.Row row) {
        SpecifierSet set = SpecifierSet.parse(row.text(0));
        List<String> texts = row.list(1).stream()
                .filter(text -> Version.tryParse(text)
                        .filter(version -> version.toString().equals(text))
                        .isPresent())
                .toList();
        List<Version> versions = texts.stream().map(Version::parse).toList();

        assertThat(set.filter(versions)).extracting(Version::toString).isEqualTo(set.filterTexts(texts));
        assertThat(set.filter(versions, true)).extracting(Version::toString).isEqualTo(set.filterTexts(texts, true));
        assertThat(set.filter(versions, false)).extracting(Version::toString).isEqualTo(set.filterTexts(texts, false));
    }

    @Test
    void filtersThingsByTheirVersion() {
        record Release(Version version, String file) {}
        Release candidate = new Release(Version.parse("2.1a1"), "candidate");
        Release finished = new Release(Version.parse("2.1"), "finished");

        assertThat(SpecifierSet.parse(">=2").filter(List.of(candidate, finished), Release::version))
                .containsExactly(finished);
        assertThat(SpecifierSet.parse(">=2").filter(List.of(candidate), Release::version))
                .containsExactly(candidate);
    }

    @Test
    void holdsTheClausesOfBoth() {
        SpecifierSet both = SpecifierSet.parse("~=1.18.0").and(SpecifierSet.parse("~=1.18"));

        assertThat(both.contains("1.19.5")).isFalse();
        assertThat(both.contains("1.18.0")).isTrue();
        assertThat(SpecifierSet.parse(">=1.0").and(SpecifierSet.parse(">=1.0,<5.0")))
                .hasToString("<5.0,>=1.0");
        assertThat(SpecifierSet.ANY.and(SpecifierSet.ANY)).isEqualTo(SpecifierSet.ANY);
        assertThat(SpecifierSet.parse(">2.0").and(SpecifierSet.parse("<5.0")))
                .isEqualTo(SpecifierSet.parse("<5.0,>2.0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ">1.0.0,>1.0; >1.0; true",
                "==2.8.0; ==2.8; true",
                ">=1,<2; <2,>=1; true",
                ">=1; >=1,<2; false",
                "'' ; >=1; false",
            })
    void comparesSetsByTheirClauses(String left, String right, boolean equal) {
        assertThat(SpecifierSet.parse(left).equals(SpecifierSet.parse(right))).isEqualTo(equal);
        if (equal) {
            assertThat(SpecifierSet.parse(left)).hasSameHashCodeAs(SpecifierSet.parse(right));
        }
    }

    @Test
    void takesEveryVersionWhereNothingIsAsked() {
        assertThat(SpecifierSet.parse(" , ").isAny()).isTrue();
        for (Cases.Row row : Cases.read("version-order.tsv")) {
            assertThat(SpecifierSet.ANY.contains(Version.parse(row.text(0)))).isTrue();
        }
        assertThat(SpecifierSet.ANY.contains("not a version")).isTrue();
    }

    @Test
    void readsAMegabyteWithoutTrouble() {
        assertThat(SpecifierSet.parse(">=1,".repeat(250_000))).hasToString(">=1");
        assertThat(SpecifierSet.parse(",".repeat(1_000_000))).isEqualTo(SpecifierSet.ANY);
    }
}
