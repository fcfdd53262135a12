package org.specimen.ui.trial;

import org.specimen.proof.Trouble;
import org.specimen.ui.task.Failure;

/** Whether the environment can be made on this computer. */
sealed interface Outlook {

    /** There is nothing to make it from yet. */
    record Unknown() implements Outlook {}

    /** The computer is being looked at. */
    record Looking() implements Outlook {}

    /**
     * Nothing is in the way.
     *
     * @param isMade whether it is there already
     */
    record Clear(boolean isMade) implements Outlook {}

    /** Something is in the way. */
    record Blocked(Trouble obstacle) implements Outlook {}

    /** It cannot be told. */
    record Failed(Failure failure) implements Outlook {}
}
