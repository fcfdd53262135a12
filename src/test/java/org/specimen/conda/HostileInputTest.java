package org.specimen.conda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Text that wants to crash or stall a parser is refused, with a short message. */
class HostileInputTest {

    private static final Map<String, Function<String, Object>> PARSERS = Map.of(
            "version", CondaVersion::parse,
            "version specification", VersionSpec::parse,
            "match specification", MatchSpec::parse,
            "name", CondaName::of,
            "channel", Channel::parse,
            "platform", Platform::of,
            "build number", BuildNumberSpec::parse,
            "virtual package", VirtualPackage::parse,
            "package file", PackageFileName::parse);

    private static final List<String> TEXTS = List.of(
            "",
            "\0",
            "numpy\0",
            "(".repeat(1_000_000),
            "[".repeat(1_000_000),
            "a[when=".repeat(1_000),
            "1.".repeat(500_000) + ":",
            "9".repeat(1_000_000) + ":",
            "* ".repeat(500_000) + ":",
            "=".repeat(1_000_000),
            "^" + "(".repeat(1_000_000) + "$",
            "\uD800\u202E\uFFFF",
            "a b c d e f [ ] ( ) ^ $");

    @TestFactory
    Stream<DynamicTest> everyParserRefusesIt() {
        return PARSERS.entrySet().stream()
                .flatMap(parser -> TEXTS.stream()
                        .map(text -> DynamicTest.dynamicTest(
                                parser.getKey() + " of " + Excerpt.of(text),
                                () -> assertThatThrownBy(() -> parser.getValue().apply(text))
                                        .isInstanceOf(IllegalArgumentException.class)
                                        .satisfies(e -> assertThat(e.getMessage())
                                                .hasSizeLessThan(900)
                                                .doesNotContain("\0")))));
    }

    @Test
    void aRegularExpressionOfManyRepetitionsIsStopped() {
        VersionSpec spec = VersionSpec.parse("^.*.*.*.*.*.*x$");
        CondaVersion version = CondaVersion.parse("0".repeat(60));

        assertThatThrownBy(() -> spec.matches(version))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes too many steps");
    }

    @Test
    void aGlobOfManyStarsIsAnswered() {
        StringMatch glob = StringMatch.parse("*a".repeat(200) + "b");

        assertThat(glob.matches("a".repeat(1000))).isFalse();
    }

    @Test
    void fiftyParenthesesAreReadAndMoreRefused() {
        assertThat(VersionSpec.parse("(".repeat(50) + "1" + ")".repeat(50))).hasToString("1");
        assertThatThrownBy(() -> VersionSpec.parse("(".repeat(51) + "1" + ")".repeat(51)))
                .hasMessageContaining("parentheses inside each other");
    }
}
