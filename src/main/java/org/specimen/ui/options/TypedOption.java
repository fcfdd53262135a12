package org.specimen.ui.options;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.specimen.ui.text.WrongText;

/** An option that is typed. While somebody types, and while what they typed cannot be, the last value that can be holds. */
final class TypedOption extends Option<String> {

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<String>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> unfinished = Optional.empty();

    TypedOption(Kind kind, Choosing<String> choosing, Runnable back) {
        super(kind, "", choosing, back);
    }

    /** What the field shows: what was typed last, right or wrong, or what holds. */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** What is wrong with what was typed. */
    ReadOnlyObjectProperty<Optional<String>> fault() {
        return fault.getReadOnlyProperty();
    }

    /** Hears what stands in the field while it is typed. Nothing is decided yet. */
    void typing(String now) {
        unfinished = Optional.of(now).filter(typed -> !typed.equals(text.get()));
    }

    /** Decides on what was typed, where anything was. */
    void finish() {
        unfinished.ifPresent(this::choose);
    }

    @Override
    void choose(String typed) {
        unfinished = Optional.empty();
        try {
            super.choose(typed);
            fault.set(Optional.empty());
            text.set(value().get());
        } catch (WrongText wrong) {
            text.set(typed);
            fault.set(Optional.of(String.valueOf(wrong.getMessage())));
        }
    }

    @Override
    void putBack() {
        unfinished = Optional.empty();
        super.putBack();
        fault.set(Optional.empty());
        text.set(value().get());
    }

    @Override
    void show(String now, boolean isChanged, String wayBack) {
        boolean isNew = !now.equals(value().get());
        super.show(now, isChanged, wayBack);
        if (isNew && unfinished.isEmpty()) {
            fault.set(Optional.empty());
            text.set(now);
        }
    }
}
