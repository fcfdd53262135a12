package org.specimen.ui.code;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.specimen.ui.code.ShownLine.Sign;
import org.specimen.ui.code.syntax.Syntax;
import org.specimen.ui.code.syntax.Token;
import org.specimen.ui.text.Texts;

/** The lines that differ between two texts, with some around them, one below the other. */
public final class Difference {

    /** How many lines that are the same are shown around those that differ. */
    private static final int AROUND = 3;

    /** Beyond this many lines that must be compared, everything in between counts as replaced. */
    private static final int MOST_COMPARED = 6_000;

    private final Syntax syntax;
    private final List<String> before;
    private final List<String> after;
    private final List<List<Token>> beforeTokens;
    private final List<List<Token>> afterTokens;
    private final List<ShownLine> shown = new ArrayList<>();

    private Difference(String before, String after, Syntax syntax) {
        this.syntax = syntax;
        this.before = VisibleLines.of(before);
        this.after = VisibleLines.of(after);
        beforeTokens = this.syntax.tokens(this.before);
        afterTokens = this.syntax.tokens(this.after);
    }

    /** The difference between what lies there and what is written. */
    public static ShownText of(String before, String after, Syntax syntax) {
        return new Difference(before, after, syntax).show();
    }

    /** Lines that are replaced, each range from its start to before its end. */
    private record Change(int oldStart, int oldEnd, int newStart, int newEnd) {}

    private ShownText show() {
        int added = 0;
        int removed = 0;
        int done = 0;
        List<Change> changes = changes();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            same(done, change.newStart(), change.oldStart() - change.newStart(), i > 0, true);
            for (int line = change.oldStart(); line < change.oldEnd(); line++) {
                shown.add(new ShownLine(Sign.REMOVED, line + 1, 0, before.get(line), beforeTokens.get(line)));
            }
            for (int line = change.newStart(); line < change.newEnd(); line++) {
                shown.add(new ShownLine(Sign.ADDED, 0, line + 1, after.get(line), afterTokens.get(line)));
            }
            removed += change.oldEnd() - change.oldStart();
            added += change.newEnd() - change.newStart();
            done = change.newEnd();
        }
        same(done, after.size(), before.size() - after.size(), !changes.isEmpty(), false);
        return new ShownText(shown, added, removed);
    }

    /**
     * Lines that are the same, with those far from every change left out.
     *
     * @param shift from a line's place in the new text to its place in the old one
     */
    private void same(int start, int end, int shift, boolean afterChange, boolean beforeChange) {
        int headEnd = afterChange ? Math.min(end, start + AROUND) : start;
        int tailStart = beforeChange ? Math.max(headEnd, end - AROUND) : end;
        boolean leavesOut = tailStart - headEnd > 1;
        lines(start, leavesOut ? headEnd : end, shift);
        if (leavesOut) {
            String count = String.valueOf(tailStart - headEnd);
            shown.add(new ShownLine(Sign.GAP, 0, 0, Texts.of(Difference.class).get("gap", count), List.of()));
            lines(tailStart, end, shift);
        }
    }

    private void lines(int start, int end, int shift) {
        for (int line = start; line < end; line++) {
            shown.add(new ShownLine(Sign.SAME, line + shift + 1, line + 1, after.get(line), afterTokens.get(line)));
        }
    }

    private List<Change> changes() {
        int most = Math.min(before.size(), after.size());
        int head = 0;
        while (head < most && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> old = before.subList(head, before.size() - tail);
        List<String> now = after.subList(head, after.size() - tail);
        if (old.isEmpty() && now.isEmpty()) {
            return List.of();
        }
        if (old.size() + now.size() > MOST_COMPARED) {
            return List.of(new Change(head, head + old.size(), head, head + now.size()));
        }
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            int oldStart = head + delta.getSource().getPosition();
            int newStart = head + delta.getTarget().getPosition();
            changes.add(new Change(
                    oldStart,
                    oldStart + delta.getSource().size(),
                    newStart,
                    newStart + delta.getTarget().size()));
        }
        return changes;
    }
}
