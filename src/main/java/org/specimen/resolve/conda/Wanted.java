package org.specimen.resolve.conda;

import java.util.HashMap;
import java.util.Map;
import org.specimen.conda.MatchDetails;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.StringMatch;
import org.specimen.conda.VersionSpec;

/**
 * A specification that somebody wrote. There is one for each text in a solve, so that comparing two is comparing
 * references.
 */
final class Wanted {

    private final String text;
    private final String name;
    private final MatchSpec spec;
    private final boolean asksWholeRecord;

    private Wanted(String text, MatchSpec spec) {
        this.text = text;
        this.spec = spec;
        this.name = spec.exactName()
                .orElseThrow(() -> new IllegalArgumentException(text + " names no single package"))
                .value();
        this.asksWholeRecord = spec.channel().isPresent()
                || spec.subdir().isPresent()
                || !spec.details().equals(MatchDetails.NONE);
    }

    /** The specifications of one solve. */
    static final class Texts {
        private final Map<String, Wanted> known = new HashMap<>();

        /** @throws IllegalArgumentException if it is no specification of one package */
        Wanted of(String text) {
            return known.computeIfAbsent(text, added -> new Wanted(added, MatchSpec.parse(added)));
        }

        Wanted of(MatchSpec spec) {
            return known.computeIfAbsent(spec.toString(), added -> new Wanted(added, spec));
        }
    }

    /** As it was written. */
    String text() {
        return text;
    }

    String name() {
        return name;
    }

    MatchSpec spec() {
        return spec;
    }

    VersionSpec version() {
        return spec.version();
    }

    StringMatch build() {
        return spec.build();
    }

    /** Whether version and build do not tell all that is asked of a record. */
    boolean asksWholeRecord() {
        return asksWholeRecord;
    }

    @Override
    public String toString() {
        return text;
    }
}
