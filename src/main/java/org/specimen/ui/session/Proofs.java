package org.specimen.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.specimen.app.JupyterListener;
import org.specimen.app.Preview;
import org.specimen.app.Project;
import org.specimen.app.ProofOffer;
import org.specimen.app.ProofWishes;
import org.specimen.app.Proving;
import org.specimen.app.Workbench;
import org.specimen.proof.Proof;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Trouble;
import org.specimen.task.Progress;

/** What the window asks of {@link Proving}, whose words hold for each verb here. All of them may take their time. */
public interface Proofs {

    ProofOffer offer(Project project);

    /** What keeps this computer from making the environment; empty if nothing does. */
    Optional<Trouble> obstacle(Project project, ProofWishes wishes);

    Proof prove(Project project, ProofWishes wishes, ProofListener listener, Progress progress);

    /** The last report, for a browser; empty if there is none. */
    Optional<Path> report(Path folder);

    /** Whether the environment is there, so that making it takes hardly any time unless its files changed. */
    boolean isMade(Project project);

    /** Opens the notebooks of a project, as {@link org.specimen.app.Notebooks#open} does: returns when Jupyter has ended. */
    void openNotebooks(Project project, ProofWishes wishes, JupyterListener listener, Progress progress);

    Preview freeze(Workbench bench, Project project, Proof proof, Progress progress);

    /** What is done with images beside building them. */
    ProjectImages images();

    /**
     * Real ones.
     *
     * @param proving called once, when it is first needed
     */
    static Proofs by(Supplier<Proving> proving) {
        return new RealProofs(proving);
    }
}
