package org.specimen.ui.trial;

import java.nio.file.Path;
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

    /** There are no files, so there is nothing to try; the step Files says why. */
    record WithoutFiles() implements TrialPage {}

    /** Something went wrong on the way to the files. */
    record Unavailable(Failure failure) implements TrialPage {}

    /**
     * There is something to try.
     *
     * @param written whether the files lie in the folder as they are meant to be
     * @param name of the environment
     * @param python its exact version
     * @param missing what the computer lacks for this stack
     * @param missingPython the Python of the plan, where a venv needs it and the computer does not have it
     * @param guide the file that tells other people what to type
     */
    record Ready(
            Path folder,
            Stack stack,
            boolean written,
            String name,
            String python,
            List<Missing> missing,
            Optional<MissingPython> missingPython,
            Instructions instructions,
            String guide)
            implements TrialPage {

        /** Whether it is about the same environment. */
        boolean isOfTheSame(Ready other) {
            return folder.equals(other.folder) && stack == other.stack && name.equals(other.name);
        }

        /** Whether to say what is needed: what is missing says the same, except of the Python for a venv. */
        boolean saysWhatIsNeeded() {
            return missing.isEmpty() || stack == Stack.VENV;
        }
    }
}
