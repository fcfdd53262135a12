package org.specimen.ui.trial;

import java.nio.file.Path;
import java.util.Optional;
import org.specimen.proof.Proof;
import org.specimen.ui.task.Failure;

/** How far a trial is. */
sealed interface TrialState {

    /** The person says what is tried. */
    record SettingOut() implements TrialState {}

    /**
     * It is under way.
     *
     * @param isStopping whether it was cancelled, and only puts its things away
     */
    record UnderWay(boolean isStopping) implements TrialState {}

    /** The person cancelled it. */
    record Stopped() implements TrialState {}

    /** It could not come to an end. */
    record Broken(Failure failure) implements TrialState {}

    /**
     * It came to its end.
     *
     * @param report for a browser; empty until it was looked for, or if there is none
     */
    record Ended(Proof proof, Optional<Path> report) implements TrialState {}

    /** Whether there is something to look at of a trial that is over. */
    default boolean isOver() {
        return !(this instanceof SettingOut) && !(this instanceof UnderWay);
    }
}
