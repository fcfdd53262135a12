package org.specimen.ui.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.FXCollections;
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

    private final ObservableList<LogRow> rows = FXCollections.observableArrayList();
    private final ObservableList<LogRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final Map<Station, LogSection> sections = new EnumMap<>(Station.class);
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
        return shown;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** How many lines were said, kept or not. */
    long said() {
        return said;
    }

    void clear() {
        sections.clear();
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
            add(batch.get(0).station(), List.of());
            section(batch.get(0).station()).lost(lost);
        }
        Map<Station, List<Line>> byStation = new EnumMap<>(Station.class);
        for (LogLine line : batch) {
            byStation
                    .computeIfAbsent(line.station(), first -> new ArrayList<>())
                    .add(new Line(said, line));
            said++;
        }
        byStation.forEach(this::add);
        letGo();
    }

    private void add(Station station, List<Line> lines) {
        if (!sections.containsKey(station)) {
            LogSection first = new LogSection(station);
            sections.put(station, first);
            rows.add(start(station), first.heading());
        }
        LogSection section = section(station);
        int end = start(station) + section.rows();
        section.add(lines);
        if (!section.isFolded()) {
            rows.addAll(end, lines);
        }
        rows.set(start(station), section.heading());
    }

    private void letGo() {
        while (kept() > bounds.lines() || characters() > bounds.characters()) {
            LogSection longest = sections.values().stream()
                    .max(Comparator.comparingLong(LogSection::weight))
                    .orElseThrow();
            int tooMany = Math.max((int) Math.max(0, kept() - bounds.lines()), bounds.lines() / PIECES);
            int gone = Math.max(1, Math.min(longest.lines().size(), tooMany));
            int start = start(longest.station());
            if (!longest.isFolded()) {
                rows.remove(start + 1, start + 1 + gone);
            }
            longest.letGo(gone);
            rows.set(start, longest.heading());
        }
    }

    private long kept() {
        return sections.values().stream()
                .mapToLong(section -> section.lines().size())
                .sum();
    }

    private long characters() {
        return sections.values().stream().mapToLong(LogSection::characters).sum();
    }

    /** The row in which a station begins, or would. */
    private int start(Station station) {
        return sections.values().stream()
                .filter(section -> section.station().compareTo(station) < 0)
                .mapToInt(LogSection::rows)
                .sum();
    }

    private LogSection section(Station station) {
        return Objects.requireNonNull(sections.get(station));
    }

    /** Puts the lines of a station out of sight, or back. */
    void fold(Station station, boolean folded) {
        LogSection section = sections.get(station);
        if (section == null || section.isFolded() == folded) {
            return;
        }
        int start = start(station);
        if (folded) {
            rows.remove(start + 1, start + section.rows());
        }
        section.fold(folded);
        rows.set(start, section.heading());
        if (!folded) {
            rows.addAll(start + 1, section.lines());
        }
    }

    /** The row in which a station begins; -1 where it said nothing. */
    int headingOf(Station station) {
        return sections.containsKey(station) ? start(station) : -1;
    }

    /** The row of a line, or where it would be; its station is unfolded for it. */
    int reveal(Line line) {
        fold(line.station(), false);
        int first = start(line.station()) + 1;
        int low = first;
        int high = first + section(line.station()).lines().size() - 1;
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
        sections.values().forEach(section -> all.addAll(section.lines()));
        return all;
    }

    /** The lines from this number on. */
    List<Line> since(long number) {
        List<Line> latest = new ArrayList<>();
        sections.values().forEach(section -> latest.addAll(section.since(number)));
        return latest;
    }

    /** All of it, folded or not, for a file or the clipboard. */
    String text(StationNames names) {
        StringBuilder all = new StringBuilder();
        for (LogSection section : sections.values()) {
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
