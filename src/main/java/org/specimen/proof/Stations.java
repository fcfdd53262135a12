package org.specimen.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.proof.Proof.StationReport;

/**
 * How far each station is. It stands between a maker, which may tell its own stations, and the person's listener, which
 * hears one call at a time.
 */
final class Stations implements ProofListener {

    private final ProofListener listener;
    private final InstantSource clock;
    private final Map<Station, StationState> states = new EnumMap<>(Station.class);
    private final Map<Station, Instant> begun = new EnumMap<>(Station.class);
    private final Map<Station, StationReport> ended = new EnumMap<>(Station.class);
    private final List<Trouble> troubles = new ArrayList<>();

    Stations(ProofListener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
        for (Station station : Station.values()) {
            states.put(station, StationState.WAITING);
        }
    }

    @Override
    public synchronized void stationChanged(Station station, StationState state, String summary, Duration took) {
        if (state == StationState.RUNNING) {
            begun.putIfAbsent(station, clock.instant());
        }
        states.put(station, state);
        if (state != StationState.RUNNING && state != StationState.WAITING) {
            ended.put(station, new StationReport(station, state, summary, took));
        }
        listener.stationChanged(station, state, summary, took);
    }

    @Override
    public synchronized void progressed(Station station, String what, long done, long total) {
        listener.progressed(station, what, done, total);
    }

    @Override
    public synchronized void logged(LogLine line) {
        listener.logged(line);
    }

    @Override
    public synchronized void troubled(Station station, Trouble trouble) {
        troubles.add(trouble);
        listener.troubled(station, trouble);
    }

    void run(Station station) {
        stationChanged(station, StationState.RUNNING, "", Duration.ZERO);
    }

    void end(Station station, StationState state, String summary) {
        stationChanged(station, state, summary, took(station));
    }

    void say(Station station, String text) {
        logged(LogLine.of(station, LogLine.Source.SPECIMEN, text));
    }

    synchronized boolean isOpen(Station station) {
        StationState state = states.get(station);
        return state == StationState.WAITING || state == StationState.RUNNING;
    }

    /** What runs ends so; what waits is skipped. */
    void close(StationState state, String summary) {
        for (Station station : Station.values()) {
            if (isOpen(station)) {
                boolean runs = isRunning(station);
                end(station, runs ? state : StationState.SKIPPED, runs ? summary : "");
            }
        }
    }

    synchronized boolean isRunning(Station station) {
        return states.get(station) == StationState.RUNNING;
    }

    synchronized List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    /** Those that have ended, in their order. */
    synchronized List<StationReport> reports() {
        return Arrays.stream(Station.values())
                .flatMap(station -> Optional.ofNullable(ended.get(station)).stream())
                .toList();
    }

    /** Those, and one that is ended as soon as all is kept. */
    synchronized List<StationReport> reportsWith(Station last, StationState state, String summary) {
        List<StationReport> all = new ArrayList<>(reports());
        all.add(new StationReport(last, state, summary, took(last)));
        return all;
    }

    private synchronized Duration took(Station station) {
        Instant begin = begun.get(station);
        return begin == null ? Duration.ZERO : Duration.between(begin, clock.instant());
    }
}
