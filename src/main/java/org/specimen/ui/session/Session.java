package org.specimen.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.specimen.app.Advice;
import org.specimen.app.Preview;
import org.specimen.app.Project;
import org.specimen.app.Proposal;
import org.specimen.app.Wishes;
import org.specimen.app.Workbench;
import org.specimen.files.Recovery;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.text.Texts;

/** What the steps share: the project, what the person decided, and what follows from both. */
public final class Session {

    private static final Texts TEXTS = Texts.of(Session.class);

    private final Workbench workbench;
    private final TaskRunner tasks;

    private final ReadOnlyObjectWrapper<Outcome<Project>> project =
            new ReadOnlyObjectWrapper<>(new Outcome.Nothing<>());
    private final ReadOnlyBooleanWrapper withoutProject = new ReadOnlyBooleanWrapper();
    private final History history = new History();
    private final Derivation derivation;
    private final ReadOnlyIntegerWrapper projects = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<String>> recovered = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> said = new ReadOnlyObjectWrapper<>(Optional.empty());

    private @Nullable Running reading;
    private int readings;
    private Outcome<Preview> beforeReading = new Outcome.Nothing<>();

    public Session(Workbench workbench, TaskRunner tasks) {
        this.workbench = workbench;
        this.tasks = tasks;
        derivation = new Derivation(workbench, tasks);
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
        return withoutProject.get() || opened().isPresent();
    }

    /** The project that can be worked with: a folder that could not be read takes none away. */
    public Optional<Project> opened() {
        return project.get() instanceof Outcome.Working<Project>
                ? Optional.empty()
                : project.get().known();
    }

    /** Counts the projects that were opened one after the other: what belongs to one is forgotten when it changes. */
    public ReadOnlyIntegerProperty projects() {
        return projects.getReadOnlyProperty();
    }

    /** What became of a write that had been interrupted, where the person should know. */
    public ReadOnlyObjectProperty<List<String>> recovered() {
        return recovered.getReadOnlyProperty();
    }

