package org.specimen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.specimen.advice.Advisor;
import org.specimen.advice.Answers;
import org.specimen.advice.Rulebook;
import org.specimen.advice.Situation;
import org.specimen.advice.Situations;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TorchBuild;
import org.specimen.files.Applier;
import org.specimen.files.Comparison;
import org.specimen.files.FileChange;
import org.specimen.files.FileNames;
import org.specimen.files.FileRole;
import org.specimen.files.GeneratedFile;
import org.specimen.files.Recovery;
import org.specimen.files.Undo;
import org.specimen.files.WriteReport;
import org.specimen.files.WrittenFiles;
import org.specimen.files.render.Instructions;
import org.specimen.files.render.RenderRequest;
import org.specimen.files.render.Renderer;
import org.specimen.format.EnvironmentYaml;
import org.specimen.format.GitIgnore;
import org.specimen.machine.MachineFacts;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.GpuUse;
import org.specimen.plan.PlanFile;
import org.specimen.plan.Planner;
import org.specimen.problem.BadInput;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.project.ProjectFacts;
import org.specimen.project.ProjectScanner;
import org.specimen.project.ScanOptions;
import org.specimen.resolve.Lockfile;
import org.specimen.task.Progress;

/** The line from a folder to its files: open, advise, propose, preview, write. Both faces of Specimen call it. */
public final class Workbench {

    private final Catalogue catalogue;
    private final Supplier<Rulebook> rulebook;
    private final Supplier<MachineFacts> machine;
    private final PackageIndexes indexes;
    private final CondaChannels channels;
    private final IndexChoice choice;
    private final List<String> namedChannels;

    /**
     * Joins the verbs on these facts.
     *
     * @param rulebook called for each piece of advice, so that it should remember what it read
     * @param machine tells of this computer; called for each piece of advice and each plan, likewise
     */
    public Workbench(Catalogue catalogue, Supplier<Rulebook> rulebook, Supplier<MachineFacts> machine) {
        this(catalogue, rulebook, machine, PackageIndexes.catalogueUnlessNamed(catalogue));
    }

    /**
     * Joins the verbs on these facts, as {@link #Workbench(Catalogue, Supplier, Supplier)}.
     *
     * @param indexes where versions come from
     */
    public Workbench(
            Catalogue catalogue, Supplier<Rulebook> rulebook, Supplier<MachineFacts> machine, PackageIndexes indexes) {
        this(catalogue, rulebook, machine, indexes, CondaChannels.noneUnlessNamed(catalogue));
    }

    /**
     * Joins the verbs on these facts, as {@link #Workbench(Catalogue, Supplier, Supplier, PackageIndexes)}.
     *
     * @param channels where conda's packages come from
     */
    public Workbench(
            Catalogue catalogue,
            Supplier<Rulebook> rulebook,
            Supplier<MachineFacts> machine,
            PackageIndexes indexes,
            CondaChannels channels) {
        this(catalogue, rulebook, machine, indexes, channels, IndexChoice.USUAL, List.of());
    }

    private Workbench(
            Catalogue catalogue,
            Supplier<Rulebook> rulebook,
            Supplier<MachineFacts> machine,
            PackageIndexes indexes,
            CondaChannels channels,
            IndexChoice choice,
            List<String> namedChannels) {
        this.catalogue = catalogue;
        this.rulebook = rulebook;
        this.machine = machine;
        this.indexes = indexes;
        this.channels = channels;
        this.choice = choice;
        this.namedChannels = List.copyOf(namedChannels);
    }

    /** What follows writing, on this computer. */
    public Proving proving() {
        return Proving.ofThisComputer(catalogue, machine);
    }

    /** Locks an environment.yml as it stands, with versions from where the person wants them. */
    public CondaLocking locking() {
        return new CondaLocking(
                choice.offline() ? ChannelStores.keptOnThisComputer() : ChannelStores.ofThisComputer(),
                System.getenv(),
                new PipLocking(catalogue, indexes, choice),
                choice.asOf());
    }

