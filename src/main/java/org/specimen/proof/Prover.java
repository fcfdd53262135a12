package org.specimen.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.process.Programs;
import org.specimen.proof.Proof.DistributionCheck;
import org.specimen.proof.Proof.ImportCheck;
import org.specimen.proof.Proof.ResultComparison;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

/** Leads a proof from station to station. */
public final class Prover {

    private final Explainer explainer;
    private final Map<String, String> environment;
    private final Programs programs;

    /**
     * Proves on this computer.
     *
     * @param environment its variables: keys are taken from it
     */
    public Prover(Explainer explainer, Map<String, String> environment, Programs programs) {
        this.explainer = explainer;
        this.environment = Map.copyOf(environment);
        this.programs = programs;
    }

    /**
     * Makes the environment, checks it, runs the subject in it, compares its results, and writes the report into the
     * project's folder.
     *
     * @throws OutsideFailure if the disk fails, or the tool that makes the environment ended in the middle
     * @throws Cancelled if it was cancelled; nothing is left of the run then
     */
    public Proof prove(
            ProofRequest request,
            EnvironmentMaker maker,
            ProofListener listener,
            Progress progress,
            InstantSource clock) {
        Stations stations = new Stations(listener, clock);
        Path kept = Folders.temporary("results");
        try {
            return new Proving(request, maker, stations, progress, clock, kept).prove();
        } catch (Cancelled cancelled) {
            stations.close(StationState.CANCELLED, "");
            throw cancelled;
        } catch (RuntimeException failed) {
            stations.close(StationState.FAILED, String.valueOf(failed.getMessage()));
            throw failed;
        } finally {
            Folders.remove(kept);
        }
    }

    /** One proof. */
    private final class Proving {

        private final ProofRequest request;
        private final EnvironmentMaker maker;
        private final Stations stations;
        private final Progress progress;
        private final InstantSource clock;
        private final Path kept;
        private final Instant started;

        private Optional<EnvironmentIdentity> identity = Optional.empty();
        private Optional<EnvironmentCheck.Findings> findings = Optional.empty();
        private final List<Proof.Run> runs = new ArrayList<>();
        private final List<SubjectRun> ran = new ArrayList<>();
        private List<ResultComparison> results = List.of();
        private final List<Trouble> trouble = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Proving(
                ProofRequest request,
                EnvironmentMaker maker,
                Stations stations,
                Progress progress,
                InstantSource clock,
                Path kept) {
            this.request = request;
            this.maker = maker;
            this.stations = stations;
            this.progress = progress;
            this.clock = clock;
            this.kept = kept;
            this.started = clock.instant();
        }

        Proof prove() {
            if (toolIsThere()) {
                Optional<MadeEnvironment> made = make();
                if (made.isPresent()) {
                    try (MadeEnvironment there = made.get()) {
                        identity = Optional.of(there.identity());
                        if (check(there)
                                && request.subject().isPresent()
                                && run(there, request.subject().get())) {
                            compare(request.subject().get());
                        }
                        notes.addAll(there.notes());
                    }
                }
            }
            return report();
        }

        private boolean toolIsThere() {
            stations.run(Station.TOOL);
            Optional<Trouble> obstacle = maker.obstacle(request.environment());
            obstacle.ifPresent(found -> {
                stations.troubled(Station.TOOL, found);
                stations.end(Station.TOOL, StationState.FAILED, found.what());
            });
            return obstacle.isEmpty();
        }

        /** A maker may tell its stations itself; what it leaves open is ended here. */
        private Optional<MadeEnvironment> make() {
            try {
                MadeEnvironment made = maker.make(request.environment(), makerStations(), progress);
                endOpen(Station.BASE_IMAGE, StationState.SKIPPED, "");
                endOpen(Station.BUILD, StationState.DONE, made.identity().location());
                return Optional.of(made);
            } catch (NoSolution failed) {
                Trouble told = new Trouble(failed.explanation(), "");
                boolean isKnown = stations.troubles().stream()
                        .anyMatch(known -> told.text().endsWith(known.text()));
                if (!isKnown) {
                    stations.troubled(Station.BUILD, told);
                }
                if (stations.isOpen(Station.BUILD) && !stations.isRunning(Station.BASE_IMAGE)) {
                    stations.run(Station.BUILD);
                }
                stations.close(StationState.FAILED, firstLine(failed.explanation()));
                return Optional.empty();
            }
        }

