package org.specimen.ui.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.specimen.app.JupyterListener;
import org.specimen.app.Project;
import org.specimen.app.ProofWishes;
import org.specimen.proof.JupyterAddress;
import org.specimen.proof.Station;
import org.specimen.proof.Trouble;
import org.specimen.ui.session.Services;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.text.Texts;

/** The Jupyter that the person opened: it ends when they stop it, open another project, or close the window. */
final class JupyterModel {

    private static final Texts TEXTS = Texts.of(JupyterModel.class);

    private final Services services;
    private final ReadOnlyObjectWrapper<JupyterState> state = new ReadOnlyObjectWrapper<>(new JupyterState.Closed());
    private @Nullable Running running;
    private Optional<Trouble> lacking = Optional.empty();
    /** Counts how often it was opened: what an earlier one still says is not heard. */
    private int times;

    JupyterModel(Services services) {
        this.services = services;
    }

    ReadOnlyObjectProperty<JupyterState> state() {
        return state.getReadOnlyProperty();
    }

    boolean isUnderWay() {
        return state.get() instanceof JupyterState.Starting || state.get() instanceof JupyterState.Up;
    }

    /** Starts it with the keys and the memory that a run is allowed, and opens the browser once it answers. */
    void open(Project project, ProofWishes wishes) {
        times++;
        int mine = times;
        lacking = Optional.empty();
        state.set(new JupyterState.Starting(false));
        ProofWishes allowed = ProofWishes.USUAL
                .withCommand(Optional.of(List.of()))
                .withKeys(wishes.keys())
                .withLimits(wishes.limits());
        Running begun = Tasks.create(progress -> {
                    services.proofs().openNotebooks(project, allowed, new Told(mine), progress);
                    return mine;
                })
                .saying(TEXTS.get("jupyter.starting"))
                .cleaningUp()
                .onSuccess(opened -> over(mine, new JupyterState.Closed()))
                .onError(failure -> over(mine, whyNot(failure)))
                .onCancel(() -> over(mine, new JupyterState.Closed()))
                .runOn(services.tasks());
        running = isUnderWay() ? begun : null;
    }

    private JupyterState whyNot(Failure failure) {
        return lacking.<JupyterState>map(JupyterState.Lacking::new).orElseGet(() -> new JupyterState.Broken(failure));
    }

    private void over(int which, JupyterState outcome) {
        if (which == times) {
            running = null;
            state.set(outcome);
        }
    }

    /** Ends it, or what is done to start it. */
    void stop() {
        if (running != null) {
            running.cancel();
            state.set(
                    state.get() instanceof JupyterState.Up up
                            ? new JupyterState.Up(up.address(), up.page(), true)
                            : new JupyterState.Starting(true));
        }
    }

    /** Opens it in the browser once more. */
    void browse() {
        if (state.get() instanceof JupyterState.Up up) {
            up.page().ifPresent(services.desktop()::open);
        }
    }

    /** Copies the address, with the token that is the way in. */
    void copy() {
        if (state.get() instanceof JupyterState.Up up) {
            services.desktop().copy(up.address().full());
        }
    }

    /** Forgets why it did not come up, since the environment is another now. */
    void offerAnew() {
        if (!isUnderWay()) {
            state.set(new JupyterState.Closed());
        }
    }

    /** Ends it; of another project nothing was opened. */
    void forget() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        times++;
        state.set(new JupyterState.Closed());
    }

    /** Hears of one. */
    private final class Told implements JupyterListener {
        private final int which;

        Told(int which) {
            this.which = which;
        }

        @Override
        public void answers(JupyterAddress address, Optional<Path> page) {
            services.tasks().onScreen(() -> up(address, page));
        }

        @Override
        public void troubled(Station station, Trouble trouble) {
            services.tasks().onScreen(() -> {
                if (which == times && trouble.fixes().contains(new Trouble.Fix.AddJupyterLab())) {
                    lacking = Optional.of(trouble);
                }
            });
        }

        private void up(JupyterAddress address, Optional<Path> page) {
            boolean isWanted = which == times && state.get().equals(new JupyterState.Starting(false));
            if (isWanted) {
                state.set(new JupyterState.Up(address, page, false));
                if (running != null) {
                    services.tasks().hide(running);
                }
                browse();
            }
        }
    }
}