    /** The same one, with versions from where the person wants them. */
    public Workbench choosingFrom(IndexChoice wanted) {
        return new Workbench(catalogue, rulebook, machine, indexes, channels, wanted, namedChannels);
    }

    /** The same one, with conda's packages from these channels (names, addresses or folders) and no others. */
    public Workbench withChannels(List<String> named) {
        return new Workbench(catalogue, rulebook, machine, indexes, channels, choice, named);
    }

    /**
     * Finishes or takes back a write that was interrupted in a folder, so that the old files or the new ones are there.
     *
     * @throws BadInput if there is no such folder
     */
    public Recovery recover(Path folder) {
        return Applier.recover(folder);
    }

    /**
     * Reads a project's folder, and what was decided for it before.
     *
     * @throws BadInput if the folder or its plan cannot be read
     */
    public Project open(Path folder, Progress progress) {
        Optional<String> planText = planText(folder);
        Optional<EnvironmentPlan> plan = planText.map(text -> PlanFile.read(PlanFile.NAME, text));
        ProjectFacts facts = new ProjectScanner(catalogue)
                .scan(folder, new ScanOptions(own(folder, plan), plan.map(EnvironmentPlan::python)), progress);
        return new Project(folder, facts, plan, planText);
    }

    /**
     * The day of an old project's last commit (UTC), where nobody wrote its versions down: those of that day are likely to
     * be the ones that it ran with.
     */
    public Optional<LocalDate> lastWorkedOn(Project project) {
        return Revival.day(project, catalogue.date());
    }

    /**
     * Says which stack fits, by what was decided before.
     *
     * @param project empty where there is none yet
     * @param answers each takes the place of the one in the project's plan
     */
    public Advice advise(Optional<Project> project, Answers answers) {
        return advise(project, Wishes.NONE.withAnswers(answers));
    }

    /**
     * Says which stack fits. Packages that the person adds or leaves out count as if the project did.
     *
     * @param project empty where there is none yet
     */
    public Advice advise(Optional<Project> project, Wishes wishes) {
        MachineFacts here = machine.get();
        Optional<ProjectFacts> decided = DecidedFacts.of(project, wishes, catalogue);
        Rulebook rules = rulebook.get();
        Situation situation = new Situations(rules, catalogue).suggest(decided, here, allAnswers(project, wishes));
        return new Advice(
                project.map(Project::facts),
                situation,
                new Advisor(rules, catalogue.pythonReleases()).advise(situation, decided, here));
    }

    /**
     * Makes a plan of what was found and wished, before any release is looked for.
     *
     * @param project empty where there is none yet
     * @throws BadInput if what is wished does not exist
     * @throws NoSolution if no Python is what the project asks for
     */
    public EnvironmentPlan plan(Optional<Project> project, Wishes wishes) {
        return plan(project, wishes, advise(project, wishes), machine.get());
    }

    private EnvironmentPlan plan(Optional<Project> project, Wishes wishes, Advice advice, MachineFacts here) {
        return new Planner(catalogue)
                .plan(
                        project.map(Project::facts).orElse(ProjectFacts.NONE),
                        advice.situation(),
                        advice.recommendation(),
                        here,
                        new Planner.Wishes(
                                allAnswers(project, wishes),
                                wishes.stack(),
                                wishes.python(),
                                wishes.name().or(() -> project.flatMap(Workbench::environmentName)),
                                wishes.packages(),
                                wishes.leftOut(),
                                wishes.options()),
                        project.flatMap(Project::plan));
    }

    /**
     * Finds the exact releases of an environment.
     *
     * @param project empty where there is none yet
     * @throws BadInput if what is wished does not exist
     * @throws NoSolution if something that is asked for cannot be pinned
     */
    public Proposal propose(Optional<Project> project, Wishes wishes, Progress progress) {
        return propose(project, advise(project, wishes), wishes, progress);
    }

