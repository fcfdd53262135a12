package org.specimen.ui.frame;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.specimen.ui.session.StepModel.PrimaryAction;

/**
 * Keeps from the button that leads on what was not meant for it: clicks and keys that began before the person could see
 * what the button does now. Otherwise the second of two clicks on Next would write files that nobody has looked at.
 */
final class NextGate {

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(true);
    private Optional<String> shown = Optional.empty();

    /** Whether the button does what it says. */
    ReadOnlyBooleanProperty isOpen() {
        return open.getReadOnlyProperty();
    }

    /**
     * Hears what the button says now.
     *
     * @param action empty where it leads to the next step, which loses nothing
     * @return whether that is new and does something: {@link #seen} is to follow when it was on the screen for a moment
     */
    boolean shows(Optional<PrimaryAction> action) {
        Optional<String> text = action.filter(now -> !now.isUnderWay()).map(PrimaryAction::text);
        boolean isNew = text.isPresent() && !text.equals(shown);
        shown = text;
        if (isNew || text.isEmpty()) {
            open.set(!isNew);
        }
        return isNew;
    }

    /** What the button says has been on the screen for a moment. */
    void seen() {
        open.set(true);
    }

    /**
     * Whether a press of the mouse is meant for what the button says.
     *
     * @param count 2 for the second press of a double click, which was meant for the page before
     */
    boolean takesClick(int count) {
        return open.get() && count == 1;
    }
}
