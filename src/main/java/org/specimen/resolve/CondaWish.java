package org.specimen.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.conda.ChannelMatch;
import org.specimen.conda.CondaName;
import org.specimen.conda.MatchDetails;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.StringMatch;
import org.specimen.conda.VersionSpec;
import org.specimen.python.Specifier;
import org.specimen.python.SpecifierSet;

/** Says in conda's words what PEP 440's say of versions. */
final class CondaWish {

    private CondaWish() {}

    /**
     * The specification of a package.
     *
     * @param name conda's, perhaps with the channel before it, as in {@code bioconda::samtools}
     */
    static MatchSpec of(String name, SpecifierSet specifiers) {
        int colons = name.indexOf("::");
        return new MatchSpec(
                new StringMatch.Exact(CondaName.of(name.substring(colons < 0 ? 0 : colons + 2))
                        .value()),
                versions(specifiers),
                StringMatch.any(),
                colons < 0 ? Optional.empty() : Optional.of(ChannelMatch.parse(name.substring(0, colons))),
                Optional.empty(),
                MatchDetails.NONE);
    }

    private static VersionSpec versions(SpecifierSet specifiers) {
        List<String> clauses = new ArrayList<>();
        for (Specifier specifier : specifiers.specifiers()) {
            clauses.add(clause(specifier));
        }
        return clauses.isEmpty() ? VersionSpec.any() : VersionSpec.parse(String.join(",", clauses));
    }

    /** The operators are the same; a local version is no conda package's (PEP 440, "Local version identifiers"). */
    private static String clause(Specifier specifier) {
        String version = specifier.version().replaceFirst("\\+.*", "");
        return switch (specifier.operator()) {
            case EQUAL -> specifier.isPrefix() ? version : "==" + version;
            case IDENTICAL -> "==" + version;
            default -> specifier.operator() + version;
        };
    }
}
