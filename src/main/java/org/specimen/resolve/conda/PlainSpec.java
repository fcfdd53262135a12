package org.specimen.resolve.conda;

import java.util.Optional;
import org.specimen.conda.MatchDetails;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.StringMatch;
import org.specimen.conda.VersionSpec;

/**
 * Reads the form that nearly every specification in a channel has: a name, and after blanks a version and a build. A solve
 * reads thousands of them; what is of any other form is left to {@link MatchSpec#parse}, with which this agrees.
 */
final class PlainSpec {

    /** What means more than itself in some form or other. */
    private static final String SPECIAL = "[](){}:#@/\\'\"^$,|";

    private PlainSpec() {}

    static Optional<MatchSpec> tryParse(String text) {
        String[] parts = text.split(" ", 4);
        if (parts.length > 3 || !isName(parts[0])) {
            return Optional.empty();
        }
        if (parts.length > 1 && !isVersion(parts[1])) {
            return Optional.empty();
        }
        if (parts.length > 2 && !isBuild(parts[2])) {
            return Optional.empty();
        }
        return Optional.of(new MatchSpec(
                new StringMatch.Exact(parts[0]),
                parts.length > 1 ? VersionSpec.parse(parts[1]) : VersionSpec.any(),
                parts.length > 2 ? StringMatch.parse(parts[2]) : StringMatch.any(),
                Optional.empty(),
                Optional.empty(),
                MatchDetails.NONE));
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.')
                && !name.endsWith(".conda")
                && !name.endsWith(".bz2");
    }

    private static boolean isVersion(String version) {
        return !version.isEmpty()
                && version.charAt(0) != '='
                && !version.endsWith(",")
                && !version.endsWith("|")
                && "<>=!~".indexOf(version.charAt(version.length() - 1)) < 0
                && version.chars().allMatch(c -> c > ' ' && (c == ',' || c == '|' || SPECIAL.indexOf(c) < 0))
                && !version.endsWith(".conda")
                && !version.endsWith(".bz2");
    }

    private static boolean isBuild(String build) {
        return !build.isEmpty()
                && "<>=!~".indexOf(build.charAt(0)) < 0
                && build.chars().allMatch(c -> c > ' ' && SPECIAL.indexOf(c) < 0)
                && !build.endsWith(".conda")
                && !build.endsWith(".bz2");
    }
}
