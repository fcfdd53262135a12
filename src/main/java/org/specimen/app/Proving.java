package org.specimen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.files.FileRole;
import org.specimen.files.render.PinsDigest;
import org.specimen.index.PipSettings;
import org.specimen.machine.MachineFacts;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.Frozen;
import org.specimen.plan.Proved;
import org.specimen.problem.BadInput;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.process.Programs;
import org.specimen.proof.EnvironmentIdentity;
import org.specimen.proof.EnvironmentMaker;
import org.specimen.proof.Explainer;
import org.specimen.proof.Proof;
import org.specimen.proof.ProofListener;
import org.specimen.proof.ProofReport;
import org.specimen.proof.ProofRequest;
import org.specimen.proof.Prover;
import org.specimen.proof.RegistryMirror;
import org.specimen.proof.Trouble;
import org.specimen.proof.Verdict;
import org.specimen.task.Progress;

/**
 * The verb that follows writing: an environment is made of the files of a project, the project runs in it, and what came
 * of it is told and kept. Both faces of Specimen call it.
 *
 * <pre>
 * Project ──offer──▶ ProofOffer          what a person can choose
 * Project ──request──▶ ProofRequest      what they chose, with the pins and imports of the project
 * ProofRequest ──obstacle──▶ Trouble?    what is in the way on this computer, quickly
 * ProofRequest ──prove──▶ Proof          takes minutes; told station by station to a ProofListener
 * Proof ──freeze──▶ Preview              the files with what was really there written into them; Workbench.write
 * </pre>
 *
 * Everything but {@code offer} and {@code request} may wait for the disk or a program: call it in the background.
 */
public final class Proving {

    /** The files that the pins stand in. */
    private static final Set<FileRole> PINS =
            EnumSet.of(FileRole.REQUIREMENTS, FileRole.REFERENCES, FileRole.ENVIRONMENT_YML, FileRole.CONDA_LOCK);

    private final Catalogue catalogue;
    private final Supplier<MachineFacts> machine;
    private final Map<String, String> environment;
    private final Function<Stack, EnvironmentMaker> makers;
    private final InstantSource clock;
    private final Supplier<Optional<RegistryMirror>> usualMirror;

    /**
     * Joins the parts.
     *
     * @param machine tells of this computer
     * @param environment the variables of this computer: keys are taken from it
     * @param makers for each stack
     * @param usualMirror that images of Docker Hub are fetched from where nobody names another
     */
    public Proving(
            Catalogue catalogue,
            Supplier<MachineFacts> machine,
            Map<String, String> environment,
            Function<Stack, EnvironmentMaker> makers,
            InstantSource clock,
            Supplier<Optional<RegistryMirror>> usualMirror) {
        this.catalogue = catalogue;
        this.machine = machine;
        this.environment = Map.copyOf(environment);
        this.makers = makers;
        this.clock = clock;
        this.usualMirror = usualMirror;
    }

    /** On this computer. */
    public static Proving ofThisComputer(Catalogue catalogue, Supplier<MachineFacts> machine) {
        return new Proving(
                catalogue,
                machine,
                System.getenv(),
                LocalMakers.of(catalogue, machine, System.getenv()),
                InstantSource.system(),
                Images::mirrorOfThisComputer);
    }

    /**
     * What a person can choose.
     *
     * @throws BadInput if nothing was written for the project yet
     */
    public ProofOffer offer(Project project) {
        return ProofRequests.offer(project, written(project), environment.keySet());
    }

    /**
     * What is to be proved.
     *
     * @throws BadInput if nothing was written for the project yet, its files cannot be read, or what is expected is not
     *     there
     */
    public ProofRequest request(Project project, ProofWishes wishes) {
        EnvironmentPlan plan = written(project);
        // pip on this computer reads its own settings; in an image it knows nothing of them.
        ProofWishes all = plan.stack().usesDocker() && wishes.indexUrl().isEmpty()
                ? wishes.withIndexUrl(Optional.ofNullable(environment.get("PIP_INDEX_URL"))
                        .filter(address -> !address.isBlank())
                        .map(address -> PipSettings.index(address, "PIP_INDEX_URL")))
                : wishes;
        all = plan.stack().usesDocker() ? all.withMirror(all.mirror().or(usualMirror)) : all;
        return new ProofRequests(catalogue, machine.get()).request(project, plan, all);
    }

