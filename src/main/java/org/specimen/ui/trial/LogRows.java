package org.specimen.ui.trial;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ObservableListBase;
import org.specimen.proof.Station;
import org.specimen.ui.trial.LogRow.Line;

/**
 * The rows of a log: for each station a heading, and its lines unless they are folded. It holds no row itself but looks
 * into the sections, so that folding or letting go of very many lines takes no longer than of few.
 */
final class LogRows extends ObservableListBase<LogRow> {

    private final Map<Station, LogSection> sections = new EnumMap<>(Station.class);

    @Override
    public LogRow get(int index) {
        int row = index;
        for (LogSection section : sections.values()) {
            if (row < section.rows()) {
                return row == 0 ? section.heading() : section.line(row - 1);
            }
            row -= section.rows();
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public int size() {
        return sections.values().stream().mapToInt(LogSection::rows).sum();
    }

    /** Those of the stations that said something, in their order. */
    Collection<LogSection> sections() {
        return sections.values();
    }

    boolean has(Station station) {
        return sections.containsKey(station);
    }

    LogSection section(Station station) {
        return Objects.requireNonNull(sections.get(station));
    }

    /** The row in which a station begins, or would. */
    int start(Station station) {
        return sections.values().stream()
                .filter(section -> section.station().compareTo(station) < 0)
                .mapToInt(LogSection::rows)
                .sum();
    }

    @Override
    public void clear() {
        List<LogRow> gone = List.copyOf(this);
        beginChange();
        sections.clear();
        nextRemove(0, gone);
        endChange();
    }

    /** Lines that were said, at the end of their station. */
    void append(Station station, List<Line> lines) {
        beginChange();
        if (!sections.containsKey(station)) {
            sections.put(station, new LogSection(station));
            nextAdd(start(station), start(station) + 1);
        }
        LogSection section = section(station);
        LogRow heading = section.heading();
        section.add(lines);
        int end = start(station) + section.rows();
        if (!section.isFolded()) {
            nextAdd(end - lines.size(), end);
        }
        nextSet(start(station), heading);
        endChange();
    }

    /** Lines of a station that were said and never came. */
    void lost(Station station, long count) {
        beginChange();
        LogRow heading = section(station).heading();
        section(station).lost(count);
        nextSet(start(station), heading);
        endChange();
    }

    /** Lets go of the earliest lines of a station. */
    void letGo(Station station, int count) {
        beginChange();
        LogSection section = section(station);
        LogRow heading = section.heading();
        List<Line> gone = section.letGo(count);
        if (!section.isFolded()) {
            nextRemove(start(station) + 1, gone);
        }
        nextSet(start(station), heading);
        endChange();
    }

    /** Puts the lines of a station out of sight, or back. */
    void fold(Station station, boolean folded) {
        beginChange();
        LogSection section = section(station);
        LogRow heading = section.heading();
        section.fold(folded);
        int first = start(station) + 1;
        if (folded) {
            nextRemove(first, section.lines());
        } else {
            nextAdd(first, first + section.count());
        }
        nextSet(first - 1, heading);
        endChange();
    }
}