        private ProofListener makerStations() {
            stations.say(
                    Station.TOOL,
                    "Making the environment for " + request.environment().folder());
            stations.end(Station.TOOL, StationState.DONE, "");
            return stations;
        }

        private void endOpen(Station station, StationState state, String summary) {
            if (stations.isOpen(station)) {
                stations.end(station, state, summary);
            }
        }

        private boolean check(MadeEnvironment made) {
            stations.run(Station.IMPORTS);
            progress.checkCancelled();
            EnvironmentCheck.Findings found = new EnvironmentCheck(explainer).look(made, request, stations, progress);
            findings = Optional.of(found);
            found.imports().stream()
                    .sorted(Comparator.comparing(ImportCheck::optional))
                    .flatMap(one -> one.trouble().stream())
                    .distinct()
                    .forEach(one -> stations.troubled(Station.IMPORTS, one));
            found.distributions().stream().filter(one -> !one.holds()).forEach(this::tellMissing);
            noteExtra(found);
            notePython(found.python());
            stations.end(Station.IMPORTS, found.allHold() ? StationState.DONE : StationState.FAILED, summary(found));
            return found.allHold();
        }

        private void tellMissing(DistributionCheck missing) {
            stations.troubled(
                    Station.IMPORTS,
                    new Trouble(
                            missing.installed()
                                    .map(version -> missing.name() + " is there as " + version + ", and "
                                            + missing.pinned() + " is pinned.")
                                    .orElse(missing.name() + " " + missing.pinned() + " is pinned and not there."),
                            "Make the environment anew. If that does not help, the files do not fit together: write"
                                    + " them anew."));
        }

        private String summary(EnvironmentCheck.Findings found) {
            long there = found.distributions().stream()
                    .filter(DistributionCheck::holds)
                    .count();
            long works = found.imports().stream().filter(ImportCheck::works).count();
            return there + " of " + found.distributions().size() + " pinned packages, " + works + " of "
                    + found.imports().size() + " imports";
        }

        /** What is there and no file pins: pip itself and its kin do not count. */
        private void noteExtra(EnvironmentCheck.Findings found) {
            Set<String> usual = Set.of("pip", "setuptools", "wheel", "distribute");
            Set<String> pinned = request.pins().stream()
                    .map(pin -> pin.name().value())
                    .collect(Collectors.toCollection(HashSet::new));
            List<String> extra = found.installed().stream()
                    .map(one -> one.name().value())
                    .filter(name -> !pinned.contains(name) && !usual.contains(name))
                    .toList();
            boolean pinsAll = !request.environment().plan().stack().usesConda();
            if (!extra.isEmpty() && pinsAll && !pinned.isEmpty()) {
                notes.add("In the environment and pinned by no file: " + String.join(", ", extra) + ".");
            }
        }

        private void notePython(String version) {
            String planned = request.environment().plan().python().toString();
            if (!version.equals(planned)) {
                notes.add("The environment has Python " + version + "; the files were written for " + planned + ".");
            }
        }

