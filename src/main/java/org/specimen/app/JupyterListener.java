package org.specimen.app;

import java.nio.file.Path;
import java.util.Optional;
import org.specimen.proof.JupyterAddress;
import org.specimen.proof.ProofListener;

/** Hears how a Jupyter comes up, and where it is. */
public interface JupyterListener extends ProofListener {

    /**
     * It answers there from now on.
     *
     * @param page leads a browser in, and is there as long as Jupyter is: no browser is given the address itself, whose
     *     token others could read then; empty if no place keeps it from them
     */
    void answers(JupyterAddress address, Optional<Path> page);
}
