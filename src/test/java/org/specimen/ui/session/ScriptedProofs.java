package org.specimen.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.specimen.app.JupyterListener;
import org.specimen.app.Preview;
import org.specimen.app.Project;
import org.specimen.app.ProofOffer;
import org.specimen.app.ProofWishes;
import org.specimen.app.Wishes;
import org.specimen.app.Workbench;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.proof.Proof;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Trouble;
import org.specimen.task.Progress;

/** Proofs in which nothing is built: what happens in them is what a test says. */
public final class ScriptedProofs implements Proofs {

    private final List<ProofWishes> wished = new ArrayList<>();
    private List<String> results = List.of();
    private List<ProofOffer.Key> keys = List.of();
    private Function<ProofWishes, Optional<Trouble>> obstacle = wishes -> Optional.empty();
    private Optional<Path> report = Optional.empty();
    private Script script = (listener, progress) -> SampleProofs.built();
    private Notebooks notebooks = (listener, progress) -> {};
    private boolean made;
    private Wishes frozen = Wishes.NONE;
    private final ScriptedImages images = new ScriptedImages();

    /** What happens while a Jupyter is open. */
    @FunctionalInterface
    public interface Notebooks {
        void open(JupyterListener listener, Progress progress);
    }

    /** What happens in a proof. */
    @FunctionalInterface
    public interface Script {
        Proof run(ProofListener listener, Progress progress);
    }

    public synchronized ScriptedProofs offering(List<String> files, ProofOffer.Key... secrets) {
        results = List.copyOf(files);
        keys = List.of(secrets);
        return this;
    }

    public ScriptedProofs blockedBy(Optional<Trouble> trouble) {
        return blockedBy(wishes -> trouble);
    }

    public synchronized ScriptedProofs blockedBy(Function<ProofWishes, Optional<Trouble>> trouble) {
        obstacle = trouble;
        return this;
    }

    public synchronized ScriptedProofs playing(Script played) {
        script = played;
        return this;
    }

    /** The environment is there, and this happens when its notebooks are opened. */
    public synchronized ScriptedProofs opening(Notebooks opened) {
        made = true;
        notebooks = opened;
        return this;
    }

    public synchronized ScriptedProofs reporting(Path file) {
        report = Optional.of(file);
        return this;
    }

    /** What is found then is as if the person had wished for this. */
    public synchronized ScriptedProofs freezing(Wishes wishes) {
        frozen = wishes;
        return this;
    }

    /** What was wanted of each proof. */
    public synchronized List<ProofWishes> wished() {
        return List.copyOf(wished);
    }

    @Override
    public synchronized ProofOffer offer(Project project) {
        EnvironmentPlan plan = project.plan().orElseThrow();
        List<String> command = plan.options().command();
        List<List<String>> commands = new ArrayList<>();
        if (!command.isEmpty()) {
            commands.add(command);
        }
        project.facts().commands().stream()
                .filter(each -> !commands.contains(each))
                .forEach(commands::add);
        return new ProofOffer(plan.stack().usesDocker(), commands, results, keys);
    }

    @Override
    public synchronized Optional<Trouble> obstacle(Project project, ProofWishes wishes) {
        return obstacle.apply(wishes);
    }

    @Override
    public Proof prove(Project project, ProofWishes wishes, ProofListener listener, Progress progress) {
        Script now;
        synchronized (this) {
            wished.add(wishes);
            now = script;
        }
        return now.run(listener, progress);
    }

    @Override
    public synchronized boolean isMade(Project project) {
        return made;
    }

    @Override
    public void openNotebooks(Project project, ProofWishes wishes, JupyterListener listener, Progress progress) {
        Notebooks now;
        synchronized (this) {
            wished.add(wishes);
            now = notebooks;
        }
        now.open(listener, progress);
    }

    @Override
    public synchronized Optional<Path> report(Path folder) {
        return report;
    }

    @Override
    public synchronized Preview freeze(Workbench bench, Project project, Proof proof, Progress progress) {
        return bench.preview(project, frozen, progress);
    }

    @Override
    public ScriptedImages images() {
        return images;
    }
}
