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

    /**
     * Starts a program that listens on a port of this computer alone, and returns while it begins.
     *
     * @param listener hears each line, at {@link Station#RUN}
     * @throws org.specimen.problem.OutsideFailure if it cannot be started here, with nothing left of it
     * @throws org.specimen.task.Cancelled if it was cancelled meanwhile, likewise
     */
    LiveServer serve(ServerRequest request, ProofListener listener, Progress progress);

    /** What the reader of a report should know of the runs so far, as that the GPU was not tested. */
    default List<String> notes() {
        return List.of();
    }

    @Override
    void close();
}
