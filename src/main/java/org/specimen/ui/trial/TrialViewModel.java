package org.specimen.ui.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.advice.Stack;
import org.specimen.app.Preview;
import org.specimen.app.Project;
import org.specimen.app.ProofOffer;
import org.specimen.app.ProofWishes;
import org.specimen.files.FileRole;
import org.specimen.machine.OperatingSystem;
import org.specimen.proof.Trouble;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Proofs;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.text.Texts;

/** The step in which the environment is made and the project run in it. */
public final class TrialViewModel implements StepModel {

    private static final Texts TEXTS = Texts.of(TrialViewModel.class);

    final Services services;
    private final Session session;
    private final Proofs proofs;
    private final SetupModel setup;
    private final RunModel run;
    private final ChangeModel change;
    private final JupyterModel jupyter;
    private final ImageModel image;
    private final ReadOnlyObjectWrapper<TrialPage> page = new ReadOnlyObjectWrapper<>(new TrialPage.Making());
    private final ReadOnlyObjectWrapper<Outlook> outlook = new ReadOnlyObjectWrapper<>(new Outlook.Unknown());
    private final ReadOnlyObjectWrapper<Optional<PrimaryAction>> primary =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Running preparing;
    private @Nullable Running looking;

    public TrialViewModel(Services services) {
        this.services = services;
        session = services.session();
        proofs = services.proofs();
        setup = new SetupModel(services.tasks());
        run = new RunModel(services);
        change = new ChangeModel(services, this::build);
        jupyter = new JupyterModel(services);
        image = new ImageModel(services);
        session.preview().addListener((property, old, now) -> refresh());
        session.project().addListener((property, old, now) -> refresh());
        session.projects().addListener((property, old, now) -> forget());
        page.addListener((property, old, now) -> refreshPrimary());
        outlook.addListener((property, old, now) -> refreshPrimary());
        run.state().addListener((property, old, now) -> refreshPrimary());
        jupyter.state().addListener((property, old, now) -> refreshPrimary());
        change.busy().addListener((property, old, now) -> refreshPrimary());
        change.proposed().addListener((property, old, now) -> refreshPrimary());
        setup.command().text().addListener((property, old, now) -> refreshPrimary());
        refresh();
    }

    ReadOnlyObjectProperty<TrialPage> page() {
        return page.getReadOnlyProperty();
    }

    /** Whether the environment can be made here. */
    ReadOnlyObjectProperty<Outlook> outlook() {
        return outlook.getReadOnlyProperty();
    }

    SetupModel setup() {
        return setup;
    }

    RunModel run() {
        return run;
    }

    ChangeModel change() {
        return change;
    }

    JupyterModel jupyter() {
        return jupyter;
    }

    ImageModel image() {
        return image;
    }

    @Override
    public ObservableValue<Optional<PrimaryAction>> primaryAction() {
        return primary.getReadOnlyProperty();
    }

    /** The computer may have changed since the last time: somebody went to start the engine. */
    @Override
    public void entered() {
        if (isWritten() && !(outlook.get() instanceof Outlook.Clear) && !run.isUnderWay()) {
            lookAgain();
        }
    }

    /** The system whose commands are shown first. */
    OperatingSystem system() {
        return OperatingSystem.ofJavaName(System.getProperty("os.name", ""));
    }

