package org.specimen.ui.trial;

import java.util.List;
import java.util.Optional;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.advice.Stack;
import org.specimen.app.MissingPython;
import org.specimen.files.render.Instructions;
import org.specimen.ui.task.Failure;

/** What the page shows. */
sealed interface TrialPage {

    /** The files are being made. */
    record Making() implements TrialPage {}

    /** There are no files, so there are no commands; the step Files says why. */
    record WithoutFiles() implements TrialPage {}

    /** Something went wrong on the way to the commands. */
    record Unavailable(Failure failure) implements TrialPage {}

    /**
     * What to type.
     *
     * @param written whether the files lie in the folder as they are meant to be
     * @param missing what the computer lacks for this stack
     * @param python the Python of the plan, where a venv needs it and the computer does not have it
     * @param guide the file that says the same for other people
     */
    record Ready(
            Stack stack,
            boolean written,
            List<Missing> missing,
            Optional<MissingPython> python,
            Instructions instructions,
            String guide)
            implements TrialPage {

        /** Whether to say what is needed: what is missing says the same, except of the Python for a venv. */
        boolean saysWhatIsNeeded() {
            return missing.isEmpty() || stack == Stack.VENV;
        }

        List<Station> stations() {
            return Station.of(stack);
        }
    }
}
