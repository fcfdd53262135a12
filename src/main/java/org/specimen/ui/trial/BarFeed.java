package org.specimen.ui.trial;

import java.time.Duration;
import org.specimen.proof.LogLine;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;
import org.specimen.proof.Trouble;
import org.specimen.task.Progress;
import org.specimen.ui.text.ScreenText;

/** Tells the bar at the bottom what a trial is doing, beside the page. */
record BarFeed(ProofListener page, StationNames names, Progress bar) implements ProofListener {

    @Override
    public void stationChanged(Station station, StationState state, String summary, Duration took) {
        if (state == StationState.RUNNING) {
            bar.doing(names.of(station), 0, 0);
        }
        page.stationChanged(station, state, summary, took);
    }

    @Override
    public void progressed(Station station, String what, long done, long total) {
        bar.doing(ScreenText.of(what), done, total);
        page.progressed(station, what, done, total);
    }

    @Override
    public void logged(LogLine line) {
        page.logged(line);
    }

    @Override
    public void troubled(Station station, Trouble trouble) {
        page.troubled(station, trouble);
    }
}
