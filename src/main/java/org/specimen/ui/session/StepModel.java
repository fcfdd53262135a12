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
     * @param isUnderWay whether the button only says what is being done
     */
    record PrimaryAction(String text, Runnable run, boolean isUnderWay) {

        public PrimaryAction(String text, Runnable run) {
            this(text, run, false);
        }

        /** Says what is being done; until it is, the button does nothing. */
        public static PrimaryAction underWay(String text) {
            return new PrimaryAction(text, () -> {}, true);
        }
    }

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
