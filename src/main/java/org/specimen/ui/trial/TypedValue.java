package org.specimen.ui.trial;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.specimen.ui.text.WrongText;

/** Something that the person types, and what is wrong with it, if anything is. */
final class TypedValue<T> {

    private final StringProperty text;
    private final Function<String, T> reading;
    private final ReadOnlyObjectWrapper<Optional<String>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * A value.
     *
     * @param reading throws {@link WrongText} for what cannot be
     */
    TypedValue(String start, Function<String, T> reading) {
        text = new SimpleStringProperty(start);
        this.reading = reading;
        text.addListener((property, old, now) -> value());
    }

    StringProperty text() {
        return text;
    }

    ReadOnlyObjectProperty<Optional<String>> fault() {
        return fault.getReadOnlyProperty();
    }

    /** Empty if it is wrong; then {@link #fault} says why. */
    Optional<T> value() {
        try {
            Optional<T> value = Optional.of(reading.apply(text.get()));
            fault.set(Optional.empty());
            return value;
        } catch (WrongText wrong) {
            fault.set(Optional.of(String.valueOf(wrong.getMessage())));
            return Optional.empty();
        }
    }
}
