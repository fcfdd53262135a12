package org.specimen.ui.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.specimen.proof.Station;
import org.specimen.ui.trial.LogRow.Heading;
import org.specimen.ui.trial.LogRow.Line;

/** The lines of one station, of which the earliest can be let go of. */
final class LogSection {

    private final Station station;

    /** The first of them are let go of already: they are removed together, since removing moves all others. */
    private final List<Line> held = new ArrayList<>();

    private int gone;
    private long characters;
    private long leftOut;
    private boolean isFolded;

    LogSection(Station station) {
        this.station = station;
    }

    Station station() {
        return station;
    }

    /** Those that are kept, as they are now. */
    List<Line> lines() {
        return Collections.unmodifiableList(held.subList(gone, held.size()));
    }

    Line line(int number) {
        return held.get(gone + number);
    }

    /** How many lines are kept. */
    int count() {
        return held.size() - gone;
    }

    long characters() {
        return characters;
    }

    /** What it takes up. */
    long weight() {
        return characters + count();
    }

    boolean isFolded() {
        return isFolded;
    }

    void fold(boolean folded) {
        isFolded = folded;
    }

    Heading heading() {
        return new Heading(station, count(), leftOut, isFolded);
    }

    /** How many rows it takes. */
    int rows() {
        return 1 + (isFolded ? 0 : count());
    }

    void add(List<Line> more) {
        held.addAll(more);
        more.forEach(line -> characters += line.text().length());
    }

    /** Lets go of the earliest lines, and says which these were. */
    List<Line> letGo(int count) {
        List<Line> earliest = List.copyOf(held.subList(gone, gone + count));
        earliest.forEach(line -> characters -= line.text().length());
        gone += count;
        if (gone > held.size() / 4) {
            held.subList(0, gone).clear();
            gone = 0;
        }
        leftOut += count;
        return earliest;
    }

    /** Lines that were said and never came. */
    void lost(long count) {
        leftOut += count;
    }

    /** The lines from this number on, in their order. */
    List<Line> since(long number) {
        int first = held.size();
        while (first > gone && held.get(first - 1).number() >= number) {
            first--;
        }
        return List.copyOf(held.subList(first, held.size()));
    }
}
