package org.specimen.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.specimen.advice.Stack;
import org.specimen.catalogue.DebianSuite;
import org.specimen.format.Json;
import org.specimen.format.JsonWriter;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.Proof.DistributionCheck;
import org.specimen.proof.Proof.ImportCheck;
import org.specimen.proof.Proof.Installed;
import org.specimen.proof.ProofRequest.ImportToTry;
import org.specimen.python.PackageName;
import org.specimen.task.Progress;

/** Looks, from within an environment, at what is installed and what can be imported. */
final class EnvironmentCheck {

    /** How long one import may take, in seconds: large libraries on a slow disk take a minute. */
    private static final int IMPORT_SECONDS = 180;

    /** How many imports are tried at once. */
    private static final int TOGETHER = 2;

    /**
     * What was found.
     *
     * @param python its version
     * @param distributions the pinned ones
     */
    record Findings(
            String python,
            List<Installed> installed,
            List<DistributionCheck> distributions,
            List<ImportCheck> imports) {

        boolean allHold() {
            return distributions.stream().allMatch(DistributionCheck::holds)
                    && imports.stream().allMatch(one -> one.works() || one.optional());
        }
    }

    private final Explainer explainer;

    EnvironmentCheck(Explainer explainer) {
        this.explainer = explainer;
    }

    /** @throws OutsideFailure if Python itself does not start */
    Findings look(MadeEnvironment environment, ProofRequest request, Stations stations, Progress progress) {
        List<String> modules =
                request.imports().stream().map(ImportToTry::module).distinct().toList();
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("imports", modules);
        asked.put("seconds", IMPORT_SECONDS);
        asked.put("together", TOGETHER);
        List<String> words = new ArrayList<>(environment.python());
        words.addAll(List.of("-c", Resources.text("check.py")));
        Duration time = RunLimits.CHECK.time().plusSeconds((long) IMPORT_SECONDS * modules.size());
        Path folder = Folders.temporary("check");
        try {
            RunOutcome outcome = environment.run(
                    new RunRequest(
                            words,
                            folder,
                            JsonWriter.write(asked),
                            Map.of("PYTHONDONTWRITEBYTECODE", "1"),
                            new RunLimits(
                                    time,
                                    RunLimits.CHECK.memoryBytes(),
                                    false,
                                    request.limits().gpu())),
                    Station.IMPORTS,
                    new Live(stations, modules.size()),
                    progress);
            return read(outcome, environment.identity(), request, stations);
        } finally {
            Folders.remove(folder);
        }
    }

    private Findings read(RunOutcome outcome, EnvironmentIdentity identity, ProofRequest request, Stations stations) {
        Map<PackageName, String> installed = new TreeMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        String python = "";
        boolean ended = false;
        for (String line : outcome.output().lines().toList()) {
            Map<String, String> told = object(line);
            switch (told.getOrDefault("kind", "")) {
                case "python" -> python = told.getOrDefault("version", "");
                case "distribution" -> {
                    String version = told.getOrDefault("version", "");
                    PackageName.tryOf(told.getOrDefault("name", "")).ifPresent(name -> installed.put(name, version));
                }
                case "import" -> errors.put(told.getOrDefault("module", ""), told.getOrDefault("error", ""));
                case "end" -> ended = true;
                default -> {
                    // What else is printed is not ours.
                }
            }
        }
        if (!ended) {
            throw new OutsideFailure("The Python of the environment did not do what it was asked to: "
                    + outcome.errors().lines().reduce((first, second) -> second).orElse("it said nothing") + ".");
        }
        List<ImportCheck> imports = new ArrayList<>();
        for (ImportToTry wanted : request.imports()) {
            imports.add(check(wanted, errors.getOrDefault(wanted.module(), ""), identity, stations));
        }
        return new Findings(
                python,
                installed.entrySet().stream()
                        .map(entry -> new Installed(entry.getKey(), entry.getValue()))
                        .toList(),
                request.pins().stream()
                        .map(pin -> new DistributionCheck(
                                pin.name(), pin.version(), Optional.ofNullable(installed.get(pin.name()))))
                        .toList(),
                imports);
    }

    private ImportCheck check(ImportToTry wanted, String said, EnvironmentIdentity identity, Stations stations) {
        if (said.isEmpty()) {
            return new ImportCheck(
                    wanted.module(), wanted.optional(), wanted.evidence(), Optional.empty(), Optional.empty());
        }
        said.lines()
                .forEach(line -> stations.logged(
                        LogLine.of(Station.IMPORTS, LogLine.Source.ERRORS, wanted.module() + ": " + line)));
        Trouble trouble = explainer.failedImport(
                new Explainer.FailedImport(wanted.module(), said, identity.stack(), suite(identity)));
        String last = said.lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse(said);
        return new ImportCheck(
                wanted.module(), wanted.optional(), wanted.evidence(), Optional.of(last), Optional.of(trouble));
    }

    /** By the tag that the image starts from; Ubuntu since 24.04 names its packages as trixie does. */
    private static Optional<DebianSuite> suite(EnvironmentIdentity identity) {
        if (identity.stack() == Stack.VENV) {
            return Optional.empty();
        }
        return identity.image()
                .map(EnvironmentIdentity.Image::base)
                .map(base -> base.contains("bookworm") || base.contains("ubuntu22.04")
                        ? DebianSuite.BOOKWORM
                        : DebianSuite.TRIXIE);
    }

    /** A line of the check as names and texts; empty for what is none. */
    private static Map<String, String> object(String line) {
        if (!line.startsWith("{")) {
            return Map.of();
        }
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            Object read = Json.read("check", new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
            if (read instanceof Map<?, ?> map) {
                map.forEach((key, value) -> fields.put(String.valueOf(key), String.valueOf(value)));
            }
            return fields;
        } catch (BadInput notOurs) {
            return Map.of();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Tells how far the check is in place of its own lines, which are for us. */
    private static final class Live implements ProofListener {

        private final Stations stations;
        private final int total;
        private final AtomicInteger done = new AtomicInteger();

        Live(Stations stations, int total) {
            this.stations = stations;
            this.total = total;
        }

        @Override
        public void logged(LogLine line) {
            if (!line.text().startsWith("{\"kind\": ")) {
                stations.logged(line);
            } else if (line.text().startsWith("{\"kind\": \"import\"")) {
                int count = done.incrementAndGet();
                stations.progressed(Station.IMPORTS, "import " + count + " of " + total, count, total);
                Map<String, String> told = object(line.text());
                if (told.getOrDefault("error", "not read").isEmpty()) {
                    stations.say(Station.IMPORTS, "import " + told.getOrDefault("module", "") + ": works");
                }
            }
        }
    }
}
