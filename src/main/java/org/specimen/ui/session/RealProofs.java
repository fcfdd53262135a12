package org.specimen.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

/** Proofs on this computer. */
final class RealProofs implements Proofs {

    private static final ProofWishes NOTHING_RUNS = ProofWishes.USUAL.withCommand(Optional.of(List.of()));

    private final Supplier<Proving> made;
    private final ProjectImages images = new RealImages();
    private @Nullable Proving proving;

    RealProofs(Supplier<Proving> made) {
        this.made = made;
    }

    private synchronized Proving proving() {
        if (proving == null) {
            proving = made.get();
        }
        return proving;
    }

    @Override
    public ProofOffer offer(Project project) {
        return proving().offer(project);
    }

    @Override
    public Optional<Trouble> obstacle(Project project, ProofWishes wishes) {
        return proving().obstacle(proving().request(project, wishes));
    }

    @Override
    public Proof prove(Project project, ProofWishes wishes, ProofListener listener, Progress progress) {
        return proving().prove(proving().request(project, wishes), listener, progress);
    }

    @Override
    public Optional<Path> report(Path folder) {
        return proving().report(folder);
    }

    @Override
    public boolean isMade(Project project) {
        return proving().notebooks().isMade(proving().request(project, NOTHING_RUNS));
    }

    @Override
    public void openNotebooks(Project project, ProofWishes wishes, JupyterListener listener, Progress progress) {
        proving().notebooks().open(proving().request(project, wishes), OptionalInt.empty(), listener, progress);
    }

    @Override
    public Preview freeze(Workbench bench, Project project, Proof proof, Progress progress) {
        return proving().freeze(bench, project, proof, progress);
    }

    @Override
    public ProjectImages images() {
        return images;
    }
}
