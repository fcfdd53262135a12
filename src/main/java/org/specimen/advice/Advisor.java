package org.specimen.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.advice.Recommendation.Alternative;
import org.specimen.advice.Recommendation.Assumption;
import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Recommendation.Note;
import org.specimen.advice.Recommendation.Obstacle;
import org.specimen.advice.Recommendation.Reason;
import org.specimen.catalogue.PythonReleases;
import org.specimen.machine.MachineFacts;
import org.specimen.project.ProjectFacts;

/** Applies the rulebook to a situation. */
public final class Advisor {

    private static final String VERSION_CONTROL = "version-control";

    private final Rulebook rulebook;
    private final PythonReleases pythons;

    /**
     * An advisor that follows these rules.
     *
     * @param pythons which Pythons are still maintained, and so suit a virtual environment
     */
    public Advisor(Rulebook rulebook, PythonReleases pythons) {
        this.rulebook = rulebook;
        this.pythons = pythons;
    }

    /**
     * What fits, and why. The same situation, project and machine give the same advice.
     *
     * @param project what the scan found; empty without a folder
     */
    public Recommendation advise(Situation situation, Optional<ProjectFacts> project, MachineFacts machine) {
        Set<Layer> required = required(situation, project);
        Stack stack = Stack.lightestFor(required);
        List<Obstacle> obstacles = obstacles(situation, project);
        TodayStep.Today today = new TodayStep(pythons).choose(stack, situation, project, machine, !obstacles.isEmpty());
        return new Recommendation(
                stack,
                today.stack(),
                today.missing(),
                layers(stack, required, situation, project),
                alternatives(stack, required, situation, !obstacles.isEmpty()),
                obstacles,
                assumptions(situation),
                new Contradictions(rulebook).find(situation, project),
                notes(rulebook.cautions(), situation, project),
                notes(rulebook.habits(), situation, project));
    }

    /** The layers that must be controlled here. */
    public Set<Layer> required(Situation situation, Optional<ProjectFacts> project) {
        Set<Layer> required = EnumSet.noneOf(Layer.class);
        rulebook.layers().stream()
                .filter(rule -> rule.when().holds(situation, project))
                .forEach(rule -> required.addAll(rule.layers()));
        return required;
    }

    private List<LayerAdvice> layers(
            Stack stack, Set<Layer> required, Situation situation, Optional<ProjectFacts> project) {
        List<LayerAdvice> advice = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            Optional<String> controlledBy = controlledBy(layer, stack);
            Optional<String> risk = controlledBy.isPresent() ? Optional.empty() : Optional.of(risk(layer));
            advice.add(new LayerAdvice(
                    layer, required.contains(layer), controlledBy, reasons(layer, situation, project), risk));
        }
        return advice;
    }

    /** What it risks to leave a layer open; the project itself is never the environment's to hold and has none. */
    public static String risk(Layer layer) {
        return AdviceTexts.text("risk." + layer.key());
    }

    private static Optional<String> controlledBy(Layer layer, Stack stack) {
        if (layer == Layer.PROJECT) {
            return Optional.of(VERSION_CONTROL);
        }
        return stack.controls(layer) ? Optional.of(stack.key()) : Optional.empty();
    }

    private List<Reason> reasons(Layer layer, Situation situation, Optional<ProjectFacts> project) {
        List<Reason> reasons = new ArrayList<>();
        for (Rulebook.LayerRule rule : rulebook.layers()) {
            if (rule.layers().contains(layer)) {
                rule.when()
                        .match(situation, project)
                        .map(match -> new Reason(
                                rule.id(),
                                rule.because(),
                                match.from(),
                                Sources.of(match, situation),
                                match.question(),
                                rule.section()))
                        .ifPresent(reasons::add);
            }
        }
        return reasons;
    }

    private static List<Alternative> alternatives(
            Stack advised, Set<Layer> required, Situation situation, boolean obstacle) {
        boolean dockerReady = TodayStep.dockerReady(situation);
        return Arrays.stream(Stack.values())
                .filter(stack -> stack != advised)
                .map(stack -> {
                    List<Layer> loses = onlyIn(advised, stack);
                    List<Layer> leavesOpen =
                            loses.stream().filter(required::contains).toList();
                    return new Alternative(
                            stack, onlyIn(stack, advised), loses, leavesOpen, cost(stack, dockerReady, obstacle));
                })
                .toList();
    }

    private static List<Layer> onlyIn(Stack one, Stack other) {
        return Arrays.stream(Layer.values())
                .filter(layer -> one.controls(layer) && !other.controls(layer))
                .toList();
    }

    private static String cost(Stack stack, boolean dockerReady, boolean obstacle) {
        List<String> sentences = new ArrayList<>();
        sentences.add(cost(stack));
        if (stack.usesDocker() && !dockerReady) {
            sentences.add(AdviceTexts.text("cost.no-docker-here"));
        }
        if (stack.usesDocker() && obstacle) {
            sentences.add(AdviceTexts.text("cost.obstacle"));
        }
        return String.join(" ", sentences);
    }

    /** What a stack asks of the person, wherever they are. */
    public static String cost(Stack stack) {
        return AdviceTexts.text("cost." + stack.key());
    }

    private List<Obstacle> obstacles(Situation situation, Optional<ProjectFacts> project) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (Rulebook.ObstacleRule rule : rulebook.obstacles()) {
            rule.when()
                    .match(situation, project)
                    .map(match -> new Obstacle(
                            rule.id(),
                            fill(rule.what(), match),
                            fill(rule.instead(), match),
                            match.from(),
                            Sources.of(match, situation),
                            rule.section()))
                    .ifPresent(obstacles::add);
        }
        return obstacles;
    }

    private static List<Assumption> assumptions(Situation situation) {
        return Arrays.stream(Question.values())
                .filter(question -> !situation.isSaid(question))
                .map(question -> new Assumption(
                        question,
                        situation.values(question),
                        situation.origin(question),
                        Sources.of(question, situation)))
                .toList();
    }

    private static List<Note> notes(
            List<Rulebook.NoteRule> rules, Situation situation, Optional<ProjectFacts> project) {
        List<Note> notes = new ArrayList<>();
        for (Rulebook.NoteRule rule : rules) {
            rule.when()
                    .match(situation, project)
                    .map(match -> new Note(rule.id(), fill(rule.text(), match), rule.section()))
                    .ifPresent(notes::add);
        }
        return notes;
    }

    private static String fill(String text, Condition.Match match) {
        return match.from() instanceof Origin.Found found ? text.replace("{found}", found.what()) : text;
    }
}
