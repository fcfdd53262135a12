package org.specimen.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {

    private static final MarkerEnvironment LINUX =
            MarkerEnvironment.of(Version.parse("3.11.7"), new WheelPlatform.GlibcLinux("x86_64", 2, 36));

    static List<Cases.Row> valid() {
        return Cases.read("markers.tsv");
    }

    static List<Cases.Row> invalid() {
        return Cases.read("markers-invalid.tsv");
    }

    static List<Cases.Row> evaluated() {
        return Cases.read("marker-evaluations.tsv");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void writesTheNormalForm(Cases.Row row) {
        Marker marker = Marker.parse(row.text(0));

        assertThat(marker).hasToString(row.text(1));
        assertThat(Marker.parse(marker.toString())).isEqualTo(marker).hasSameHashCodeAs(marker);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void tellsTheColumnWhereAMarkerIsWrong(Cases.Row row) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Marker.parse(row.text(0)))
                .withMessageContaining(" at column " + row.number(1) + " of ");
    }

    @ParameterizedTest
    @MethodSource("evaluated")
    void evaluatesAsPackagingDoes(Cases.Row row) {
        Marker marker = Marker.parse(row.text(0));
        Map<String, String> given = new HashMap<>();
        for (String assignment : row.list(1)) {
            int equals = assignment.indexOf('=');
            given.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        MarkerEnvironment environment = environment(given);

        if (row.text(3).equals("error")) {
            assertThatIllegalArgumentException().isThrownBy(() -> evaluate(marker, environment, given, row.text(2)));
        } else {
            assertThat(evaluate(marker, environment, given, row.text(2))).isEqualTo(row.flag(3));
        }
    }

    private static boolean evaluate(
            Marker marker, MarkerEnvironment environment, Map<String, String> given, String place) {
        if (place.equals("lock_file")) {
            return marker.evaluateInLockFile(environment, names(given, "extras"), names(given, "dependency_groups"));
        }
        String extra = given.getOrDefault("extra", "");
        return extra.isEmpty() ? marker.evaluate(environment) : marker.evaluate(environment, Set.of(Extra.of(extra)));
    }

    private static Set<Extra> names(Map<String, String> given, String key) {
        return given.containsKey(key)
                ? Arrays.stream(given.get(key).split("\\+", -1)).map(Extra::of).collect(Collectors.toSet())
                : Set.of();
    }

    private static MarkerEnvironment environment(Map<String, String> given) {
        return new MarkerEnvironment(
                given.getOrDefault("implementation_name", "cpython"),
                given.getOrDefault("implementation_version", "3.11.7"),
                given.getOrDefault("os_name", "posix"),
                given.getOrDefault("platform_machine", "x86_64"),
                given.getOrDefault("platform_python_implementation", "CPython"),
                given.getOrDefault("platform_release", "6.1.0"),
                given.getOrDefault("platform_system", "Linux"),
                given.getOrDefault("platform_version", "#1 SMP"),
                given.getOrDefault("python_full_version", "3.11.7"),
                given.getOrDefault("python_version", "3.11"),
                given.getOrDefault("sys_platform", "linux"));
    }

    @Test
    void readsEveryVariableWithEveryOperatorAndValueOnEitherSide() {
        List<String> values =
                List.of("1.0", "5.6a0", "dog", "freebsd", "literally any string can go here", "things @#4 dsfd (((");
        int read = 0;
        for (MarkerVariable variable : MarkerVariable.values()) {
            for (String spelling : variable.spellings()) {
                for (Marker.Operator operator : Marker.Operator.values()) {
                    for (String value : values) {
                        String literal = "'" + value + "'";
                        Marker forward = Marker.parse(spelling + " " + operator + " " + literal);
                        Marker backward = Marker.parse(literal + " " + operator + " " + spelling);
                        assertThat(forward)
                                .isEqualTo(new Marker.Comparison(variable, operator, new Marker.Literal(value)));
                        assertThat(backward)
                                .isEqualTo(new Marker.Comparison(new Marker.Literal(value), operator, variable));
                        read += 2;
                    }
                }
            }
        }

        assertThat(read).isEqualTo(20 * 10 * 6 * 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "python_version == '2.7'; python_version == \"2.7\"; true",
                "(os_name == 'a' and os_name == 'b') or os_name == 'c'; os_name == 'a' and os_name == 'b' or os_name == 'c'; true",
                "os_name == 'a' and (os_name == 'b' and os_name == 'c'); os_name == 'a' and os_name == 'b' and os_name == 'c'; true",
                "extra == 'Foo_Bar'; extra == 'foo-bar'; true",
                "'S_P__A_M' in extras; 's-p-a-m' in extras; true",
                "python_version == '2.7'; python_version == '3.7'; false",
                "python_version == '2.7'; python_version == '2.7' and os_name == 'linux'; false",
                "os_name == 'a' and (os_name == 'b' or os_name == 'c'); os_name == 'a' and os_name == 'b' or os_name == 'c'; false",
            })
    void comparesMarkersByTheirMeaning(String left, String right, boolean equal) {
        assertThat(Marker.parse(left).equals(Marker.parse(right))).isEqualTo(equal);
        if (equal) {
            assertThat(Marker.parse(left)).hasSameHashCodeAs(Marker.parse(right));
        }
    }

    @Test
    void joinsMarkers() {
        Marker python = Marker.parse("python_version >= \"3.6\"");
        Marker system = Marker.parse("os_name == \"posix\" or os_name == \"nt\"");
        Marker linux = Marker.parse("platform_system == \"Linux\"");

        assertThat(python.and(system).and(linux))
                .hasToString("python_version >= \"3.6\" and (os_name == \"posix\" or os_name == \"nt\")"
                        + " and platform_system == \"Linux\"")
                .isEqualTo(python.and(system.and(linux)));
        assertThat(system.or(linux))
                .isEqualTo(Marker.parse("os_name == \"posix\" or os_name == \"nt\" or platform_system == \"Linux\""));
        assertThat(python.and(linux).or(python.and(system)).evaluate(LINUX)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Marker.And(List.of(python)));
    }

    @Test
    void holdsIfItHoldsForOneOfTheExtras() {
        Marker marker = Marker.parse("extra == 'plot' and python_version > '3'");

        assertThat(marker.evaluate(LINUX)).isFalse();
        assertThat(marker.evaluate(LINUX, Set.of(Extra.of("io"), Extra.of("Plot"))))
                .isTrue();
        assertThat(marker.evaluate(LINUX, Set.of(Extra.of("io")))).isFalse();
    }

    @Test
    void hasNoExtrasOutsideLockFilesAndNoExtraInThem() {
        for (String marker : List.of("'foo' in extras", "'foo' in dependency_groups")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Marker.parse(marker).evaluate(LINUX));
            assertThat(Marker.parse(marker).evaluateInLockFile(LINUX, Set.of(), Set.of()))
                    .isFalse();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Marker.parse("extra == 'foo'").evaluateInLockFile(LINUX, Set.of(Extra.of("foo")), Set.of()));
    }

    @Test
    void namesTheVariablesItAsksAbout() {
        assertThat(Marker.parse("os.name == 'nt' and (extra == 'x' or '3' < python_version)")
                        .variables())
                .containsExactlyInAnyOrder(MarkerVariable.OS_NAME, MarkerVariable.EXTRA, MarkerVariable.PYTHON_VERSION);
    }

    @Test
    void writesTextsSoThatTheyAreReadTheSame() {
        Stream.of("plain", "a\"b", "a'b", "a\"b'c", "back\\slash", "C:\\", "line\nfeed", "\u00e9\u4e2d", "\u0000", "")
                .map(value ->
                        new Marker.Comparison(MarkerVariable.OS_NAME, Marker.Operator.EQUAL, new Marker.Literal(value)))
                .forEach(marker -> assertThat(Marker.parse(marker.toString())).isEqualTo(marker));
        assertThat(Marker.parse("os_name == 'a\\tb\\x21\\41'"))
                .isEqualTo(new Marker.Comparison(
                        MarkerVariable.OS_NAME, Marker.Operator.EQUAL, new Marker.Literal("a\tb!!")));
        assertThat(new Marker.Literal("a\"b")).hasToString("'a\"b'");
        assertThat(new Marker.Literal("a'b")).hasToString("\"a'b\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 10_000, 300_000})
    void refusesParenthesesNestedTooDeep(int depth) {
        String text = "(".repeat(depth) + "os_name == 'nt'" + ")".repeat(depth);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Marker.parse(text))
                .withMessageContaining("nested more than 100 deep at column 101");
    }

    @Test
    void readsAMegabyteWithoutTrouble() {
        String comparison = "os_name == 'nt'";
        Marker wide = Marker.parse(comparison + (" or " + comparison).repeat(50_000));

        assertThat(wide.evaluate(LINUX)).isFalse();
        assertThat(wide.toString()).hasSizeGreaterThan(900_000);
        assertThat(Marker.parse("(".repeat(100) + comparison + ")".repeat(100))).hasToString("os_name == \"nt\"");
        assertThatIllegalArgumentException().isThrownBy(() -> Marker.parse("'" + "x".repeat(1_000_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> Marker.parse(" ".repeat(1_000_000)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Marker.parse("os_name == '\u0000'"))
                .withMessageContaining("NUL");
    }
}
