package org.specimen.ui.trial;

import java.nio.file.Path;
import java.util.Optional;
import org.specimen.proof.JupyterAddress;
import org.specimen.proof.Trouble;
import org.specimen.ui.task.Failure;

/** How far the Jupyter of a project is. */
sealed interface JupyterState {

    /** Nobody opened it, or it is over. */
    record Closed() implements JupyterState {}

    /**
     * It comes up.
     *
     * @param isStopping whether it is not wanted any more
     */
    record Starting(boolean isStopping) implements JupyterState {}

    /**
     * It answers.
     *
     * @param page leads a browser in; empty if no place keeps it from other people of this computer
     * @param isStopping whether it is being ended
     */
    record Up(JupyterAddress address, Optional<Path> page, boolean isStopping) implements JupyterState {}

    /** It is not among the packages. */
    record Lacking(Trouble trouble) implements JupyterState {}

    /** It did not come up, or broke down. */
    record Broken(Failure failure) implements JupyterState {}
}
