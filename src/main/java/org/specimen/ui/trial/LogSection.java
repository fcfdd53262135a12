package org.specimen.ui.trial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.specimen.proof.Station;
import org.specimen.ui.trial.LogRow.Heading;
import org.specimen.ui.trial.LogRow.Line;

/** The lines of one station, of which the earliest can be let go of. */
final class LogSection {

    private final Station station;
    private final Deque<Line> lines = new ArrayDeque<>();
    private long characters;
    private long leftOut;
    private boolean isFolded;

    LogSection(Station station) {
        this.station = station;
    }

    Station station() {
        return station;
    }

    Deque<Line> lines() {
        return lines;
    }

    long characters() {
        return characters;
    }

    /** What it takes up. */
    long weight() {
        return characters + lines.size();
    }

    boolean isFolded() {
        return isFolded;
    }

    void fold(boolean folded) {
        isFolded = folded;
    }

    Heading heading() {
        return new Heading(station, lines.size(), leftOut, isFolded);
    }

    /** How many rows it takes. */
    int rows() {
        return 1 + (isFolded ? 0 : lines.size());
    }

    void add(List<Line> more) {
        for (Line line : more) {
            lines.addLast(line);
            characters += line.text().length();
        }
    }

    /** Lets go of the earliest lines. */
    void letGo(int count) {
        for (int i = 0; i < count; i++) {
            characters -= lines.removeFirst().text().length();
        }
        leftOut += count;
    }

    /** Lines that were said and never came. */
    void lost(long count) {
        leftOut += count;
    }

    /** The lines from this number on, in their order. */
    List<Line> since(long number) {
        List<Line> latest = new ArrayList<>();
        Iterator<Line> backwards = lines.descendingIterator();
        while (backwards.hasNext()) {
            Line line = backwards.next();
            if (line.number() < number) {
                break;
            }
            latest.add(line);
        }
        Collections.reverse(latest);
        return latest;
    }
}
