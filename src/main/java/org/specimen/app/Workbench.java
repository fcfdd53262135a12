package org.specimen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.specimen.advice.Advisor;
import org.specimen.advice.Answers;
import org.specimen.advice.Rulebook;
import org.specimen.advice.Situation;
import org.specimen.advice.Situations;
import org.specimen.catalogue.Catalogue;
import org.specimen.files.Applier;
import org.specimen.files.Comparison;
import org.specimen.files.FileRole;
import org.specimen.files.GeneratedFile;
import org.specimen.files.Recovery;
import org.specimen.files.Undo;
import org.specimen.files.WriteReport;
import org.specimen.files.WrittenFiles;
import org.specimen.files.render.RenderRequest;
import org.specimen.files.render.Renderer;
import org.specimen.format.EnvironmentYaml;
import org.specimen.machine.MachineFacts;
import org.specimen.plan.EnvironmentPlan;
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

/** The line from a folder to its files: scan, advise, draft, write. Both faces of Specimen call it. */
public final class Workbench {

    private final Catalogue catalogue;
    private final Supplier<Rulebook> rulebook;
    private final Supplier<MachineFacts> machine;

    /**
     * Joins the verbs on these facts.
     *
     * @param rulebook called for each piece of advice
     * @param machine looks at this computer; called for each piece of advice
     */
    public Workbench(Catalogue catalogue, Supplier<Rulebook> rulebook, Supplier<MachineFacts> machine) {
        this.catalogue = catalogue;
        this.rulebook = rulebook;
        this.machine = machine;
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
     * Reads a project's folder.
     *
     * @throws BadInput if the folder cannot be read
     */
    public ProjectFacts scan(Path folder, Progress progress) {
        return scan(folder, plan(folder), progress);
    }

    private ProjectFacts scan(Path folder, Optional<EnvironmentPlan> plan, Progress progress) {
        return new ProjectScanner(catalogue).scan(folder, new ScanOptions(own(folder, plan)), progress);
    }

    /**
     * Says which stack fits.
     *
     * @param folder the project, if there is one; the answers in its plan count where {@code answers} has none
     * @throws BadInput if the folder or its plan cannot be read
     */
    public Advice advise(Optional<Path> folder, Answers answers, Progress progress) {
        Optional<EnvironmentPlan> plan = folder.flatMap(Workbench::plan);
        Optional<ProjectFacts> facts = folder.map(project -> scan(project, plan, progress));
        return advise(facts, allAnswers(plan, answers), machine.get());
    }

    private Advice advise(Optional<ProjectFacts> facts, Answers answers, MachineFacts here) {
        Situation situation = new Situations(rulebook.get(), catalogue).suggest(facts, here, answers);
        return new Advice(
                facts,
                situation,
                new Advisor(rulebook.get(), catalogue.pythonReleases()).advise(situation, facts, here));
    }

    /**
     * Makes the files of a project, without writing them.
     *
     * @throws BadInput if the folder, its plan, or a file that would be merged cannot be read
     * @throws NoSolution if something that the project asks for cannot be pinned
     */
    public Draft draft(Path folder, Wishes wishes, Progress progress) {
        Optional<String> planText = planText(folder);
        Optional<EnvironmentPlan> before = planText.map(text -> PlanFile.read(PlanFile.NAME, text));
        ProjectFacts facts = scan(folder, before, progress);
        MachineFacts here = machine.get();
        Answers answers = allAnswers(before, wishes.answers());
        Advice advice = advise(Optional.of(facts), answers, here);
        EnvironmentPlan plan = new Planner(catalogue)
                .plan(
                        facts,
                        advice.situation(),
                        advice.recommendation(),
                        here,
                        new Planner.Wishes(
                                answers,
                                wishes.stack(),
                                wishes.python(),
                                environmentName(folder, before),
                                wishes.leftOut()),
                        before);
        progress.doing("choosing versions", 0, 0);
        Lockfile lock = new Pinning(catalogue).pin(plan, EarlierPins.of(folder, plan, own(folder, before), catalogue));
        progress.checkCancelled();
        Draft draft = draft(folder, wishes, advice, plan, lock);
        checkIsStill(planText, draft);
        return draft;
    }

    private Draft draft(Path folder, Wishes wishes, Advice advice, EnvironmentPlan plan, Lockfile lock) {
        Comparison files = Comparison.of(
                folder,
                plan.written(),
                wishes.existing(),
                names -> Renderer.render(new RenderRequest(
                        plan, lock, advice.recommendation(), advice.facts().orElseThrow(), catalogue, names)));
        EnvironmentPlan written = plan.withWritten(files.written());
        String specimenYml = PlanFile.write(written);
        return new Draft(
                advice, written, lock, files.with(new GeneratedFile(FileRole.PLAN, PlanFile.NAME, specimenYml)));
    }

    /** The plan that the draft would replace must be the one that it was made from. */
    private static void checkIsStill(Optional<String> planText, Draft draft) {
        boolean same = draft.comparison().changes().stream()
                .filter(change -> change.role() == FileRole.PLAN)
                .allMatch(change -> change.before().equals(planText));
        if (!same) {
            throw new BadInput(PlanFile.NAME + " was changed meanwhile, perhaps by another Specimen. Try again.");
        }
    }

    /**
     * Writes the files of a draft, all of them or none.
     *
     * @throws BadInput if a file has changed since the draft was made
     * @throws OutsideFailure if the folder cannot be written to
     */
    public WriteReport write(Draft draft) {
        return Applier.apply(draft.comparison());
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

    /** The plan that a project has. */
    private static Optional<EnvironmentPlan> plan(Path folder) {
        return planText(folder).map(text -> PlanFile.read(PlanFile.NAME, text));
    }

    private static Optional<String> planText(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(
                    Files.exists(folder)
                            ? folder + " is a file, not a folder. Name the project's folder."
                            : "There is no folder " + folder + ". Check the name.");
        }
        return SmallFiles.inProject(folder, PlanFile.NAME);
    }

    /** The name in an environment.yml that a person has a hand in: it is theirs to choose. */
    private static Optional<String> environmentName(Path folder, Optional<EnvironmentPlan> plan) {
        String file = FileRole.ENVIRONMENT_YML.fileName();
        if (own(folder, plan).contains(file)) {
            return Optional.empty();
        }
        return SmallFiles.inProject(folder, file)
                .flatMap(text -> EnvironmentYaml.parse(file, text).name());
    }

    private static Answers allAnswers(Optional<EnvironmentPlan> plan, Answers answers) {
        return plan.map(EnvironmentPlan::answers).orElse(Answers.NONE).overriddenBy(answers);
    }

    /** The files that are as Specimen wrote them last: what they say is no wish of the person's. */
    private static Set<String> own(Path folder, Optional<EnvironmentPlan> plan) {
        return plan.map(found -> WrittenFiles.unchanged(folder, found.written()))
                .orElse(Set.of());
    }
}