    /** The project's folder. */
    Optional<Path> folder() {
        return session.opened().map(Project::folder);
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

    /** Looks at the computer again. */
    void lookAgain() {
        session.opened().ifPresent(this::look);
    }

    /** Makes the environment, and runs what is to be run; does nothing while that is under way. */
    void build() {
        Optional<Project> project = session.opened();
        Optional<ProofWishes> wishes = setup.wishes();
        boolean isIdle = !run.isUnderWay() && !jupyter.isUnderWay();
        if (project.isPresent() && wishes.isPresent() && isWritten() && isIdle) {
            change.drop();
            jupyter.offerAnew();
            setup.keepExisting();
            run.start(project.get(), stack(), wishes.get());
        }
    }

    /** Whether there is an environment to open notebooks in. */
    boolean offersJupyter() {
        boolean ended = run.state().get() instanceof TrialState.Ended end
                && end.proof().environment().isPresent();
        boolean found = run.state().get() instanceof TrialState.SettingOut
                && outlook.get() instanceof Outlook.Clear clear
                && clear.isMade();
        return isWritten() && (ended || found);
    }

    /** Opens the notebooks with what the person allows a run; does nothing while that is under way. */
    void openJupyter() {
        Optional<Project> project = session.opened();
        Optional<ProofWishes> allowed = setup.allowed();
        if (project.isPresent() && allowed.isPresent() && isWritten() && !jupyter.isUnderWay()) {
            jupyter.open(project.get(), allowed.get());
        }
    }

    /** Lets the person change what is tried. */
    void setOut() {
        change.drop();
        run.setOut();
        lookAgain();
    }

    /** Settles a trouble, as far as the plan can. */
    void settle(Trouble.Fix fix) {
        session.preview().get().known().ifPresent(preview -> change.settle(fix, preview.plan()));
    }

    /** Shows what would be written of what was installed. */
    void freeze() {
        if (run.state().get() instanceof TrialState.Ended ended) {
            session.opened().ifPresent(project -> change.freeze(project, ended.proof()));
        }
    }

    void openReport() {
        if (run.state().get() instanceof TrialState.Ended ended) {
            ended.report().ifPresent(services.desktop()::open);
        }
    }

    private Stack stack() {
        return page.get() instanceof TrialPage.Ready ready ? ready.stack() : Stack.VENV;
    }

    private boolean isWritten() {
        return page.get() instanceof TrialPage.Ready ready && ready.written();
    }

    /** Of another project nothing has been tried. */
    private void forget() {
        if (looking != null) {
            looking.cancel();
        }
        outlook.set(new Outlook.Unknown());
        run.forget();
        jupyter.forget();
        change.drop();
        image.forget();
        setup.forget();
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
                        project.folder(),
                        preview.plan().stack(),
                        !preview.comparison().changesSomething(),
                        preview.plan().name(),
                        preview.plan().python().toString(),
                        missing(preview),
                        session.workbench().missingPython(Optional.of(project), preview.plan()),
                        session.workbench().instructions(project, preview),
                        preview.comparison().names().of(FileRole.GUIDE)))
                .quietly()
                .onSuccess(ready -> show(ready, project, preview))
                .onError(failure -> page.set(new TrialPage.Unavailable(failure)))
                .runOn(services.tasks());
    }

    private void show(TrialPage.Ready ready, Project project, Preview preview) {
        if (!(page.get() instanceof TrialPage.Ready before && before.isOfTheSame(ready))) {
            setup.keepExisting();
        }
        page.set(ready);
        if (ready.written() && services.journey().current().get() == Step.TRIAL) {
            look(project);
        } else {
            outlook.set(new Outlook.Unknown());
        }
        change.hear(preview);
    }

    private void look(Project project) {
        if (looking != null) {
            looking.cancel();
        }
        outlook.set(new Outlook.Looking());
        boolean replaces = setup.replacesExisting();
        looking = Tasks.create(progress -> {
                    ProofOffer offer = proofs.offer(project);
                    progress.checkCancelled();
                    Optional<Trouble> obstacle =
                            proofs.obstacle(project, ProofWishes.USUAL.withReplaceExisting(replaces));
                    return new Looked(offer, obstacle, obstacle.isEmpty() && proofs.isMade(project));
                })
                .saying(TEXTS.get("looking"))
                .byTheWay()
                .onSuccess(looked -> {
                    setup.show(looked.offer());
                    outlook.set(looked.outlook());
                })
                .onError(failure -> outlook.set(new Outlook.Failed(failure)))
                .onCancel(() -> {
                    if (outlook.get() instanceof Outlook.Looking) {
                        outlook.set(new Outlook.Clear(false));
                    }
                })
                .runOn(services.tasks());
    }

    /** What there is to choose, what is in the way, and whether the environment is there already. */
    private record Looked(ProofOffer offer, Optional<Trouble> obstacle, boolean isMade) {

        Outlook outlook() {
            return obstacle.<Outlook>map(Outlook.Blocked::new).orElseGet(() -> new Outlook.Clear(isMade));
        }
    }

    private void refreshPrimary() {
        primary.set(primaryNow());
    }

    private Optional<PrimaryAction> primaryNow() {
        if (run.state().get() instanceof TrialState.UnderWay underWay) {
            return Optional.of(PrimaryAction.underWay(TEXTS.get(underWay.isStopping() ? "stopping" : "under-way")));
        }
        if (jupyter.isUnderWay()) {
            return Optional.of(PrimaryAction.underWay(TEXTS.get("jupyter.is-open")));
        }
        if (change.busy().get()) {
            return Optional.of(PrimaryAction.underWay(TEXTS.get("working")));
        }
        boolean setsOut = run.state().get() instanceof TrialState.SettingOut;
        if (!setsOut || !isWritten() || change.proposed().get().isPresent()) {
            return Optional.empty();
        }
        if (outlook.get() instanceof Outlook.Blocked || outlook.get() instanceof Outlook.Failed) {
            return Optional.of(new PrimaryAction(TEXTS.get("look-again"), this::lookAgain));
        }
        if (outlook.get() instanceof Outlook.Looking) {
            return Optional.of(PrimaryAction.underWay(TEXTS.get("looking.short")));
        }
        boolean runs = !setup.command().text().get().isBlank();
        return Optional.of(new PrimaryAction(TEXTS.get(runs ? "build-and-run" : "build"), this::build));
    }
}
