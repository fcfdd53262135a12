package org.specimen.ui.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.app.Project;
import org.specimen.project.ProjectFacts;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.Texts;

/** How far reading a project is, and what was found, as words. */
public sealed interface Reading {

    /** No project is open. */
    record None() implements Reading {}

    /** The person goes on without one. */
    record Without() implements Reading {}

    record UnderWay() implements Reading {}

    /**
     * A folder could not be read.
     *
     * @param still the project that is open all the same
     */
    record Failed(Failure failure, Optional<Done> still) implements Reading {}

    /**
     * A project was read.
     *
     * @param summary in one line
     * @param findings worst first
     * @param worthRecording what else the environment or its guide has to know
     */
    record Done(
            Path folder,
            String name,
            String summary,
            List<Finding> findings,
            List<Finding> worthRecording,
            boolean isEmpty,
            boolean hasPlan)
            implements Reading {
        public Done {
            findings = List.copyOf(findings);
            worthRecording = List.copyOf(worthRecording);
        }
    }

    /**
     * What would break or change a rerun: all findings of one kind.
     *
     * @param title what kind it is, in a few words
     * @param breaks whether a rerun would break, or only be different
     * @param places where, and what is the matter there
     */
    record Finding(String title, boolean breaks, List<Place> places) {
        public Finding {
            places = List.copyOf(places);
        }
    }

    /** One of a finding's places. */
    record Place(String where, String message) {}

    static Reading of(Outcome<Project> project, boolean without) {
        if (project instanceof Outcome.Working<Project>) {
            return new UnderWay();
        }
        if (project instanceof Outcome.Failed<Project> failed) {
            return new Failed(failed.failure(), failed.last().map(Reading::done));
        }
        return project.ready().<Reading>map(Reading::done).orElseGet(() -> without ? new Without() : new None());
    }

    private static Done done(Project project) {
        ProjectFacts facts = project.facts();
        Texts texts = Texts.of(Reading.class);
        List<Finding> findings = findings(facts, texts);
        long breaking = findings.stream()
                .filter(Finding::breaks)
                .mapToInt(finding -> finding.places().size())
                .sum();
        String summary = Stream.of(
                        counted(texts, "summary.python", facts.files().pythonFiles()),
                        counted(texts, "summary.notebook", facts.files().notebooks()),
                        Optional.of(texts.counted(
                                "summary.package", facts.packages().size())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        boolean isEmpty = facts.files().pythonFiles() == 0
                && facts.files().notebooks() == 0
                && facts.packages().isEmpty()
                && facts.condaPackages().isEmpty();
        return new Done(
                project.folder(),
                facts.name(),
                summary
                        + (breaking == 0
                                ? texts.get(canMove(facts) ? "summary.moving" : "summary.well")
                                : texts.counted("summary.breaks", breaking)),
                findings,
                WorthRecording.of(facts),
                isEmpty,
                project.plan().isPresent());
    }

    /** A model by name alone is whatever goes by that name on the day, and so is one behind a service. */
    private static boolean canMove(ProjectFacts facts) {
        return facts.models().stream().anyMatch(model -> model.revision().isEmpty());
    }

    /** What there is none of goes unsaid. */
    private static Optional<String> counted(Texts texts, String key, long number) {
        return number == 0 ? Optional.empty() : Optional.of(texts.counted(key, number));
    }

    private static List<Finding> findings(ProjectFacts facts, Texts texts) {
        Map<String, List<Place>> byKind = new LinkedHashMap<>();
        facts.warnings()
                .forEach(warning -> byKind.computeIfAbsent(warning.kind(), kind -> new ArrayList<>())
                        .add(new Place(warning.evidence().toString(), warning.message())));
        return byKind.entrySet().stream()
                .map(entry -> new Finding(
                        texts.get("finding." + entry.getKey()),
                        texts.has("breaks." + entry.getKey()),
                        entry.getValue()))
                .toList();
    }
}
