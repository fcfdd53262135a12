package org.specimen.ui.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.app.Preview;
import org.specimen.app.Project;
import org.specimen.app.Wishes;
import org.specimen.files.WriteReport;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.Role;
import org.specimen.proof.Proof;
import org.specimen.proof.Trouble;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.ui.session.Decisions;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.text.Texts;
import org.specimen.ui.trial.ProposedChange.Kind;

/** Changes of the files that follow from a trial: shown first, and written when the person says so. */
final class ChangeModel {

    private static final Texts TEXTS = Texts.of(ChangeModel.class);

    private final Services services;
    private final Session session;
    private final Runnable build;
    private final ReadOnlyObjectWrapper<Optional<ProposedChange>> proposed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Said>> said = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Decisions settled = Decisions.NONE;
    private boolean awaitsFiles;
    private boolean buildsAgain;

    /**
     * Changes of a session's project.
     *
     * @param build builds the environment again
     */
    ChangeModel(Services services, Runnable build) {
        this.services = services;
        this.build = build;
        session = services.session();
    }

    /** What became of the last change. */
    sealed interface Said {

        /** These files were written. */
        record Written(List<String> paths) implements Said {}

        /** The files say already what is really there. */
        record Nothing() implements Said {}

        record NotDone(Failure failure) implements Said {}
    }

    /** The files that wait for the person's word. */
    ReadOnlyObjectProperty<Optional<ProposedChange>> proposed() {
        return proposed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Said>> said() {
        return said.getReadOnlyProperty();
    }

    /** Whether files are being made, or written. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Changes the plan; the files are shown as soon as they follow from it. */
    void settle(Trouble.Fix fix, EnvironmentPlan plan) {
        UnaryOperator<Wishes> wish = wish(fix, plan);
        said.set(Optional.empty());
        proposed.set(Optional.empty());
        Decisions before = session.decisions().get();
        awaitsFiles = true;
        session.wish(wish);
        settled = session.decisions().get();
        awaitsFiles &= !before.equals(settled);
    }

    private static UnaryOperator<Wishes> wish(Trouble.Fix fix, EnvironmentPlan plan) {
        if (fix instanceof Trouble.Fix.AddSystemPackage system) {
            List<String> all = new ArrayList<>(plan.options().systemPackages());
            if (!all.contains(system.name())) {
                all.add(system.name());
            }
            return wishes -> wishes.withOptions(Optional.of(plan.options().withSystemPackages(all)));
        }
        if (fix instanceof Trouble.Fix.AddJupyterLab) {
            return wishes -> wishes.withOptions(Optional.of(plan.options().withJupyter(true)));
        }
        if (fix instanceof Trouble.Fix.AddPackage distribution) {
            PackageName name = PackageName.of(distribution.name());
            PlannedPackage added = new PlannedPackage(
                    Requirement.of(name), Optional.empty(), Optional.empty(), Role.RUNTIME, TEXTS.get("fix.why"));
            return wishes -> {
                List<PlannedPackage> all = new ArrayList<>(wishes.packages());
                all.removeIf(planned -> planned.name().equals(name));
                all.add(added);
                List<PackageName> leftOut = new ArrayList<>(wishes.leftOut());
                leftOut.remove(name);
                return wishes.withPackages(all).withLeftOut(leftOut);
            };
        }
        return wishes -> wishes;
    }

    /** Works out what the files say once what was really installed stands in them. */
    void freeze(Project project, Proof proof) {
        said.set(Optional.empty());
        proposed.set(Optional.empty());
        busy.set(true);
        Tasks.create(progress -> ProposedChange.of(
                        Kind.FREEZE, services.proofs().freeze(session.workbench(), project, proof, progress)))
                .saying(TEXTS.get("freezing"))
                .onSuccess(this::propose)
                .onError(failure -> said.set(Optional.of(new Said.NotDone(failure))))
                .andFinally(() -> busy.set(false))
                .runOn(services.tasks());
    }

    private void propose(ProposedChange change) {
        if (change.files().isEmpty()) {
            said.set(Optional.of(new Said.Nothing()));
        } else {
            proposed.set(Optional.of(change));
        }
    }

    /** Hears which files follow from the plan now. */
    void hear(Preview preview) {
        if (awaitsFiles && preview.comparison().changesSomething()) {
            awaitsFiles = false;
            Tasks.create(progress -> ProposedChange.of(Kind.FIX, preview))
                    .quietly()
                    .onSuccess(this::propose)
                    .runOn(services.tasks());
        } else if (buildsAgain && !preview.comparison().changesSomething()) {
            buildsAgain = false;
            build.run();
        }
    }

    /** Writes the files that were shown. */
    void write() {
        Optional<ProposedChange> change = proposed.get();
        if (busy.get() || change.isEmpty()) {
            return;
        }
        busy.set(true);
        Tasks.create(progress -> session.workbench().write(change.get().preview()))
                .saying(TEXTS.get("writing"))
                .toTheEnd()
                .onSuccess(report -> written(change.get().kind(), report))
                .onError(failure -> said.set(Optional.of(new Said.NotDone(failure))))
                .andFinally(() -> busy.set(false))
                .runOn(services.tasks());
    }

    private void written(Kind kind, WriteReport report) {
        proposed.set(Optional.empty());
        said.set(Optional.of(new Said.Written(
                report.written().stream().map(each -> each.path()).toList())));
        buildsAgain = kind == Kind.FIX;
        session.reread();
    }

    /** Leaves the files as they are, and takes back what the change rested on. */
    void leave() {
        Optional<ProposedChange> change = proposed.get();
        drop();
        if (change.filter(left -> left.kind() == Kind.FIX).isPresent()
                && settled.equals(session.decisions().get())) {
            session.undo();
        }
    }

    /** Forgets what was proposed. */
    void drop() {
        awaitsFiles = false;
        buildsAgain = false;
        proposed.set(Optional.empty());
        said.set(Optional.empty());
    }
}
