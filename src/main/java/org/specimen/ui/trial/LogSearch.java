package org.specimen.ui.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.specimen.task.Progress;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.trial.LogRow.Line;

/** Finds what is looked for in the log, in capitals or not, while the log goes on. */
final class LogSearch {

    /** In the order of the rows. */
    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::station).thenComparing(Line::number);

    /** Between two looks at whether the search is still wanted. */
    private static final int STRETCH = 4096;

    private final LogModel log;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING_SOUGHT);
    private final ReadOnlyObjectWrapper<Optional<Line>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Line> matches = new ArrayList<>();
    private @Nullable Running searching;

    LogSearch(LogModel log, TaskRunner tasks) {
        this.log = log;
        this.tasks = tasks;
    }

    /**
     * How far a search came.
     *
     * @param text what is looked for; empty for nothing
     * @param place of the line that is shown among those that were found, counted from 1; 0 for none
     */
    record Found(String text, int place, int count) {
        static final Found NOTHING_SOUGHT = new Found("", 0, 0);
    }

    ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /** The line that was found last. */
    ReadOnlyObjectProperty<Optional<Line>> current() {
        return current.getReadOnlyProperty();
    }

    /** Whether a line has what is looked for. */
    boolean isMatch(Line line) {
        return !sought().isEmpty() && placeIn(line.text(), sought(), 0) >= 0;
    }

    /** Where a text has the other one, in capitals or not, from some character on; -1 for nowhere. */
    static int placeIn(String text, String sought, int from) {
        int last = text.length() - sought.length();
        for (int i = from; i <= last; i++) {
            if (text.regionMatches(true, i, sought, 0, sought.length())) {
                return i;
            }
        }
        return -1;
    }

    /** Looks for something else, from the beginning; for nothing if the text is empty. */
    void seek(String text) {
        stop();
        matches = new ArrayList<>();
        current.set(Optional.empty());
        found.set(new Found(text, 0, 0));
        if (text.isEmpty()) {
            return;
        }
        List<Line> lines = log.lines();
        long end = log.said();
        searching = Tasks.create(progress -> matching(lines, text, progress))
                .quietly()
                .onSuccess(first -> {
                    matches = first;
                    searching = null;
                    saidSince(end);
                    next();
                })
                .runOn(tasks);
    }

    private static List<Line> matching(List<Line> lines, String text, Progress progress) {
        List<Line> matching = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i % STRETCH == 0) {
                progress.checkCancelled();
            }
            if (placeIn(lines.get(i).text(), text, 0) >= 0) {
                matching.add(lines.get(i));
            }
        }
        return matching;
    }

    /** Looks at what was said from this line on. */
    void saidSince(long number) {
        if (sought().isEmpty() || searching != null) {
            return;
        }
        List<Line> more = log.since(number).stream().filter(this::isMatch).toList();
        if (!more.isEmpty()) {
            matches.addAll(more);
            matches.sort(ORDER);
            tell();
        }
    }

    void next() {
        go(current.get().map(line -> placeOf(line) + 1).orElse(0));
    }

    void previous() {
        go(current.get().map(line -> placeOf(line) - 1).orElse(-1));
    }

    /** Around at either end. */
    private void go(int place) {
        if (!matches.isEmpty()) {
            current.set(Optional.of(matches.get(Math.floorMod(place, matches.size()))));
        }
        tell();
    }

    /** Where it is, or would come next. */
    private int placeOf(Line line) {
        int place = Collections.binarySearch(matches, line, ORDER);
        return place >= 0 ? place : -place - 1;
    }

    /** Forgets what the log let go of, and everything once it begins anew. */
    void clear() {
        seek("");
    }

    private void tell() {
        found.set(
                new Found(sought(), current.get().map(line -> placeOf(line) + 1).orElse(0), matches.size()));
    }

    private String sought() {
        return found.get().text();
    }

    private void stop() {
        if (searching != null) {
            searching.cancel();
            searching = null;
        }
    }
}
