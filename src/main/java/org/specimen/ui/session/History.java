package org.specimen.ui.session;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the person decided, and the way back to what they had decided before. */
final class History {

    private static final int REMEMBERED = 200;

    private final ReadOnlyObjectWrapper<Decisions> now = new ReadOnlyObjectWrapper<>(Decisions.NONE);
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final Deque<Decisions> before = new ArrayDeque<>();
    private final Deque<Decisions> after = new ArrayDeque<>();

    ReadOnlyObjectProperty<Decisions> now() {
        return now.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** Begins anew, with no way back. */
    void begin(Decisions start) {
        before.clear();
        after.clear();
        settle(start);
    }

    /** Goes on from what is decided now, with the way back to it. */
    void add(Decisions changed) {
        before.push(now.get());
        if (before.size() > REMEMBERED) {
            before.removeLast();
        }
        after.clear();
        settle(changed);
    }

    /** Says the same in other words: no step of its own on the way back. */
    void replace(Decisions same) {
        now.set(same);
    }

    void undo() {
        after.push(now.get());
        settle(before.pop());
    }

    void redo() {
        before.push(now.get());
        settle(after.pop());
    }

    private void settle(Decisions changed) {
        now.set(changed);
        canUndo.set(!before.isEmpty());
        canRedo.set(!after.isEmpty());
    }
}
