package org.specimen.ui.session;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.specimen.app.Advice;
import org.specimen.app.Preview;
import org.specimen.app.Project;
import org.specimen.app.Proposal;
import org.specimen.app.Wishes;
import org.specimen.app.Workbench;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.task.Tasks;

/**
 * What the steps share: the project, what the person decided, and what follows from both. Advice, proposal and preview
 * are worked out anew in the background whenever something changes; only the latest counts.
 */
public final class Session {

    private static final int REMEMBERED = 200;

    private final Workbench workbench;
    private final TaskRunner tasks;

    private final ReadOnlyObjectWrapper<Outcome<Project>> project =
            new ReadOnlyObjectWrapper<>(new Outcome.Nothing<>());
    private final ReadOnlyBooleanWrapper withoutProject = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Decisions> decisions = new ReadOnlyObjectWrapper<>(Decisions.NONE);
    private final ReadOnlyObjectWrapper<Outcome<Advice>> advice = new ReadOnlyObjectWrapper<>(new Outcome.Nothing<>());
    private final ReadOnlyObjectWrapper<Outcome<Proposal>> proposal =
            new ReadOnlyObjectWrapper<>(new Outcome.Nothing<>());
    private final ReadOnlyObjectWrapper<Outcome<Preview>> preview =
            new ReadOnlyObjectWrapper<>(new Outcome.Nothing<>());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

    private final Deque<Decisions> before = new ArrayDeque<>();
    private final Deque<Decisions> after = new ArrayDeque<>();
    private @Nullable Running reading;
    private @Nullable Running deriving;

    public Session(Workbench workbench, TaskRunner tasks) {
        this.workbench = workbench;
        this.tasks = tasks;
    }

    public Workbench workbench() {
        return workbench;
    }

    public TaskRunner tasks() {
        return tasks;
    }

    /** The project that is open. */
    public ReadOnlyObjectProperty<Outcome<Project>> project() {
        return project.getReadOnlyProperty();
    }

    /** Whether the person started without a project. */
    public ReadOnlyBooleanProperty withoutProject() {
        return withoutProject.getReadOnlyProperty();
    }

    /** Whether there is anything to advise on. */
    public boolean hasStarted() {
        return withoutProject.get() || project.get().ready().isPresent();
    }