    /**
     * Finds the exact releases of an environment that was advised on.
     *
     * @param project empty where there is none yet
     * @param advice on this project and these wishes
     * @throws BadInput as {@link #propose(Optional, Wishes, Progress)}
     * @throws NoSolution likewise
     */
    public Proposal propose(Optional<Project> project, Advice advice, Wishes wishes, Progress progress) {
        EnvironmentPlan plan = plan(project, wishes, advice, machine.get());
        progress.doing("choosing versions", 0, 0);
        EarlierPins earlier = project.map(
                        there -> EarlierPins.of(there.folder(), plan, own(there.folder(), there.plan()), catalogue))
                .map(there -> there.without(wishes.packages(), project))
                .map(there -> choiceFor(wishes).keepsPins() ? there : there.byHandAlone())
                .orElse(EarlierPins.NONE);
        ProjectFacts facts = project.map(Project::facts).orElse(ProjectFacts.NONE);
        try (PackageIndexes.Open open = indexes.open(choiceFor(wishes), plan.python(), torch(plan), progress);
                CondaChannels.Open conda = channels.open(
                        namedChannels,
                        choiceFor(wishes),
                        plan,
                        project.map(Project::folder).orElse(Path.of("")),
                        GpuUse.of(plan, facts),
                        progress)) {
            List<NameQuestion> questions = NameQuestion.of(plan, catalogue, open.index());
            Lockfile lock = new Pinning(catalogue, open.index(), conda.channels(), progress)
                    .pin(plan, earlier, questions, PythonWish.admitted(plan, wishes, project));
            progress.checkCancelled();
            List<String> sources = new ArrayList<>(PythonWish.told(plan.python(), lock.python()));
            sources.addAll(conda.notes());
            sources.addAll(open.index().notes());
            if (choiceFor(wishes).upgrade()) {
                earlier.stays().ifPresent(sources::add);
            }
            return new Proposal(
                    advice,
                    plan.withPython(lock.python()),
                    lock,
                    sources,
                    conda.outage().or(open.index()::outage),
                    questions);
        }
    }

    /** Conda chooses builds of its own. */
    private static Optional<TorchBuild> torch(EnvironmentPlan plan) {
        return plan.stack().usesConda() ? Optional.empty() : plan.options().torch();
    }

    private IndexChoice choiceFor(Wishes wishes) {
        IndexChoice now = wishes.asOf().isPresent() ? choice.withAsOf(wishes.asOf()) : choice;
        return wishes.upgrade() ? now.withUpgrade(true) : now;
    }

    /**
     * Makes the files of a project, without writing them.
     *
     * @throws BadInput if the folder, or a file that would be merged, cannot be read, or its plan is not the one that was
     *     opened any more
     * @throws NoSolution if something that the project asks for cannot be pinned
     */
    public Preview preview(Project project, Wishes wishes, Progress progress) {
        return preview(project, propose(Optional.of(project), wishes, progress), wishes);
    }

    /**
     * Makes the files of a proposal, without writing them.
     *
     * @throws BadInput as {@link #preview(Project, Wishes, Progress)}
     */
    public Preview preview(Project project, Proposal proposal, Wishes wishes) {
        EnvironmentPlan plan = proposal.plan();
        Comparison files = Comparison.of(
                project.folder(),
                plan.written(),
                wishes.existing(),
                names -> Renderer.render(request(project, proposal, names)));
        EnvironmentPlan written = plan.withWritten(files.written());
        Comparison all = files.with(new GeneratedFile(FileRole.PLAN, PlanFile.NAME, PlanFile.write(written)));
        checkIsStill(project.planText(), all);
        return new Preview(
                proposal.advice(),
                written,
                proposal.lock(),
                proposal.sources(),
                proposal.questions(),
                Renderer.unwritten(request(project, proposal, files.names())),
                all);
    }

