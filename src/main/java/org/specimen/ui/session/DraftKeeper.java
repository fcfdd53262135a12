package org.specimen.ui.session;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.app.Project;
import org.specimen.app.store.DraftStore;
import org.specimen.app.store.SavedDraft;
import org.specimen.problem.OutsideFailure;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.task.Tasks;

/** Keeps how far the person came, after every decision and every step, so that closing and crashing lose nothing. */
public final class DraftKeeper {

    private final Session session;
    private final Journey journey;
    private final DraftStore store;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Optional<Failure>> notKept = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<SavedDraft> kept = Optional.empty();
    private Optional<SavedDraft> tried = Optional.empty();
    private boolean saving;

    public DraftKeeper(Session session, Journey journey, DraftStore store, TaskRunner tasks) {
        this.session = session;
        this.journey = journey;
        this.store = store;
        this.tasks = tasks;
        session.decisions().addListener((property, old, now) -> keep());
        journey.current().addListener((property, old, now) -> keep());
    }

    /** Why the draft could not be kept; empty where it was. */
    public ReadOnlyObjectProperty<Optional<Failure>> notKept() {
        return notKept.getReadOnlyProperty();
    }

    /** Opens a draft where it was left. */
    public void resume(SavedDraft draft) {
        Decisions decisions = new Decisions(draft.wishes(), draft.leftOpen());
        Set<Step> reached = EnumSet.of(Step.PROJECT);
        draft.reached().forEach(name -> step(name).ifPresent(reached::add));
        Runnable goOn = () -> journey.resume(step(draft.step()).orElse(Step.PROJECT), reached);
        draft.folder().ifPresentOrElse(folder -> session.open(folder, decisions, goOn), () -> {
            session.startWithoutProject(decisions);
            goOn.run();
        });
    }

    /** Keeps it at once, on the calling thread: for the moment before everything ends. */
    public void keepNow() {
        draft().filter(now -> kept.filter(now::equals).isEmpty()).ifPresent(now -> {
            try {
                store.save(now);
                kept = Optional.of(now);
                notKept.set(Optional.empty());
            } catch (OutsideFailure notWritable) {
                notKept.set(Optional.of(Failure.of(notWritable)));
            }
        });
    }

    /** Saves one after the other, and of those that come meanwhile only the last. */
    private void keep() {
        Optional<SavedDraft> now = draft();
        if (saving || now.isEmpty() || now.equals(tried)) {
            return;
        }
        saving = true;
        tried = now;
        Tasks.create(progress -> {
                    store.save(now.get());
                    return now;
                })
                .quietly()
                .onSuccess(saved -> {
                    kept = saved;
                    notKept.set(Optional.empty());
                })
                .onError(failure -> notKept.set(Optional.of(failure)))
                .andFinally(() -> {
                    saving = false;
                    keep();
                })
                .runOn(tasks);
    }

    /**
     * What is to be kept; empty where nothing was decided and no step was taken. While a folder is read, the project that
     * was open before still counts: what is decided meanwhile is decided for it.
     */
    private Optional<SavedDraft> draft() {
        Optional<Path> folder = session.project().get().known().map(Project::folder);
        boolean hasStarted = session.withoutProject().get() || folder.isPresent();
        boolean untouched = session.decisions().get().equals(Decisions.NONE)
                && journey.current().get() == Step.PROJECT;
        if (!hasStarted || untouched) {
            return Optional.empty();
        }
        return Optional.of(new SavedDraft(
                folder,
                session.decisions().get().wishes(),
                session.decisions().get().leftOpen(),
                journey.current().get().name(),
                journey.reached().stream().map(Step::name).toList()));
    }

    /** A draft may come from another version, with other steps. */
    private static Optional<Step> step(String name) {
        return Arrays.stream(Step.values())
                .filter(step -> step.name().equals(name))
                .findFirst();
    }
}
