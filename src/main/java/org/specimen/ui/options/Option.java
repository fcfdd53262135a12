package org.specimen.ui.options;

import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.specimen.ui.text.WrongText;

/** One thing to choose: what holds, and the way back to what was suggested. */
class Option<T> {

    /** Does what the person chose. */
    interface Choosing<T> extends BiConsumer<Kind, T> {}

    private final Kind kind;
    private final ReadOnlyObjectWrapper<T> value;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper wayBack = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper files = new ReadOnlyStringWrapper("");
    private final Choosing<T> choosing;
    private final Runnable back;

    /**
     * An option.
     *
     * @param choosing throws {@link WrongText} for what cannot be
     * @param back puts the suggestion in the place of what was chosen
     */
    Option(Kind kind, T start, Choosing<T> choosing, Runnable back) {
        this.kind = kind;
        this.value = new ReadOnlyObjectWrapper<>(start);
        this.choosing = choosing;
        this.back = back;
    }

    final Kind kind() {
        return kind;
    }

    /** What holds. */
    final ReadOnlyObjectProperty<T> value() {
        return value.getReadOnlyProperty();
    }

    /** Whether it is another than the suggestion. */
    final ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /** What {@link #putBack} does, for the button. */
    final ReadOnlyStringProperty wayBack() {
        return wayBack.getReadOnlyProperty();
    }

    /** Which files it changes, in a line; empty if that is not known yet. */
    final ReadOnlyStringProperty files() {
        return files.getReadOnlyProperty();
    }

    void choose(T chosen) {
        choosing.accept(kind, chosen);
    }

    void putBack() {
        back.run();
    }

    void show(T now, boolean isChanged, String wayBackNow) {
        value.set(now);
        changed.set(isChanged);
        wayBack.set(wayBackNow);
    }

    final void showFiles(String line) {
        files.set(line);
    }
}