    private static EnvironmentPlan written(Project project) {
        return project.plan()
                .filter(plan -> !plan.written().isEmpty())
                .orElseThrow(() -> new BadInput(AppTexts.get("proof.nothing-written", project.folder())));
    }

    /** What keeps this computer from making the environment; empty if nothing does. */
    public Optional<Trouble> obstacle(ProofRequest request) {
        return maker(request).obstacle(request.environment());
    }

    private EnvironmentMaker maker(ProofRequest request) {
        return makers.apply(request.environment().plan().stack());
    }

    /**
     * Makes the environment, checks it, runs the project in it and compares its results. A failure of any of these is a
     * proof too, with {@link org.specimen.proof.Verdict#FAILED}. The report, {@code reproducibility-report.html} and
     * {@code .json}, is written into the project's folder.
     *
     * @throws OutsideFailure if the disk fails, or the tool that makes the environment ended in the middle
     * @throws org.specimen.task.Cancelled if it was cancelled; then nothing is left of the run
     */
    public Proof prove(ProofRequest request, ProofListener listener, Progress progress) {
        return new Prover(Explainer.on(catalogue), environment, Programs.SYSTEM)
                .prove(request, maker(request), listener, progress, clock);
    }

    /** Opens the project's notebooks in the environment that a proof makes. */
    public Notebooks notebooks() {
        return new Notebooks(environment, makers);
    }

    /** The file of the last report in a project, for a browser; empty if there is none. */
    public Optional<Path> report(Path folder) {
        return Optional.of(folder.resolve(ProofReport.HTML)).filter(Files::isRegularFile);
    }

    /**
     * The files of the project with what the proof found written into them: the digest of the base image, the exact system
     * packages, and that it was proved, if it was and the files still have the same pins. {@link Workbench#write} writes
     * them, after the person agreed. Where nothing changes, no file of the preview is to be written.
     *
     * @param bench chooses versions as it did for the files that were proved
     * @throws BadInput as {@link Workbench#preview}
     * @throws NoSolution if the proof made no environment, or as {@link Workbench#preview}
     */
    public Preview freeze(Workbench bench, Project project, Proof proof, Progress progress) {
        EnvironmentIdentity environment =
                proof.environment().orElseThrow(() -> new NoSolution(AppTexts.get("proof.nothing-to-freeze")));
        Frozen found = environment
                .image()
                .map(image -> new Frozen(
                        Optional.of(image.base().replaceFirst("@.*", "")),
                        image.baseDigest(),
                        environment.systemPackages(),
                        Optional.empty()))
                .orElse(Frozen.NOTHING);
        Project frozen = new Project(
                project.folder(), project.facts(), Optional.of(written(project).withFrozen(found)), project.planText());
        Proposal proposal = bench.propose(Optional.of(frozen), Wishes.NONE, progress);
        Optional<Preview> withProof = outcome(proof.verdict())
                .map(outcome ->
                        new Proved(environment.platform(), environment.tool(), outcome, PinsDigest.of(proposal.lock())))
                .map(proved -> new Proposal(
                        proposal.advice(),
                        proposal.plan().withFrozen(found.withProved(proved)),
                        proposal.lock(),
                        proposal.sources(),
                        proposal.outage(),
                        proposal.questions()))
                .map(proved -> bench.preview(frozen, proved, Wishes.NONE))
                .filter(preview -> !changesPins(preview));
        return withProof.orElseGet(() -> bench.preview(frozen, proposal, Wishes.NONE));
    }

    private static Optional<Proved.Outcome> outcome(Verdict verdict) {
        return switch (verdict) {
            case REPRODUCED -> Optional.of(Proved.Outcome.REPRODUCED);
            case RAN -> Optional.of(Proved.Outcome.RAN);
            case BUILT -> Optional.of(Proved.Outcome.BUILT);
            case DIFFERS, FAILED -> Optional.empty();
        };
    }

    /** Then the files that were proved are not the ones that would be written. */
    private static boolean changesPins(Preview preview) {
        return preview.comparison().changes().stream()
                .anyMatch(
                        change -> PINS.contains(change.role()) && change.state().writes());
    }
}
