package org.specimen.conda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What rattler's test suites ask where conda's do not, answered as rattler answers. */
class RattlerConformanceTest {

    private static final VirtualPackage FOO = VirtualPackage.parse("__foo=1.0=py37_0");

    @Test
    void answersAreThoseOfRattler() {
        assertThat(Table.wrong(Table.read("rattler-cases.tsv"), row -> answer(row[0], row[1], row[2])))
                .isEmpty();
    }

    private static String answer(String question, String text, String other) {
        return switch (question) {
            case "version" -> isTrue(CondaVersion.tryParse(text).isPresent());
            case "less" -> isTrue(CondaVersion.parse(text).compareTo(CondaVersion.parse(other)) < 0);
            case "equal" -> isTrue(CondaVersion.parse(text).equals(CondaVersion.parse(other)));
            case "starts-with" -> isTrue(CondaVersion.parse(text).startsWith(CondaVersion.parse(other)));
            case "matches" -> isTrue(VersionSpec.parse(text).matches(CondaVersion.parse(other)));
            case "spec-text" -> VersionSpec.parse(text).toString();
            case "spec-invalid" -> isTrue(Table.isRefused(() -> VersionSpec.parse(text)));
            case "same" ->
                isTrue(MatchSpec.parse(text).equals(MatchSpec.parse(other))
                        && MatchSpec.parse(MatchSpec.parse(text).toString()).equals(MatchSpec.parse(text)));
            case "invalid" -> isTrue(Table.isRefused(() -> MatchSpec.parse(text)));
            case "virtual" -> isTrue(MatchSpec.parse(text).matches(FOO));
            case "string" -> isTrue(StringMatch.parse(text).matches(other));
            default -> throw new IllegalStateException("no such question: " + question);
        };
    }

    private static String isTrue(boolean value) {
        return Boolean.toString(value);
    }
}
