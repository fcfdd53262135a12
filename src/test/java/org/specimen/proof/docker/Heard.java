package org.specimen.proof.docker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.specimen.proof.LogLine;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;
import org.specimen.task.Progress;

/** Keeps what a listener hears, and can be waited on for a line. */
final class Heard implements ProofListener, Progress {

    final List<LogLine> lines = new CopyOnWriteArrayList<>();
    final List<String> progress = new CopyOnWriteArrayList<>();
    final List<String> doings = new CopyOnWriteArrayList<>();
    final List<String> stations = new CopyOnWriteArrayList<>();
    private final CountDownLatch awaited = new CountDownLatch(1);
    private final Predicate<LogLine> wanted;
    private volatile boolean cancelled;

    Heard() {
        this(line -> false);
    }

    /** Waits on a line that fits. */
    Heard(Predicate<LogLine> wanted) {
        this.wanted = wanted;
    }

    @Override
    public void stationChanged(Station station, StationState state, String summary, Duration took) {
        stations.add(station + " " + state + (summary.isEmpty() ? "" : ": " + summary));
    }

    @Override
    public void progressed(Station station, String what, long done, long total) {
        progress.add(what);
    }

    @Override
    public void logged(LogLine line) {
        lines.add(line);
        if (wanted.test(line)) {
            awaited.countDown();
        }
    }

    List<String> texts() {
        return lines.stream().map(LogLine::text).toList();
    }

    void await() throws InterruptedException {
        if (!awaited.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the line did not come; what came: " + texts());
        }
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public void doing(String what, long done, long total) {
        doings.add(what);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
