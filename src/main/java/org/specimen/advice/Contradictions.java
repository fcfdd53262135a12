package org.specimen.advice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.advice.Recommendation.Note;
import org.specimen.advice.Situation.Circumstance;
import org.specimen.advice.Situation.Shown;
import org.specimen.project.ProjectFacts;
import org.specimen.python.VersionWords;

/** Finds answers that do not go together, and answers that the project itself speaks against. */
record Contradictions(Rulebook rulebook) {

    List<Note> find(Situation situation, Optional<ProjectFacts> project) {
        List<Note> notes = new ArrayList<>();
        Situation said = onlySaid(situation);
        for (Rulebook.ContradictionRule rule : rulebook.contradictions()) {
            boolean reconciled =
                    rule.unless().map(unless -> unless.holds(said, project)).orElse(false);
            if (rule.when().holds(said, project) && !reconciled) {
                notes.add(new Note(rule.id(), rule.text(), rule.section()));
            }
        }
        for (Question question : Question.values()) {
            againstProject(question, situation).ifPresent(notes::add);
        }
        project.flatMap(facts -> againstPython(situation, facts)).ifPresent(notes::add);
        return notes;
    }

    private static Situation onlySaid(Situation situation) {
        Map<Question, Circumstance> said = new EnumMap<>(Question.class);
        situation.circumstances().forEach((question, circumstance) -> {
            List<String> values = situation.isSaid(question) ? circumstance.values() : List.of();
            said.put(question, new Circumstance(values, circumstance.origin(), Optional.empty()));
        });
        return new Situation(said);
    }

    /** An answer with which a lighter stack would do than with what the project shows. */
    private Optional<Note> againstProject(Question question, Situation situation) {
        Circumstance circumstance = situation.of(question);
        if (!situation.isSaid(question) || circumstance.shown().isEmpty()) {
            return Optional.empty();
        }
        Shown shown = circumstance.shown().get();
        if (!(shown.origin() instanceof Origin.Found found)
                || !needed(question, shown.values()).isHeavierThan(needed(question, circumstance.values()))) {
            return Optional.empty();
        }
        String text = AdviceTexts.text(
                "contradiction.shown",
                question.key(),
                String.join(", ", circumstance.values()),
                String.join(", ", shown.values()),
                Sources.brief(found));
        return Optional.of(new Note("project-shows-otherwise", text, ""));
    }

    /** The lightest stack for what this answer alone makes necessary. */
    private Stack needed(Question question, List<String> values) {
        Map<Question, Circumstance> alone = new EnumMap<>(Question.class);
        for (Question other : Question.values()) {
            List<String> given = other == question ? values : List.of();
            alone.put(other, new Circumstance(given, new Origin.Said(), Optional.empty()));
        }
        Situation situation = new Situation(alone);
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        rulebook.layers().stream()
                .filter(rule -> rule.when().holds(situation, Optional.empty()))
                .forEach(rule -> layers.addAll(rule.layers()));
        return Stack.lightestFor(layers);
    }

    private static Optional<Note> againstPython(Situation situation, ProjectFacts facts) {
        String version = situation.one(Question.PYTHON);
        ProjectFacts.PythonRequirement python = facts.python();
        if (version.equals(Question.ANY_PYTHON)
                || !situation.isSaid(Question.PYTHON)
                || new PythonDemand(python.requires()).admits(version)) {
            return Optional.empty();
        }
        String where = Sources.places(python.evidence());
        return Optional.of(new Note(
                "python-not-admitted",
                AdviceTexts.text("contradiction.python", version, VersionWords.of(python.requires()), where),
                ""));
    }
}
