package org.specimen.ui.session;

import java.util.Optional;
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
import org.specimen.ui.text.Texts;

/**
 * What follows from a project and from what the person decided. It is worked out in the background, a piece at a time, so
 * that the advice is there before versions are chosen; only the latest counts.
 */
final class Derivation {

    private static final Texts TEXTS = Texts.of(Derivation.class);

    private final Workbench workbench;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Outcome<Advice>> advice = new ReadOnlyObjectWrapper<>(new Outcome.Nothing<>());
    private final ReadOnlyObjectWrapper<Outcome<Proposal>> proposal =
            new ReadOnlyObjectWrapper<>(new Outcome.Nothing<>());
    private final ReadOnlyObjectWrapper<Outcome<Preview>> preview =
            new ReadOnlyObjectWrapper<>(new Outcome.Nothing<>());
    private @Nullable Running running;
    private int begun;

    Derivation(Workbench workbench, TaskRunner tasks) {
        this.workbench = workbench;
        this.tasks = tasks;
    }

    ReadOnlyObjectProperty<Outcome<Advice>> advice() {
        return advice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Outcome<Proposal>> proposal() {
        return proposal.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Outcome<Preview>> preview() {
        return preview.getReadOnlyProperty();
    }

    /** Says what is known of the files while their folder is read. */
    void previewIs(Outcome<Preview> now) {
        preview.set(now);
    }

    /** What follows from one project says nothing of the next. */
    void forget() {
        stop();
        advice.set(new Outcome.Nothing<>());
        proposal.set(new Outcome.Nothing<>());
        preview.set(new Outcome.Nothing<>());
    }

    /** Begins anew. */
    void from(Optional<Project> there, Wishes wishes) {
        stop();
        advice.set(new Outcome.Working<>(advice.get().known()));
        proposal.set(new Outcome.Working<>(proposal.get().known()));
        preview.set(new Outcome.Working<>(preview.get().known()));
        running = Tasks.create(progress -> workbench.advise(there, wishes))
                .saying(TEXTS.get("advising"))
                .byTheWay()
                .onCancel(stoppedUnlessAnew())
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
        running = Tasks.create(progress -> workbench.propose(there, advised, wishes, progress))
                .saying(TEXTS.get("choosing"))
                .byTheWay()
                .onCancel(stoppedUnlessAnew())
                .onSuccess(known -> {
                    proposal.set(new Outcome.Ready<>(known));
                    there.ifPresentOrElse(
                            folder -> compare(folder, known, wishes), () -> preview.set(new Outcome.Nothing<>()));
                })
                .onError(failure -> {
                    proposal.set(failed(failure, proposal.get()));
                    preview.set(failed(failure, preview.get()));
                })
                .runOn(tasks);
    }

    private void compare(Project there, Proposal known, Wishes wishes) {
        running = Tasks.create(progress -> workbench.preview(there, known, wishes))
                .saying(TEXTS.get("comparing"))
                .byTheWay()
                .onCancel(stoppedUnlessAnew())
                .onSuccess(files -> preview.set(new Outcome.Ready<>(files)))
                .onError(failure -> preview.set(failed(failure, preview.get())))
                .runOn(tasks);
    }

    private void stop() {
        begun++;
        if (running != null) {
            running.cancel();
        }
    }

    /** What was stopped by the person, and not by work on what they decided next, can be had by trying again. */
    private Runnable stoppedUnlessAnew() {
        int mine = begun;
        return () -> {
            if (mine == begun) {
                Failure stopped = Failure.stopped(TEXTS.get("stopped"));
                advice.set(unlessReady(stopped, advice.get()));
                proposal.set(unlessReady(stopped, proposal.get()));
                preview.set(unlessReady(stopped, preview.get()));
            }
        };
    }

    private static <T> Outcome<T> unlessReady(Failure failure, Outcome<T> now) {
        return now instanceof Outcome.Ready<T> ? now : failed(failure, now);
    }

    private static <T> Outcome<T> failed(Failure failure, Outcome<T> before) {
        return new Outcome.Failed<>(failure, before.known());
    }
}
