package org.specimen.proof;

import java.util.Optional;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.task.Progress;

/** Makes environments of one stack. */
public interface EnvironmentMaker {

    /**
     * What keeps it from working on this computer, looked at anew at each call; empty if nothing does. Nothing is
     * changed.
     */
    Optional<Trouble> obstacle(MakeRequest request);

    /**
     * Whether the environment is there, so that making it takes hardly any time unless its files changed. Nothing is
     * changed; a tool that does not answer has made nothing.
     */
    boolean isMade(MakeRequest request);

    /**
     * Makes the environment, or takes the layers and folders that are there and are up to date. If it fails, is cancelled
     * or interrupted, nothing is left of it but what a later run can build on.
     *
     * @throws NoSolution if the build failed, with {@link Trouble#text()} as its message
     * @throws OutsideFailure if the tool cannot be used or ended in the middle
     * @throws org.specimen.task.Cancelled if it was cancelled
     */
    MadeEnvironment make(MakeRequest request, ProofListener listener, Progress progress);
}