        /** Whether it ran to its end, each time. */
        private boolean run(MadeEnvironment made, Subject subject) {
            stations.run(Station.RUN);
            for (int i = 1; i <= request.runs(); i++) {
                progress.checkCancelled();
                if (request.runs() > 1) {
                    stations.say(Station.RUN, "Run " + i + " of " + request.runs());
                }
                Path folder = Folders.in(kept, "run-" + i);
                List<String> said = new ArrayList<>();
                SubjectRun one = SubjectRun.of(subject, request, made, environment, folder, said, stations, progress);
                said.stream().filter(note -> !notes.contains(note)).forEach(notes::add);
                ran.add(one);
                Optional<String> notebook = i == 1
                        ? ExecutedNotebook.save(
                                one, subject, request.environment().folder(), notes)
                        : Optional.empty();
                runs.add(new Proof.Run(
                        one.words(),
                        one.outcome().status(),
                        one.outcome().end(),
                        one.outcome().took(),
                        notebook));
                if (!one.outcome().succeeded()) {
                    Trouble failed = RunFailure.of(one.outcome(), request.limits());
                    stations.troubled(Station.RUN, failed);
                    stations.end(Station.RUN, StationState.FAILED, failed.what());
                    return false;
                }
            }
            noteLimits();
            stations.end(
                    Station.RUN,
                    StationState.DONE,
                    runs.size() == 1 ? "ran to its end" : "ran " + runs.size() + " times to its end");
            return true;
        }

        private void noteLimits() {
            if (!request.environment().plan().stack().usesDocker()) {
                notes.add("The run was not held in a container: it could reach the network and this computer's files.");
            }
        }

        private void compare(Subject subject) {
            stations.run(Station.COMPARE);
            ResultCheck check = new ResultCheck(request, ran);
            List<ResultComparison> compared = check.look(subject);
            if (compared.isEmpty()) {
                endOpen(Station.COMPARE, StationState.SKIPPED, "there was nothing to compare with");
                return;
            }
            long same = compared.stream().filter(ResultComparison::same).count();
            for (ResultComparison result : compared) {
                result.difference()
                        .ifPresent(difference -> stations.say(Station.COMPARE, result.path() + ": " + difference));
            }
            results = compared;
            check.chance(compared).ifPresent(notes::add);
            stations.end(
                    Station.COMPARE,
                    same == compared.size() ? StationState.DONE : StationState.FAILED,
                    same + " of " + compared.size() + " results are the same");
        }

        private Proof report() {
            progress.checkCancelled();
            for (Station station : Station.values()) {
                if (station != Station.REPORT && stations.isOpen(station)) {
                    stations.end(station, StationState.SKIPPED, "");
                }
            }
            stations.run(Station.REPORT);
            Verdict verdict = verdict();
            trouble.addAll(stations.troubles());
            Proof.Computer computer = ComputerFacts.here(programs);
            noteGpu(computer);
            Proof proof = new Proof(
                    request.environment().plan().name(),
                    started,
                    Duration.between(started, clock.instant()),
                    verdict,
                    identity,
                    stations.reportsWith(Station.REPORT, StationState.DONE, ProofReport.HTML),
                    findings.map(EnvironmentCheck.Findings::installed).orElse(List.of()),
                    findings.map(EnvironmentCheck.Findings::distributions).orElse(List.of()),
                    findings.map(EnvironmentCheck.Findings::imports).orElse(List.of()),
                    runs,
                    results,
                    computer,
                    trouble,
                    notes);
            ProofReport.write(proof, request.environment().folder());
            stations.end(Station.REPORT, StationState.DONE, ProofReport.HTML);
            return proof;
        }

        /** Of the GPU in a container, the environment itself tells. */
        private void noteGpu(Proof.Computer computer) {
            boolean isWanted = !runs.isEmpty() && request.limits().gpu();
            if (isWanted
                    && computer.gpu().isEmpty()
                    && !request.environment().plan().stack().usesDocker()) {
                notes.add("The project is made for a GPU, and none was found here, so the GPU was not tested.");
            }
        }

        private Verdict verdict() {
            boolean whole = identity.isPresent()
                    && findings.map(EnvironmentCheck.Findings::allHold).orElse(false);
            if (!whole) {
                return Verdict.FAILED;
            }
            if (request.subject().isEmpty()) {
                return Verdict.BUILT;
            }
            boolean ranWell = runs.size() == request.runs()
                    && ran.stream().allMatch(one -> one.outcome().succeeded());
            if (!ranWell) {
                return Verdict.FAILED;
            }
            if (results.isEmpty()) {
                return Verdict.RAN;
            }
            return results.stream().allMatch(result -> result.same() && !result.random())
                    ? Verdict.REPRODUCED
                    : Verdict.DIFFERS;
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
