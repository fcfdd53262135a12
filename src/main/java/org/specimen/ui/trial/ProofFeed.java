package org.specimen.ui.trial;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.specimen.proof.LogLine;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;

/**
 * Hears how a proof goes on, from any thread, and tells the screen as much as it can take: what comes while the screen is
 * busy waits for it in one batch, and many lines come in several, between which the screen can do something else.
 */
final class ProofFeed implements ProofListener {

    /** So many lines the screen takes in well below the time from one picture to the next, a sixtieth of a second. */
    static final int MOST_AT_ONCE = 4_000;

    private final Executor screen;
    private final Screen told;
    private final int mostWaiting;
    private final Map<Station, Runnable> changes = new LinkedHashMap<>();
    private final Map<Station, Runnable> progress = new EnumMap<>(Station.class);
    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long lost;
    private boolean isOnItsWay;

    /**
     * A feed.
     *
     * @param screen runs what it is given on the screen's thread, in order
     * @param mostWaiting how many lines wait for the screen at most; the earliest of more are left out
     */
    ProofFeed(Executor screen, Screen told, int mostWaiting) {
        this.screen = screen;
        this.told = told;
        this.mostWaiting = mostWaiting;
    }

    /** Is told on the screen's thread. */
    interface Screen {

        void stationChanged(Station station, StationState state, String summary, Duration took);

        void progressed(Station station, String what, long done, long total);

        /**
         * Lines that were said.
         *
         * @param lost how many before them are left out
         */
        void logged(List<LogLine> batch, long lost);
    }

    @Override
    public synchronized void stationChanged(Station station, StationState state, String summary, Duration took) {
        if (state != StationState.RUNNING) {
            progress.remove(station);
        }
        changes.remove(station);
        changes.put(station, () -> told.stationChanged(station, state, summary, took));
        send();
    }

    @Override
    public synchronized void progressed(Station station, String what, long done, long total) {
        progress.put(station, () -> told.progressed(station, what, done, total));
        send();
    }

    @Override
    public synchronized void logged(LogLine line) {
        if (lines.size() == mostWaiting) {
            lines.removeFirst();
            lost++;
        }
        lines.addLast(line);
        send();
    }

    private void send() {
        if (!isOnItsWay) {
            isOnItsWay = true;
            screen.execute(this::arrive);
        }
    }

    private void arrive() {
        List<Runnable> news;
        List<LogLine> batch;
        long missing;
        boolean more;
        synchronized (this) {
            news = new ArrayList<>(changes.values());
            news.addAll(progress.values());
            batch = new ArrayList<>();
            while (!lines.isEmpty() && batch.size() < MOST_AT_ONCE) {
                batch.add(lines.removeFirst());
            }
            missing = lost;
            changes.clear();
            progress.clear();
            lost = 0;
            more = !lines.isEmpty();
            isOnItsWay = more;
        }
        news.forEach(Runnable::run);
        if (!batch.isEmpty()) {
            told.logged(batch, missing);
        }
        if (more) {
            screen.execute(this::arrive);
        }
    }
}
