package org.specimen.ui.session;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** What the frame needs to know of a step's view model. */
public interface StepModel {

    /**
     * What stands in the place of Next.
     *
     * @param text a verb first, as in "Write 7 files"
     */
    record PrimaryAction(String text, Runnable run) {}

    /** Called whenever the step comes to the screen. */
    default void entered() {}

    /** Whether the step is complete. If it is not, the model now says what is missing, beside the field. */
    default boolean mayLeave() {
        return true;
    }

    /** Empty where Next leads to the next step. */
    default ObservableValue<Optional<PrimaryAction>> primaryAction() {
        return new SimpleObjectProperty<>(Optional.empty());
    }
}
