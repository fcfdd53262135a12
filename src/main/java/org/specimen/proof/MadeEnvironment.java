package org.specimen.proof;

import java.util.List;
import org.specimen.task.Progress;

/** An environment that is there: programs run in it. Closing it ends what still runs; the environment itself stays. */
public interface MadeEnvironment extends AutoCloseable {

    /** What it is, for the report and to be frozen. */
    EnvironmentIdentity identity();

    /**
     * How its Python is called, to be put before a script's words; for a container, within it.
     */
    List<String> python();

    /**
     * Runs a program to its end.
     *
     * @param listener hears each line, at {@code station}
     * @throws org.specimen.problem.OutsideFailure if it could not be started, or the engine ended
     * @throws org.specimen.task.Cancelled if it was cancelled; the program is ended first
     */
    RunOutcome run(RunRequest request, Station station, ProofListener listener, Progress progress);

    @Override
    void close();
}
