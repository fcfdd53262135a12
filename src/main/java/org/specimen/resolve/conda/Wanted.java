package org.specimen.resolve.conda;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private @Nullable MatchSpec spec;

    private Wanted(String text, String name) {
        this.text = text;
        this.name = name;
    }

    /**
     * The name that a specification starts with. Nearly all in a channel are a name alone or a blank after it; others are
     * read whole.
     */
    private static String nameOf(String text) {
        int end = 0;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        boolean isPlain = end > 0 && (end == text.length() || text.charAt(end) == ' ');
        return isPlain ? text.substring(0, end) : nameOf(MatchSpec.parse(text));
    }

    private static String nameOf(MatchSpec spec) {
        return spec.exactName()
                .orElseThrow(() -> new IllegalArgumentException(spec + " names no single package"))
                .value();
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    }

    /** The specifications of one solve. */
    static final class Texts {
        private final Map<String, Wanted> known = new HashMap<>();

        /** @throws IllegalArgumentException if it is no specification of one package */
        Wanted of(String text) {
            return known.computeIfAbsent(text, added -> new Wanted(added, nameOf(added)));
        }

        Wanted of(MatchSpec spec) {
            return known.computeIfAbsent(spec.toString(), added -> new Wanted(added, nameOf(spec)));
        }
    }

    /** As it was written. */
    String text() {
        return text;
    }

    String name() {
        return name;
    }

    /** Read when it is first asked for: most of what old records need never is. */
    MatchSpec spec() {
        if (spec == null) {
            spec = PlainSpec.tryParse(text).orElseGet(() -> MatchSpec.parse(text));
        }
        return spec;
    }

    VersionSpec version() {
        return spec().version();
    }

    StringMatch build() {
        return spec().build();
    }

    /** Whether version and build do not tell all that is asked of a record. */
    boolean asksWholeRecord() {
        return spec().channel().isPresent()
                || spec().subdir().isPresent()
                || !spec().details().equals(MatchDetails.NONE);
    }

    @Override
    public String toString() {
        return text;
    }
}
