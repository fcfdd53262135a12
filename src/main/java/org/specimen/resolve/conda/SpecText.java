package org.specimen.resolve.conda;

import org.specimen.conda.MatchDetails;
import org.specimen.conda.MatchSpec;

/** Specifications as a person writes them, without conda's brackets where that can be. */
final class SpecText {

    private SpecText() {}

    static String of(MatchSpec spec) {
        if (!spec.details().equals(MatchDetails.NONE) || spec.subdir().isPresent()) {
            return spec.toString();
        }
        String version = spec.version().toString();
        String channel = spec.channel().map(name -> name + "::").orElse("");
        if (!spec.build().matchesAll()) {
            return channel + spec.name() + (version.startsWith("=") ? version : "=" + version) + "=" + spec.build();
        }
        if (version.equals("*")) {
            return channel + spec.name();
        }
        boolean hasOperator = "=<>!~(^".indexOf(version.charAt(0)) >= 0;
        return channel + spec.name() + (hasOperator ? "" : version.endsWith(".*") ? "=" : "==") + withoutStar(version);
    }

    private static String withoutStar(String version) {
        boolean isPrefix = version.endsWith(".*") && version.chars().noneMatch(c -> ",|".indexOf(c) >= 0);
        return isPrefix && !version.startsWith("!") ? version.substring(0, version.length() - 2) : version;
    }
}