    public ReadOnlyObjectProperty<Decisions> decisions() {
        return decisions.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Outcome<Advice>> advice() {
        return advice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Outcome<Proposal>> proposal() {
        return proposal.getReadOnlyProperty();
    }

    /** The files; there are none before the project has a folder. */
    public ReadOnlyObjectProperty<Outcome<Preview>> preview() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** Reads a project's folder; what was decided for another one is forgotten. */
    public void open(Path folder) {
        open(folder, Decisions.NONE);
    }

    /** Reads a project's folder and goes on from these decisions. */
    public void open(Path folder, Decisions start) {
        open(folder, start, () -> {});
    }

    void open(Path folder, Decisions start, Runnable whenOpen) {
        read(folder, project.get().known(), () -> {
            withoutProject.set(false);
            startWith(start);
            whenOpen.run();
        });
    }

    /** Gives the environment that was planned without a project its folder. */
    public void settleIn(Path folder) {
        Decisions kept = advice.get()
                .known()
                .map(known -> decisions
                        .get()
                        .withWishes(wishes -> wishes.stack().isPresent()
                                ? wishes
                                : wishes.withStack(
                                        Optional.of(known.recommendation().stack()))))
                .orElse(decisions.get());
        read(folder, Optional.empty(), () -> {
            decisions.set(kept);
            derive();
        });
    }

    /** Reads the folder again, after its files changed; decisions stay. */
    public void reread() {
        project.get().known().ifPresent(known -> read(known.folder(), Optional.of(known), this::derive));
    }

    public void startWithoutProject() {
        startWithoutProject(Decisions.NONE);
    }

    public void startWithoutProject(Decisions start) {
        stopReading();
        project.set(new Outcome.Nothing<>());
        withoutProject.set(true);
        startWith(start);
    }

    public void cancelReading() {
        stopReading();
        if (project.get() instanceof Outcome.Working<Project> working) {
            project.set(working.last().<Outcome<Project>>map(Outcome.Ready::new).orElseGet(Outcome.Nothing::new));
        }
    }

    /** Changes what the person decided; it can be undone. */
    public void decide(UnaryOperator<Decisions> change) {
        Decisions changed = change.apply(decisions.get());
        if (changed.equals(decisions.get())) {
            return;
        }
        before.push(decisions.get());
        if (before.size() > REMEMBERED) {
            before.removeLast();
        }
        after.clear();
        settle(changed);
    }

    /** {@link #decide} for wishes alone. */
    public void wish(UnaryOperator<Wishes> change) {
        decide(current -> current.withWishes(change));
    }

    /** Takes the last decision back. */
    public void undo() {
        if (!before.isEmpty()) {
            after.push(decisions.get());
            settle(before.pop());
        }
    }

    public void redo() {
        if (!after.isEmpty()) {
            before.push(decisions.get());
            settle(after.pop());
        }
    }

    private void startWith(Decisions start) {
        before.clear();
        after.clear();
        settle(start);
    }

    private void settle(Decisions changed) {
        decisions.set(changed);
        canUndo.set(!before.isEmpty());
        canRedo.set(!after.isEmpty());
        derive();
    }

    private void read(Path folder, Optional<Project> last, Runnable whenRead) {
        stopReading();
        project.set(new Outcome.Working<>(last));
        preview.set(new Outcome.Working<>(preview.get().known()));
        reading = Tasks.create(progress -> {
                    workbench.recover(folder);
                    return workbench.open(folder, progress);
                })
                .onSuccess(read -> {
                    project.set(new Outcome.Ready<>(read));
                    whenRead.run();
                })
                .onError(failure -> project.set(new Outcome.Failed<>(failure, last)))
                .onCancel(() -> {
                    if (project.get() instanceof Outcome.Working<Project>) {
                        project.set(
                                last.<Outcome<Project>>map(Outcome.Ready::new).orElseGet(Outcome.Nothing::new));
                    }
                })
                .runOn(tasks);
    }

    private void stopReading() {
        if (reading != null) {
            reading.cancel();
        }
    }

    /** Works out what follows, a piece at a time, so that the advice is there before versions are chosen. */
    private void derive() {
        if (deriving != null) {
            deriving.cancel();
        }
        if (!hasStarted()) {
            return;
        }
        Optional<Project> there = project.get().ready();
        Wishes wishes = decisions.get().wishes();
        advice.set(new Outcome.Working<>(advice.get().known()));
        proposal.set(new Outcome.Working<>(proposal.get().known()));
        preview.set(new Outcome.Working<>(preview.get().known()));
        deriving = Tasks.create(progress -> workbench.advise(there, wishes))
                .quietly()
                .onSuccess(known -> {
                    advice.set(new Outcome.Ready<>(known));
                    propose(there, known, wishes);
                })
                .onError(failure -> {
                    advice.set(failed(failure, advice.get()));
                    proposal.set(failed(failure, proposal.get()));
                    preview.set(failed(failure, preview.get()));
                })
                .runOn(tasks);
    }

    private void propose(Optional<Project> there, Advice advised, Wishes wishes) {
        deriving = Tasks.create(progress -> workbench.propose(there, advised, wishes, progress))
                .quietly()
                .onSuccess(known -> {
                    proposal.set(new Outcome.Ready<>(known));
                    there.ifPresentOrElse(
                            folder -> preview(folder, known, wishes), () -> preview.set(new Outcome.Nothing<>()));
                })
                .onError(failure -> {
                    proposal.set(failed(failure, proposal.get()));
                    preview.set(failed(failure, preview.get()));
                })
                .runOn(tasks);
    }

    private void preview(Project there, Proposal known, Wishes wishes) {
        deriving = Tasks.create(progress -> workbench.preview(there, known, wishes))
                .quietly()
                .onSuccess(files -> preview.set(new Outcome.Ready<>(files)))
                .onError(failure -> preview.set(failed(failure, preview.get())))
                .runOn(tasks);
    }

    private static <T> Outcome<T> failed(Failure failure, Outcome<T> before) {
        return new Outcome.Failed<>(failure, before.known());
    }

    /** What a step rests on: when it changes, the step is out of date. */
    List<Object> inputsOf(Step step) {
        Wishes wishes = decisions.get().wishes();
        Object folder = project.get().known().map(Project::folder);
        return switch (step) {
            case PROJECT -> List.of();
            case SITUATION -> List.of(folder);
            case ADVICE -> List.of(folder, wishes.answers(), wishes.leftOpen());
            case PACKAGES -> List.of(folder, wishes.answers(), wishes.leftOpen(), wishes.stack(), wishes.python());
            case OPTIONS ->
                List.of(
                        folder,
                        wishes.answers(),
                        wishes.leftOpen(),
                        wishes.stack(),
                        wishes.packages(),
                        wishes.leftOut());
            case FILES, TRIAL -> List.of(folder, decisions.get());
        };
    }
}
