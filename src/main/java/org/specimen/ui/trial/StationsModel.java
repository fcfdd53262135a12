package org.specimen.ui.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.advice.Stack;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;

/** The stations of a trial, each with its state and time. */
final class StationsModel {

    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<List<StationRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    /** When each would have begun to have taken as long as it said. */
    private final Map<Station, Instant> begun = new EnumMap<>(Station.class);

    StationsModel(InstantSource clock) {
        this.clock = clock;
    }

    ReadOnlyObjectProperty<List<StationRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** The one that is under way. */
    Optional<StationRow> running() {
        return rows.get().stream().filter(StationRow::isRunning).findFirst();
    }

    /** All of them wait. */
    void begin(Stack stack) {
        begun.clear();
        rows.set(new StationNames(stack)
                .stations().stream().map(StationRow::waiting).toList());
    }

    void changed(Station station, StationState state, String summary, Duration took) {
        begun.put(station, clock.instant().minus(took));
        change(station, row -> row.with(state, summary, took));
    }

    void progressed(Station station, String what, long done, long total) {
        change(station, row -> row.going(what, done, total));
    }

    /** Some time went by. */
    void tick() {
        running().ifPresent(now -> {
            Instant start = Objects.requireNonNull(begun.get(now.station()));
            change(now.station(), row -> row.after(Duration.between(start, clock.instant())));
        });
    }

    /** Whatever was under way is not any more: the work ended without a word of it. */
    void stopped(StationState end) {
        running().ifPresent(now -> change(now.station(), row -> row.with(end, row.summary(), row.took())));
    }

    private void change(Station station, UnaryOperator<StationRow> change) {
        rows.set(rows.get().stream()
                .map(row -> row.station() == station ? change.apply(row) : row)
                .toList());
    }
}
