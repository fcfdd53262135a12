package org.specimen.proof;

import java.time.Duration;

/** Hears how a proof goes on. Calls come from any thread, one at a time, and must return at once. */
public interface ProofListener {

    /** Hears nothing. */
    ProofListener NONE = new ProofListener() {};

    /**
     * A station has another state.
     *
     * @param summary for a person, as in "84 packages installed" or "no permission for the socket"; may be empty
     * @param took how long it has taken so far
     */
    default void stationChanged(Station station, StationState state, String summary, Duration took) {}

    /**
     * A station goes on, as in "step 5 of 9: installing 84 packages".
     *
     * @param done how much is done
     * @param total how much there is, or 0 if that is not known
     */
    default void progressed(Station station, String what, long done, long total) {}

    /** Something was said. */
    default void logged(LogLine line) {}
}