    /** What was undone or made again last, until something else is decided. */
    public ReadOnlyObjectProperty<Optional<String>> said() {
        return said.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Decisions> decisions() {
        return history.now();
    }

    public ReadOnlyObjectProperty<Outcome<Advice>> advice() {
        return derivation.advice();
    }

    public ReadOnlyObjectProperty<Outcome<Proposal>> proposal() {
        return derivation.proposal();
    }

    /** The files; there are none before the project has a folder. */
    public ReadOnlyObjectProperty<Outcome<Preview>> preview() {
        return derivation.preview();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return history.canUndo();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return history.canRedo();
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
        boolean isAnother = project.get()
                .known()
                .filter(known -> known.folder().equals(folder))
                .isEmpty();
        read(folder, project.get().known(), () -> {
            withoutProject.set(false);
            if (isAnother) {
                forget();
            }
            startWith(start);
            whenOpen.run();
        });
    }

    /** Gives the environment that was planned without a project its folder. */
    public void settleIn(Path folder) {
        Decisions kept = advice().get()
                .known()
                .map(known -> decisions()
                        .get()
                        .withWishes(wishes -> wishes.stack().isPresent()
                                ? wishes
                                : wishes.withStack(
                                        Optional.of(known.recommendation().stack()))))
                .orElse(decisions().get());
        read(folder, Optional.empty(), () -> {
            history.replace(kept);
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
        recovered.set(List.of());
        forget();
        startWith(start);
    }

    /** What follows from one project says nothing of the next. */
    private void forget() {
        derivation.forget();
        projects.set(projects.get() + 1);
    }

    public void cancelReading() {
        stopReading();
        putBack();
    }

    /** What was open before a reading that was cancelled. */
    private void putBack() {
        if (project.get() instanceof Outcome.Working<Project> working) {
            derivation.previewIs(beforeReading);
            project.set(working.last().<Outcome<Project>>map(Outcome.Ready::new).orElseGet(Outcome.Nothing::new));
        }
    }

    private void notRead(Path folder, Failure failure, Optional<Project> last) {
        boolean isTheSame = last.filter(known -> known.folder().equals(folder)).isPresent();
        derivation.previewIs(isTheSame ? new Outcome.Failed<>(failure, beforeReading.known()) : beforeReading);
        project.set(new Outcome.Failed<>(failure, last));
    }

    /** Works out once more what follows, after a failure or a Cancel. */
    public void tryAgain() {
        derive();
    }

    /** Changes what the person decided; it can be undone. */
    public void decide(UnaryOperator<Decisions> change) {
        Decisions changed = change.apply(decisions().get());
        if (changed.equals(decisions().get())) {
            return;
        }
        said.set(Optional.empty());
        history.add(changed);
        derive();
    }

    /** {@link #decide} for wishes alone. */
    public void wish(UnaryOperator<Wishes> change) {
        decide(current -> current.withWishes(change));
    }

    /** Takes the last decision back. */
    public void undo() {
        if (canUndo().get()) {
            Decisions old = decisions().get();
            history.undo();
            say("undone", old);
            derive();
        }
    }

    public void redo() {
        if (canRedo().get()) {
            Decisions old = decisions().get();
            history.redo();
            say("redone", old);
            derive();
        }
    }

    private void say(String key, Decisions old) {
        said.set(Optional.of(TEXTS.get(key, DecisionWords.of(old, decisions().get()))));
    }

    private void startWith(Decisions start) {
        said.set(Optional.empty());
        history.begin(start);
        derive();
    }

    private void read(Path folder, Optional<Project> last, Runnable whenRead) {
        stopReading();
        if (!(project.get() instanceof Outcome.Working<Project>)) {
            beforeReading = preview().get();
        }
        readings++;
        int mine = readings;
        project.set(new Outcome.Working<>(last));
        derivation.previewIs(new Outcome.Working<>(preview().get().known()));
        reading = Tasks.create(progress -> {
                    Recovery recovery = workbench.recover(folder);
                    return new Read(workbench.open(folder, progress), recovery.messages());
                })
                .saying(TEXTS.get("reading.begins"))
                .counting((what, done, total) -> TEXTS.get("reading", done, total))
                .onSuccess(read -> {
                    recovered.set(read.recovered());
                    project.set(new Outcome.Ready<>(read.project()));
                    whenRead.run();
                })
                .onError(failure -> notRead(folder, failure, last))
                .onCancel(() -> {
                    if (mine == readings) {
                        putBack();
                    }
                })
                .runOn(tasks);
    }

    /** A project with what became of an interrupted write in its folder. */
    private record Read(Project project, List<String> recovered) {}

    private void stopReading() {
        if (reading != null) {
            reading.cancel();
        }
    }

    private void derive() {
        if (hasStarted()) {
            derivation.from(opened(), decisions().get().wishes());
        }
    }

    /** Whether what a step is about cannot be had. */
    boolean failed(Step step) {
        return switch (step) {
            case ADVICE -> wentWrong(advice().get());
            case PACKAGES -> wentWrong(proposal().get());
            case FILES -> wentWrong(preview().get()) || preview().get() instanceof Outcome.Nothing<Preview>;
            case PROJECT, SITUATION, OPTIONS, TRIAL -> false;
        };
    }

    /** What the person stopped did not go wrong. */
    private static boolean wentWrong(Outcome<?> outcome) {
        return outcome.whyNot().filter(failure -> !failure.wanted()).isPresent();
    }

    /** What a step rests on: when it changes, the step is out of date. */
    List<Object> inputsOf(Step step) {
        Wishes wishes = decisions().get().wishes();
        Object folder = project.get().known().map(Project::folder);
        return switch (step) {
            case PROJECT -> List.of();
            case SITUATION -> List.of(folder);
            case ADVICE -> List.of(folder, wishes.answers(), wishes.leftOpen());
            case PACKAGES ->
                List.of(folder, wishes.answers(), wishes.leftOpen(), wishes.stack(), wishes.python(), wishes.asOf());
            case OPTIONS ->
                List.of(
                        folder,
                        wishes.answers(),
                        wishes.leftOpen(),
                        wishes.stack(),
                        wishes.packages(),
                        wishes.leftOut());
            case FILES, TRIAL -> List.of(folder, decisions().get());
        };
    }
}
