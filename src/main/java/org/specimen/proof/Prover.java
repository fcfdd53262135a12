package org.specimen.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
                        .anyMatch(known -> known.text().equals(told.text()));
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
                Optional<String> notebook = i == 1 ? saved(one, subject) : Optional.empty();
                runs.add(new Proof.Run(
                        one.words(),
                        one.outcome().status(),
                        one.outcome().end(),
                        one.outcome().took(),
                        notebook));
                if (!one.outcome().succeeded()) {
                    Trouble failed = failedRun(one.outcome());
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

        private Trouble failedRun(RunOutcome outcome) {
            return switch (outcome.end()) {
                case OUT_OF_TIME ->
                    new Trouble(
                            "The run took longer than " + shown(request.limits().time()) + " and was ended.",
                            "Give it more time.");
                case OUT_OF_MEMORY ->
                    new Trouble(
                            "The run needed more memory than it may have, and was ended.",
                            "Give it more memory, or let it work on less at once.");
                case BY_ITSELF -> {
                    String said = outcome.errors();
                    String last = said.lines()
                            .filter(line -> !line.isBlank())
                            .reduce((first, second) -> second)
                            .map(line -> LogLine.of(Station.RUN, LogLine.Source.ERRORS, line)
                                    .text()
                                    .strip())
                            .orElse("");
                    yield new Trouble(
                            "The run ended with status " + outcome.status() + (last.isEmpty() ? "." : ": " + last),
                            "The log has all that it said.");
                }
            };
        }

        private static String shown(Duration time) {
            return time.toMinutes() > 0 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
        }

        /** The notebook as it ran, beside the original; another notebook of that name stays. */
        private Optional<String> saved(SubjectRun one, Subject subject) {
            Optional<Path> executed = one.executed(subject);
            if (executed.isEmpty() || !(subject instanceof Subject.Notebook notebook)) {
                return Optional.empty();
            }
            try {
                byte[] content = Files.readAllBytes(executed.get());
                if (NotebookOutputs.read(notebook.path(), content).ranPlainly()) {
                    notes.add("Jupyter is not in the environment, so the notebook's cells ran in plain Python: without"
                            + " magics beyond the harmless ones, and without pictures among the outputs.");
                }
                String name = SubjectRun.executedName(notebook.path());
                for (int i = 2; isForeign(name); i++) {
                    name = SubjectRun.executedName(notebook.path()).replaceFirst("\\.run\\.", ".run-" + i + ".");
                }
                Files.write(request.environment().folder().resolve(name), content);
                return Optional.of(name);
            } catch (IOException failed) {
                throw new OutsideFailure(
                        "The notebook as it ran could not be saved beside " + notebook.path()
                                + ". Check that the folder may be written to.",
                        failed);
            }
        }

        private boolean isForeign(String name) throws IOException {
            Path file = request.environment().folder().resolve(name);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            return !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || !Files.readString(file).contains("\"specimen\": {");
        }

        private void compare(Subject subject) {
            List<ResultComparison> compared = new ArrayList<>(compared(subject));
            if (compared.isEmpty()) {
                endOpen(Station.COMPARE, StationState.SKIPPED, "there was nothing to compare with");
                return;
            }
            long same = compared.stream().filter(ResultComparison::same).count();
            for (ResultComparison result : compared) {
                result.difference()
                        .ifPresent(difference -> stations.say(Station.COMPARE, result.path() + ": " + difference));
            }
            results = List.copyOf(compared);
            noteChance();
            stations.end(
                    Station.COMPARE,
                    same == compared.size() ? StationState.DONE : StationState.FAILED,
                    same + " of " + compared.size() + " results are the same");
        }

        private List<ResultComparison> compared(Subject subject) {
            stations.run(Station.COMPARE);
            Path project = request.environment().folder();
            Map<String, ResultComparison> all = new LinkedHashMap<>();
            Set<String> random = new HashSet<>();
            for (String path : request.expected()) {
                boolean isSubject = subject instanceof Subject.Notebook notebook
                        && notebook.path().equals(path);
                if (!isSubject) {
                    compareFile(path, project.resolve(path), path, all, random);
                }
            }
            if (subject instanceof Subject.Notebook notebook) {
                compareNotebook(notebook, project, all, random);
            }
            return all.values().stream()
                    .map(result -> new ResultComparison(
                            result.path(), result.kind(), result.difference(), random.contains(result.path())))
                    .toList();
        }

        private void compareNotebook(
                Subject.Notebook notebook, Path project, Map<String, ResultComparison> all, Set<String> random) {
            String executed = SubjectRun.executedName(notebook.path());
            Path original = project.resolve(notebook.path());
            try {
                if (NotebookOutputs.read(notebook.path(), Files.readAllBytes(original))
                        .hasOutputs()) {
                    compareFile(notebook.path(), original, executed, all, random);
                }
            } catch (IOException unreadable) {
                throw new OutsideFailure(notebook.path() + " cannot be read to be compared.", unreadable);
            }
        }

        private void compareFile(
                String path, Path theirs, String made, Map<String, ResultComparison> all, Set<String> random) {
            Path first = ran.get(0).results().resolve(made);
            Results.compare(path, theirs, first, request.tolerance()).forEach(result -> all.put(result.path(), result));
            for (SubjectRun again : ran.subList(1, ran.size())) {
                if (Files.isRegularFile(first)) {
                    Results.compare(path, first, again.results().resolve(made), request.tolerance()).stream()
                            .filter(result -> !result.same())
                            .forEach(result -> {
                                random.add(result.path());
                                all.putIfAbsent(result.path(), result);
                            });
                }
            }
        }

        private void noteChance() {
            if (results.stream().noneMatch(ResultComparison::random)) {
                if (request.runs() > 1 && results.stream().anyMatch(result -> !result.same())) {
                    notes.add(
                            "Two runs here gave the same: what differs comes from the computer, the environment or the"
                                    + " data, and not from chance.");
                }
                return;
            }
            String places =
                    request.unseeded().stream().map(Object::toString).limit(5).collect(Collectors.joining("; "));
            notes.add(
                    places.isEmpty()
                            ? "Two runs here differ. The scan saw no random numbers without a seed: the order of a set (set"
                                    + " PYTHONHASHSEED), threads, the time or a server may be the cause."
                            : "Two runs here differ. Random numbers are drawn without a seed: " + places
                                    + ". Set a seed there.");
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
            noteGpu();
            stations.end(Station.REPORT, StationState.DONE, ProofReport.HTML);
            Proof proof = new Proof(
                    request.environment().plan().name(),
                    started,
                    Duration.between(started, clock.instant()),
                    verdict,
                    identity,
                    stations.reports(),
                    findings.map(EnvironmentCheck.Findings::installed).orElse(List.of()),
                    findings.map(EnvironmentCheck.Findings::distributions).orElse(List.of()),
                    findings.map(EnvironmentCheck.Findings::imports).orElse(List.of()),
                    runs,
                    results,
                    ComputerFacts.here(programs),
                    trouble,
                    notes);
            ProofReport.write(proof, request.environment().folder());
            return proof;
        }

        private void noteGpu() {
            if (!runs.isEmpty() && !request.limits().gpu()) {
                notes.add("The GPU was not tested.");
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
