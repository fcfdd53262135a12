package org.specimen.ui.trial;

import java.time.Duration;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;

/**
 * How far a station is.
 *
 * @param summary what came of it, for a person; may be empty
 * @param doing what it does now; empty where it does nothing or says nothing
 * @param done of {@code total}, which is 0 if it is not known
 */
record StationRow(
        Station station, StationState state, String summary, Duration took, String doing, long done, long total) {

    static StationRow waiting(Station station) {
        return new StationRow(station, StationState.WAITING, "", Duration.ZERO, "", 0, 0);
    }

    StationRow with(StationState now, String said, Duration time) {
        boolean goesOn = isRunning() && now == StationState.RUNNING;
        return new StationRow(station, now, said, time, goesOn ? doing : "", goesOn ? done : 0, goesOn ? total : 0);
    }

    StationRow going(String what, long part, long whole) {
        return new StationRow(station, state, summary, took, what, part, whole);
    }

    StationRow after(Duration time) {
        return new StationRow(station, state, summary, time, doing, done, total);
    }

    boolean isRunning() {
        return state == StationState.RUNNING;
    }
}