    /** What to type once a preview is written: the commands of its guide, and those that keep it in git. */
    public Instructions instructions(Project project, Preview preview) {
        Comparison files = preview.comparison();
        return Instructions.of(
                request(
                        project,
                        new Proposal(
                                preview.advice(),
                                preview.plan(),
                                preview.lock(),
                                preview.sources(),
                                Optional.empty(),
                                preview.questions()),
                        files.names()),
                files.changes().stream()
                        .filter(change -> change.state().writes())
                        .map(FileChange::path)
                        .toList(),
                ignored(project.folder())::ignores);
    }

    /** What git leaves out, as far as the project's own folder tells. */
    private static GitIgnore ignored(Path folder) {
        try {
            return GitIgnore.parse(SmallFiles.inProject(folder, ".gitignore").orElse(""));
        } catch (BadInput unreadable) {
            // Of a file that is none git takes no patterns either.
            return GitIgnore.parse("");
        }
    }

    /**
     * The Python that a plan for a venv needs, where this computer does not have it; empty where it does, and for stacks
     * that bring their own.
     *
     * @param project empty where there is none yet
     */
    public Optional<MissingPython> missingPython(Optional<Project> project, EnvironmentPlan plan) {
        return plan.stack() == Stack.VENV
                ? MissingPython.of(
                        plan, project.map(Project::facts).orElse(ProjectFacts.NONE), machine.get(), catalogue)
                : Optional.empty();
    }

    /** Files tell what the scan found, and what the plan says. */
    private RenderRequest request(Project project, Proposal proposal, FileNames names) {
        return new RenderRequest(
                proposal.plan(),
                proposal.lock(),
                proposal.advice().recommendation(),
                project.facts(),
                catalogue,
                names);
    }

    /** The plan that would be replaced must be the one that the files were made from. */
    private static void checkIsStill(Optional<String> planText, Comparison files) {
        boolean same = files.changes().stream()
                .filter(change -> change.role() == FileRole.PLAN)
                .allMatch(change -> change.before().equals(planText));
        if (!same) {
            throw new BadInput(AppTexts.get("plan.changed", PlanFile.NAME));
        }
    }

    /**
     * Writes files, all of them or none.
     *
     * @throws BadInput if a file has changed since the preview was made
     * @throws OutsideFailure if the folder cannot be written to
     */
    public WriteReport write(Preview preview) {
        return Applier.apply(preview.comparison());
    }

    /**
     * Takes the last write in a folder back.
     *
     * @return what became of each file, empty if there is no write to take back
     * @throws BadInput if there is no such folder
     */
    public Optional<Undo> undo(Path folder) {
        Optional<Undo> last = Undo.last(folder);
        last.ifPresent(Undo::apply);
        return last;
    }

    /**
     * What taking the last write back would do.
     *
     * @return empty if there is no write to take back
     * @throws BadInput if there is no such folder
     * @throws OutsideFailure if the record of the write cannot be read
     */
    public Optional<Undo> lastWrite(Path folder) {
        return Undo.last(folder);
    }

    private static Optional<String> planText(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(AppTexts.get(Files.exists(folder) ? "project.is-file" : "project.missing", folder));
        }
        return SmallFiles.inProject(folder, PlanFile.NAME);
    }

    /** The name in an environment.yml that a person has a hand in: it is theirs to choose. */
    private static Optional<String> environmentName(Project project) {
        Path folder = project.folder();
        String file = FileRole.ENVIRONMENT_YML.fileName();
        if (own(folder, project.plan()).contains(file)) {
            return Optional.empty();
        }
        return SmallFiles.inProject(folder, file)
                .flatMap(text -> EnvironmentYaml.parse(file, text).name());
    }

    private static Answers allAnswers(Optional<Project> project, Wishes wishes) {
        return project.flatMap(Project::plan)
                .map(EnvironmentPlan::answers)
                .orElse(Answers.NONE)
                .without(wishes.leftOpen())
                .overriddenBy(wishes.answers());
    }

    /** The files that are as Specimen wrote them last: what they say is no wish of the person's. */
    private static Set<String> own(Path folder, Optional<EnvironmentPlan> plan) {
        return plan.map(found -> WrittenFiles.unchanged(folder, found.written()))
                .orElse(Set.of());
    }
}
