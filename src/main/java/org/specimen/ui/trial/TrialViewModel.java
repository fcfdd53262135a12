package org.specimen.ui.trial;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.advice.Stack;
import org.specimen.app.Preview;
import org.specimen.app.Project;
import org.specimen.files.FileRole;
import org.specimen.machine.OperatingSystem;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.Tasks;

/** The step in which the environment is tried. Nothing is run here yet: it tells what to type. */
public final class TrialViewModel implements StepModel {

    final Services services;
    private final Session session;
    private final ReadOnlyObjectWrapper<TrialPage> page = new ReadOnlyObjectWrapper<>(new TrialPage.Making());
    private @Nullable Running preparing;

    public TrialViewModel(Services services) {
        this.services = services;
        session = services.session();
        session.preview().addListener((property, old, now) -> refresh());
        session.project().addListener((property, old, now) -> refresh());
        refresh();
    }

    ReadOnlyObjectProperty<TrialPage> page() {
        return page.getReadOnlyProperty();
    }

    /** The system whose commands are shown first. */
    OperatingSystem system() {
        return OperatingSystem.ofJavaName(System.getProperty("os.name", ""));
    }

    /** Takes a Python that is on this computer; the files have to be written anew then. */
    void takePython(String minor) {
        session.wish(wishes -> wishes.withPython(Optional.of(minor)));
    }

    void goToFiles() {
        services.journey().go(Step.FILES);
    }

    /** Does once more what did not work: with the folder as it is now, where there is one. */
    void tryAgain() {
        session.project().get().known().ifPresentOrElse(known -> session.reread(), session::tryAgain);
    }

    private void refresh() {
        Optional<Project> project = session.opened();
        Optional<Preview> preview = session.preview().get().ready();
        if (project.isPresent() && preview.isPresent()) {
            prepare(project.get(), preview.get());
            return;
        }
        if (preparing != null) {
            preparing.cancel();
        }
        boolean isUnderWay = session.project().get() instanceof Outcome.Working
                || session.preview().get() instanceof Outcome.Working;
        Optional<Failure> failure = session.project()
                .get()
                .whyNot()
                .or(() -> session.preview().get().whyNot());
        if (failure.isPresent()) {
            page.set(new TrialPage.Unavailable(failure.get()));
        } else if (!isUnderWay) {
            page.set(new TrialPage.WithoutFiles());
        } else if (!(page.get() instanceof TrialPage.Ready)) {
            page.set(new TrialPage.Making());
        }
    }

    /** Which Python is missing for a venv is told by its version. */
    private static List<Missing> missing(Preview preview) {
        Stack stack = preview.plan().stack();
        return stack == Stack.VENV
                ? List.of()
                : preview.advice().recommendation().missingFor(stack);
    }

    private void prepare(Project project, Preview preview) {
        if (preparing != null) {
            preparing.cancel();
        }
        preparing = Tasks.create(progress -> new TrialPage.Ready(
                        preview.plan().stack(),
                        !preview.comparison().changesSomething(),
                        missing(preview),
                        session.workbench().missingPython(Optional.of(project), preview.plan()),
                        session.workbench().instructions(project, preview),
                        preview.comparison().names().of(FileRole.GUIDE)))
                .quietly()
                .onSuccess(page::set)
                .onError(failure -> page.set(new TrialPage.Unavailable(failure)))
                .runOn(services.tasks());
    }
}
