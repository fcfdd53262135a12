package org.specimen.ui.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableList;
import org.specimen.proof.LogLine;
import org.specimen.proof.Station;
import org.specimen.ui.text.Texts;
import org.specimen.ui.trial.LogRow.Line;

/**
 * What is said during a trial, station by station, as rows for the screen. It keeps a bounded number of lines: those of
 * the station that said the most are let go of first, so that a flood there takes nothing from the others.
 */
final class LogModel {

    private static final Texts TEXTS = Texts.of(LogModel.class);

    private static final Bounds USUAL = new Bounds(200_000, 40_000_000);

    /** Lines are let go of in pieces, so that it need not be done at each line. */
    private static final int PIECES = 50;

    private final LogRows rows = new LogRows();
    private final Bounds bounds;
    private long said;

    LogModel() {
        this(USUAL);
    }

    LogModel(Bounds bounds) {
        this.bounds = bounds;
    }

    /** How much is kept. */
    record Bounds(int lines, long characters) {}

    /** What the screen shows: for each station that said something a heading, and its lines unless they are folded. */
    ObservableList<LogRow> rows() {
        return rows;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** How many lines were said, kept or not. */
    long said() {
        return said;
    }

    void clear() {
        rows.clear();
        said = 0;
    }

    /**
     * Adds what was said since the last time.
     *
     * @param lost how many lines before them are left out
     */
    void add(List<LogLine> batch, long lost) {
        if (lost > 0) {
            said += lost;
            rows.append(batch.get(0).station(), List.of());
            rows.lost(batch.get(0).station(), lost);
        }
        Map<Station, List<Line>> byStation = new EnumMap<>(Station.class);
        for (LogLine line : batch) {
            byStation
                    .computeIfAbsent(line.station(), first -> new ArrayList<>())
                    .add(new Line(said, line));
            said++;
        }
        byStation.forEach(rows::append);
        letGo();
    }

    private void letGo() {
        while (kept() > bounds.lines() || characters() > bounds.characters()) {
            LogSection longest = rows.sections().stream()
                    .max(Comparator.comparingLong(LogSection::weight))
                    .orElseThrow();
            int tooMany = Math.max((int) Math.max(0, kept() - bounds.lines()), bounds.lines() / PIECES);
            int gone = Math.max(1, Math.min(longest.count(), tooMany));
            rows.letGo(longest.station(), gone);
        }
    }

    private long kept() {
        return rows.sections().stream().mapToLong(LogSection::count).sum();
    }

    private long characters() {
        return rows.sections().stream().mapToLong(LogSection::characters).sum();
    }

    /** Puts the lines of a station out of sight, or back. */
    void fold(Station station, boolean folded) {
        if (rows.has(station) && rows.section(station).isFolded() != folded) {
            rows.fold(station, folded);
        }
    }

    /** The row in which a station begins; -1 where it said nothing. */
    int headingOf(Station station) {
        return rows.has(station) ? rows.start(station) : -1;
    }

    /** The row of a line, or where it would be; its station is unfolded for it. */
    int reveal(Line line) {
        fold(line.station(), false);
        int first = rows.start(line.station()) + 1;
        int low = first;
        int high = first + rows.section(line.station()).count() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle) instanceof Line there && there.number() < line.number()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Every line that is kept, in the order of the rows. */
    List<Line> lines() {
        List<Line> all = new ArrayList<>();
        rows.sections().forEach(section -> all.addAll(section.lines()));
        return all;
    }

    /** The lines from this number on. */
    List<Line> since(long number) {
        List<Line> latest = new ArrayList<>();
        rows.sections().forEach(section -> latest.addAll(section.since(number)));
        return latest;
    }

    /** All of it, folded or not, for a file or the clipboard. */
    String text(StationNames names) {
        StringBuilder all = new StringBuilder();
        for (LogSection section : rows.sections()) {
            LogRow.Heading heading = section.heading();
            all.append("== ").append(names.of(section.station())).append(" ==\n");
            if (heading.leftOut() > 0) {
                all.append(TEXTS.counted("log.left-out", heading.leftOut())).append('\n');
            }
            section.lines().forEach(line -> all.append(line.text()).append('\n'));
        }
        return all.toString();
    }
}
