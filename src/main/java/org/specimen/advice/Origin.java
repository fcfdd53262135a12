package org.specimen.advice;

import java.util.List;
import org.specimen.project.Evidence;

/** Where an answer comes from. */
public sealed interface Origin {

    /** The person said so. */
    record Said() implements Origin {}

    /**
     * The scan found it.
     *
     * @param what in a few words, as in "geopandas"
     * @param evidence where it shows, likeliest first
     */
    record Found(String what, List<Evidence> evidence) implements Origin {
        public Found {
            evidence = List.copyOf(evidence);
        }
    }

    /** This computer shows it. */
    record Detected(String what) implements Origin {}

    /** It is so for every project. */
    record Always() implements Origin {}

    /** Nobody said and nothing shows it. */
    record Assumed(String why) implements Origin {}
}
