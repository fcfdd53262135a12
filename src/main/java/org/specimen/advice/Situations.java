package org.specimen.advice;

import static org.specimen.advice.Question.AI;
import static org.specimen.advice.Question.COMPILED;
import static org.specimen.advice.Question.DOCKER;
import static org.specimen.advice.Question.GPU;
import static org.specimen.advice.Question.HORIZON;
import static org.specimen.advice.Question.MACHINES;
import static org.specimen.advice.Question.OPERATING_SYSTEMS;
import static org.specimen.advice.Question.OS_TROUBLE;
import static org.specimen.advice.Question.PEOPLE;
import static org.specimen.advice.Question.PURPOSE;
import static org.specimen.advice.Question.PYTHON;
import static org.specimen.advice.Question.RUNS_ON;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.specimen.advice.Situation.Circumstance;
import org.specimen.advice.Situation.Shown;
import org.specimen.catalogue.Catalogue;
import org.specimen.machine.MachineFacts;
import org.specimen.project.Evidence;
import org.specimen.project.ProjectFacts;
import org.specimen.python.VersionWords;

/** Joins what the person said with what project and computer show, and assumes the rest. What is said always wins. */
public final class Situations {

    /** What is assumed where nobody said and nothing shows it. */
    private static final Map<Question, String> ASSUMED = Map.of(
            PEOPLE, "me",
            OS_TROUBLE, "no",
            MACHINES, "one",
            HORIZON, "months",
            PURPOSE, "exploration",
            RUNS_ON, "laptop",
            COMPILED, "yes",
            PYTHON, Question.ANY_PYTHON,
            GPU, "none");

    private final Rulebook rulebook;
    private final Catalogue catalogue;

    public Situations(Rulebook rulebook, Catalogue catalogue) {
        this.rulebook = rulebook;
        this.catalogue = catalogue;
    }

    /**
     * Where the project stands.
     *
     * @param project what the scan found; empty without a folder
     */
    public Situation suggest(Optional<ProjectFacts> project, MachineFacts machine, Answers answers) {
        Map<Question, Circumstance> circumstances = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            Optional<Shown> shown = shown(question, project, machine);
            circumstances.put(question, circumstance(question, answers.to(question), shown, project));
        }
        return new Situation(circumstances);
    }

    private Circumstance circumstance(
            Question question, List<String> said, Optional<Shown> shown, Optional<ProjectFacts> project) {
        if (!said.isEmpty()) {
            return new Circumstance(said, new Origin.Said(), shown);
        }
        if (shown.isPresent()) {
            return new Circumstance(shown.get().values(), shown.get().origin(), shown);
        }
        List<String> values = ASSUMED.containsKey(question) ? List.of(ASSUMED.get(question)) : List.of();
        return new Circumstance(values, new Origin.Assumed(whyAssumed(question, project)), shown);
    }

    private String whyAssumed(Question question, Optional<ProjectFacts> project) {
        return project.filter(facts -> question == COMPILED)
                .map(facts -> new CompiledSigns(catalogue).whyAssumed(facts))
                .orElseGet(() -> AdviceTexts.text("assumed." + question.key()));
    }

    private Optional<Shown> shown(Question question, Optional<ProjectFacts> project, MachineFacts machine) {
        return switch (question) {
            case OPERATING_SYSTEMS ->
                Optional.of(new Shown(
                        List.of(machine.system().key()),
                        new Origin.Detected(machine.system().title())));
            case DOCKER -> Optional.of(docker(machine.engine()));
            case COMPILED -> project.flatMap(facts -> new CompiledSigns(catalogue).read(facts));
            case PYTHON -> project.flatMap(this::python);
            case GPU -> project.flatMap(Situations::gpu);
            case AI -> project.flatMap(this::ai);
            case PEOPLE, OS_TROUBLE, MACHINES, HORIZON, PURPOSE, RUNS_ON -> Optional.empty();
        };
    }

    /** An engine that is there but does not answer can be made to; whether one can be installed nobody can see. */
    private static Shown docker(MachineFacts.Engine engine) {
        String value = switch (engine.state()) {
            case READY -> "ready";
            case INSTALLED_NOT_RUNNING, NO_PERMISSION -> "installable";
            case ABSENT -> "no";
        };
        String state = engine.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Shown(
                List.of(value), new Origin.Detected(AdviceTexts.text("detected.engine." + state, engine.name())));
    }

    private Optional<Shown> python(ProjectFacts facts) {
        ProjectFacts.PythonRequirement python = facts.python();
        return new PythonDemand(python.requires())
                .version(catalogue.pythonReleases())
                .filter(version -> isAnswer(PYTHON, version))
                .map(version -> new Shown(
                        List.of(version),
                        new Origin.Found("Python " + VersionWords.of(python.requires()), python.evidence())));
    }

    private static boolean isAnswer(Question question, String value) {
        try {
            return !question.check(List.of(value)).isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static Optional<Shown> gpu(ProjectFacts facts) {
        ProjectFacts.Gpu gpu = facts.gpu();
        if (gpu.need() == ProjectFacts.GpuNeed.NONE) {
            return Optional.empty();
        }
        String value = gpu.need().name().toLowerCase(Locale.ROOT);
        return Optional.of(
                new Shown(List.of(value), new Origin.Found(AdviceTexts.text("found.gpu." + value), gpu.evidence())));
    }

    private Optional<Shown> ai(ProjectFacts facts) {
        List<String> values = new ArrayList<>();
        List<String> what = new ArrayList<>();
        TreeSet<Evidence> evidence = new TreeSet<>();
        facts.secrets().forEach(secret -> {
            values.add("api");
            what.add(secret.key());
            evidence.add(secret.evidence());
        });
        facts.models().forEach(model -> {
            values.add("models");
            what.add(model.name());
            evidence.add(model.evidence());
        });
        if (!facts.randomness().isEmpty()) {
            values.add("randomness");
            what.add(AdviceTexts.text("found.randomness"));
            evidence.addAll(facts.randomness());
        }
        for (Rulebook.Sign sign : rulebook.signs()) {
            Condition.Packages.found(sign.packages(), facts).forEach(found -> {
                values.add(sign.ai());
                what.add(found.name().value());
                evidence.addAll(found.evidence());
            });
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String named = String.join(", ", what.stream().distinct().toList());
        return Optional.of(new Shown(AI.check(values), new Origin.Found(named, List.copyOf(evidence))));
    }
}
