package org.specimen.app;

import org.specimen.proof.JupyterAddress;
import org.specimen.proof.ProofListener;

/** Hears how a Jupyter comes up, and where it is. */
public interface JupyterListener extends ProofListener {

    /** It answers there from now on. */
    void answers(JupyterAddress address);
}
