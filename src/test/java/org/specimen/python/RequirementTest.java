package org.specimen.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {

    static List<Cases.Row> valid() {
        return Cases.read("requirements.tsv");
    }

    static List<Cases.Row> invalid() {
        return Cases.read("requirements-invalid.tsv");
    }

    static List<Cases.Row> compared() {
        return Cases.read("requirements-equal.tsv");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsEveryPartOfARequirement(Cases.Row row) {
        Requirement requirement = Requirement.parse(row.text(0));

        assertThat(requirement.name()).hasToString(row.text(1));
        assertThat(requirement.extras()).extracting(Extra::value).isEqualTo(row.list(2));
        assertThat(requirement.specifiers()).hasToString(row.text(3));
        assertThat(requirement.url()).isEqualTo(row.optional(4));
        assertThat(requirement.marker().map(Marker::toString)).isEqualTo(row.optional(5));
        assertThat(requirement).hasToString(row.text(6));
        assertThat(Requirement.parse(requirement.toString()))
                .isEqualTo(requirement)
                .hasSameHashCodeAs(requirement);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void tellsTheColumnWhereARequirementIsWrong(Cases.Row row) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Requirement.parse(row.text(0)))
                .withMessageContaining(row.optional(1)
                        .map(column -> " at column " + column + " of ")
                        .orElse("'y'"));
    }

    @ParameterizedTest
    @MethodSource("compared")
    void comparesRequirementsByTheirMeaning(Cases.Row row) {
        Requirement left = Requirement.parse(row.text(0));
        Requirement right = Requirement.parse(row.text(1));

        assertThat(left.equals(right)).isEqualTo(row.flag(2));
        assertThat(left.hashCode() == right.hashCode()).isEqualTo(row.flag(2));
    }

    /** The product of pypa/packaging's test_basic_valid_requirement_parsing, 26.4.dev0. */
    @ParameterizedTest
    @ValueSource(strings = {"package", "pAcKaGe", "Package", "foo-bar.quux_bAz", "installer", "android12"})
    void readsEveryCombinationOfParts(String name) {
        List<List<String>> extras = List.of(List.of(), List.of("a"), List.of("a", "b"), List.of("B", "CDEF123", "a"));
        List<String> urls = List.of(
                "https://example.com/packagename.zip",
                "ssh://user:pass%20word@example.com/packagename.zip",
                "https://example.com/name;v=1.1/?query=foo&bar=baz#blah",
                "git+ssh://git.example.com/MyProject",
                "git+ssh://git@github.com:pypa/packaging.git",
                "git+https://git.example.com/MyProject.git@master",
                "git+https://git.example.com/MyProject.git@v1.0",
                "git+https://git.example.com/MyProject.git@refs/pull/123/head",
                "gopher:/foo/com");
        List<String> specifiers = List.of(
                "",
                "==={ws}arbitrarystring",
                "({ws}==={ws}arbitrarystring{ws})",
                "=={ws}1.0",
                "({ws}=={ws}1.0{ws})",
                "=={ws}1.0-alpha",
                "<={ws}1!3.0.0.rc2",
                ">{ws}2.2{ws},{ws}<{ws}3",
                "(>{ws}2.2{ws},{ws}<{ws}3)");
        List<String> markers = List.of(
                "",
                "python_version{ws}>={ws}'3.3'",
                "({ws}python_version{ws}>={ws}\"3.4\"{ws}){ws}and extra{ws}=={ws}\"oursql\"",
                "sys_platform{ws}!={ws}'linux' and(os_name{ws}=={ws}'linux' or "
                        + "python_version{ws}>={ws}'3.3'{ws}){ws}");
        int read = 0;
        for (String space : List.of("", " ", "\t")) {
            for (List<String> wanted : extras) {
                for (String marker : markers) {
                    for (String specifier : specifiers) {
                        check(name, wanted, Optional.empty(), specifier, marker, space);
                        read++;
                    }
                    for (String url : urls) {
                        check(name, wanted, Optional.of(url), "", marker, space);
                        read++;
                    }
                }
            }
        }

        assertThat(read).isEqualTo(3 * 4 * 4 * 18);
    }

    private static void check(
            String name, List<String> extras, Optional<String> url, String specifier, String marker, String space) {
        String text = name
                + (extras.isEmpty() ? "" : space + "[" + space + String.join(space + "," + space, extras) + space + "]")
                + (specifier.isEmpty() ? "" : space + specifier.replace("{ws}", space))
                + url.map(address -> space + "@" + space + address).orElse("")
                + (marker.isEmpty()
                        ? ""
                        : space + (url.isPresent() ? " ;" : ";") + space + marker.replace("{ws}", space));

        Requirement requirement = Requirement.parse(text);

        assertThat(requirement.name()).as(text).isEqualTo(PackageName.of(name));
        assertThat(requirement.extras())
                .as(text)
                .isEqualTo(extras.stream().map(Extra::of).collect(Collectors.toSet()));
        assertThat(requirement.url()).as(text).isEqualTo(url);
        assertThat(requirement.specifiers())
                .as(text)
                .isEqualTo(SpecifierSet.parse(
                        specifier.replace("{ws}", "").replace("(", "").replace(")", "")));
        assertThat(requirement.marker())
                .as(text)
                .isEqualTo(marker.isEmpty() ? Optional.empty() : Optional.of(Marker.parse(marker.replace("{ws}", ""))));
    }

    @Test
    void appliesWhereItsMarkerHolds() {
        MarkerEnvironment windows = MarkerEnvironment.of(Version.parse("3.12.1"), new WheelPlatform.Windows("amd64"));
        Requirement requirement = Requirement.parse("pywin32>=300; sys_platform == 'win32' and extra == 'com'");

        assertThat(requirement.appliesTo(windows, Set.of(Extra.of("com")))).isTrue();
        assertThat(requirement.appliesTo(windows, Set.of())).isFalse();
        assertThat(Requirement.parse("numpy").appliesTo(windows, Set.of())).isTrue();
    }

    @Test
    void hasAUrlOrVersionsButNotBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Requirement(
                        PackageName.of("demo"),
                        Set.of(),
                        SpecifierSet.parse(">=1"),
                        Optional.of("https://example.org/demo.whl"),
                        Optional.empty()))
                .withMessageContaining("demo");
    }

    @Test
    void isWrittenWithItsParts() {
        Requirement requirement = Requirement.of(PackageName.of("NumPy"), SpecifierSet.parse("<3,>=1.26"))
                .withMarker(Optional.of(Marker.parse("python_version >= '3.9'")));

        assertThat(requirement).hasToString("numpy<3,>=1.26; python_version >= \"3.9\"");
        assertThat(requirement.withSpecifiers(SpecifierSet.exactly(Version.parse("2.1.0"))))
                .hasToString("numpy==2.1.0; python_version >= \"3.9\"");
        assertThat(Requirement.of(PackageName.of("numpy"))).hasToString("numpy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "numpy >= ; a version specifier, ';' or the end at column 7",
                "numpy>=1.0.*; '.*' fits == and != only at column 12",
                "numpy>1.0+cu118; a local version label fits == and != only at column 10",
                "numpy[a b]; ',' between the extras at column 9",
                "numpy[a; ']' for the '[' at column 6",
                "numpy @ ; a URL after '@' at column 8",
                "==1.0; the name of a package at column 1",
                "n\u00e4me; a version specifier, ';' or the end at column 2",
            })
    void saysWhatWasExpectedThere(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Requirement.parse(text))
                .withMessageContaining(message);
    }

    @Test
    void readsAMegabyteWithoutTrouble() {
        assertThatIllegalArgumentException().isThrownBy(() -> Requirement.parse("[".repeat(1_000_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> Requirement.parse("a" + "-".repeat(1_000_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> Requirement.parse("a; " + "(".repeat(10_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> Requirement.parse("a\u0000"));
        assertThatIllegalArgumentException().isThrownBy(() -> Requirement.parse("a==1.\u0661"));
        assertThatIllegalArgumentException().isThrownBy(() -> Requirement.parse("a==" + "1".repeat(1_000_000)));
        assertThat(Requirement.parse("a" + ">=1,".repeat(250_000) + "<2")).hasToString("a<2,>=1");
        assertThat(Requirement.parse("a[" + "b,".repeat(400_000) + "b]")).hasToString("a[b]");
        assertThat(Requirement.parse("a" + " ".repeat(1_000_000))).hasToString("a");
    }
}
