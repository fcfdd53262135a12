package org.specimen.ui.trial;

import org.specimen.proof.LogLine;
import org.specimen.proof.Station;

/** A row of the log. */
sealed interface LogRow {

    Station station();

    /**
     * Stands over the lines of a station.
     *
     * @param lines how many there are
     * @param leftOut how many of the earliest were let go of, since there were too many
     * @param isFolded whether the lines are out of sight
     */
    record Heading(Station station, long lines, long leftOut, boolean isFolded) implements LogRow {}

    /**
     * A line.
     *
     * @param number of the line in the whole log, counted from 0
     */
    record Line(long number, LogLine said) implements LogRow {

        @Override
        public Station station() {
            return said.station();
        }

        String text() {
            return said.text();
        }
    }
}
