package org.specimen.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.specimen.project.Evidence;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.project.Role;
import org.specimen.python.PackageName;

/** When a rule of the rulebook holds. */
public sealed interface Condition {

    /**
     * What makes this hold here; empty if it does not.
     *
     * @param project what the scan found; empty without a folder
     */
    Optional<Match> match(Situation situation, Optional<ProjectFacts> project);

    default boolean holds(Situation situation, Optional<ProjectFacts> project) {
        return match(situation, project).isPresent();
    }

    /**
     * Why a condition holds.
     *
     * @param question the question whose answer made it hold, empty where none did
     * @param from the answer or the finding
     */
    record Match(Optional<Question> question, Origin from) {}

    /** Holds for every project. */
    record Always() implements Condition {
        @Override
        public Optional<Match> match(Situation situation, Optional<ProjectFacts> project) {
            return Optional.of(new Match(Optional.empty(), new Origin.Always()));
        }
    }

    /** Holds if one of the values is among the question's. */
    record OneOf(Question question, List<String> values) implements Condition {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public Optional<Match> match(Situation situation, Optional<ProjectFacts> project) {
            return when(situation.values(question).stream().anyMatch(values::contains), situation, question);
        }
    }

    /** Holds if the question has values and all of them are among these. */
    record Only(Question question, List<String> values) implements Condition {
        public Only {
            values = List.copyOf(values);
        }

        @Override
        public Optional<Match> match(Situation situation, Optional<ProjectFacts> project) {
            List<String> given = situation.values(question);
            return when(!given.isEmpty() && values.containsAll(given), situation, question);
        }
    }

    /** Holds if the question has more than one value. */
    record Several(Question question) implements Condition {
        @Override
        public Optional<Match> match(Situation situation, Optional<ProjectFacts> project) {
            return when(situation.values(question).size() > 1, situation, question);
        }
    }

    /** Holds if nobody answered the question and nothing shows the answer. */
    record Unknown(Question question) implements Condition {
        @Override
        public Optional<Match> match(Situation situation, Optional<ProjectFacts> project) {
            return when(situation.isAssumed(question), situation, question);
        }
    }

    /** Holds if the answer about Python is a version. */
    record PythonVersion() implements Condition {
        @Override
        public Optional<Match> match(Situation situation, Optional<ProjectFacts> project) {
            List<String> given = situation.values(Question.PYTHON);
            boolean version = !given.isEmpty() && !given.contains(Question.ANY_PYTHON);
            return when(version, situation, Question.PYTHON);
        }
    }

    /** Holds if the project cannot run without one of these distributions. */
    record Packages(Set<PackageName> names) implements Condition {
        public Packages {
            names = Set.copyOf(names);
        }

        @Override
        public Optional<Match> match(Situation situation, Optional<ProjectFacts> project) {
            List<FoundPackage> found = project.map(facts -> found(names, facts)).orElse(List.of());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            List<String> what = new ArrayList<>();
            TreeSet<Evidence> evidence = new TreeSet<>();
            found.forEach(one -> {
                what.add(one.name().value());
                evidence.addAll(one.evidence());
            });
            Origin from = new Origin.Found(String.join(", ", what), List.copyOf(evidence));
            return Optional.of(new Match(Optional.empty(), from));
        }

        /** Those of the project's packages that it cannot run without and that are among the names. */
        static List<FoundPackage> found(Set<PackageName> names, ProjectFacts facts) {
            return facts.packages().stream()
                    .filter(one -> one.role() == Role.RUNTIME && names.contains(one.name()))
                    .toList();
        }
    }

    /** Holds if the scan warns of one of these kinds. */
    record Warnings(Set<String> kinds) implements Condition {
        public Warnings {
            kinds = Set.copyOf(kinds);
        }

        @Override
        public Optional<Match> match(Situation situation, Optional<ProjectFacts> project) {
            return project.flatMap(facts -> facts.warnings().stream()
                    .filter(warning -> kinds.contains(warning.kind()))
                    .findFirst()
                    .map(warning -> new Match(
                            Optional.empty(),
                            new Origin.Found(asClause(warning.message()), List.of(warning.evidence())))));
        }

        /** The rulebook sets it into sentences of its own. */
        private static String asClause(String message) {
            return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        }
    }

    /** Holds if all of them do; the first says why. */
    record AllOf(List<Condition> conditions) implements Condition {
        public AllOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Optional<Match> match(Situation situation, Optional<ProjectFacts> project) {
            return conditions.stream().allMatch(condition -> condition.holds(situation, project))
                    ? conditions.get(0).match(situation, project)
                    : Optional.empty();
        }
    }

    /** Holds if one of them does; the first that does says why. */
    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Optional<Match> match(Situation situation, Optional<ProjectFacts> project) {
            return conditions.stream()
                    .map(condition -> condition.match(situation, project))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    private static Optional<Match> when(boolean holds, Situation situation, Question question) {
        return holds ? Optional.of(new Match(Optional.of(question), situation.origin(question))) : Optional.empty();
    }
}
