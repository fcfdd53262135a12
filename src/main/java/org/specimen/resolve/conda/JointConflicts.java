package org.specimen.resolve.conda;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.problem.Conflict;
import org.specimen.problem.Conflict.Change;
import org.specimen.problem.Conflict.Remedy;
import org.specimen.solve.Incompatibility;
import org.specimen.solve.Outcome;
import org.specimen.solve.Solver;
import org.specimen.task.Progress;

/**
 * Tells what of that which is wanted on some platforms cannot be had together, and finds the smallest changes that settle
 * it, by trying them on all of the platforms.
 */
final class JointConflicts {

    /** Conflicts that have nothing to do with each other; who has more settles some first. */
    private static final int MOST_CONFLICTS = 4;

    private static final int MOST_FACTS = 8;
    private static final String PYTHON = "python";

    private final JointProblem problem;
    private final Progress progress;

    private JointConflicts(JointProblem problem, Progress progress) {
        this.problem = problem;
        this.progress = progress;
    }

    /** All of them: what is left when one is taken out may have the next. */
    static List<Conflict> of(JointProblem problem, Progress progress) {
        return new JointConflicts(problem, progress).all();
    }

    /**
     * Wishes of which none can be left out, or there is no conflict any more.
     *
     * @param platform where they exclude each other; empty where they do on none of the platforms by itself
     */
    private record Core(List<MatchSpec> specs, Optional<Platform> platform) {}

    private List<Conflict> all() {
        List<Core> cores = new ArrayList<>();
        List<MatchSpec> rest = problem.specs();
        while (cores.size() < MOST_CONFLICTS && !isSolvable(rest)) {
            Core core = smallest(rest);
            cores.add(core);
            rest = without(rest, core.specs());
        }
        return cores.stream().map(core -> conflict(core, cores)).toList();
    }

    private Core smallest(List<MatchSpec> specs) {
        for (Platform platform : problem.platforms().keySet()) {
            Optional<Set<String>> blamed = blamed(platform, specs);
            if (blamed.isPresent()) {
                List<MatchSpec> some = specs.stream()
                        .filter(spec -> blamed.get().contains(name(spec)))
                        .toList();
                boolean isEnough = blamed(platform, some).isPresent();
                return new Core(
                        shrunk(
                                isEnough ? some : specs,
                                fewer -> blamed(platform, fewer).isPresent()),
                        Optional.of(platform));
            }
        }
        return new Core(shrunk(specs, fewer -> !isSolvable(fewer)), Optional.empty());
    }

    private interface StillConflicts {
        boolean test(List<MatchSpec> specs);
    }

    private static List<MatchSpec> shrunk(List<MatchSpec> specs, StillConflicts stillConflicts) {
        List<MatchSpec> core = specs;
        for (MatchSpec spec : specs) {
            List<MatchSpec> fewer = without(core, List.of(spec));
            if (stillConflicts.test(fewer)) {
                core = fewer;
            }
        }
        return core;
    }

    /** The names of the wishes that a contradiction on a platform rests on; empty where there is none. */
    private Optional<Set<String>> blamed(Platform platform, List<MatchSpec> specs) {
        return proof(new CondaUniverse(problem.withSpecs(specs).problem(platform)))
                .map(proof -> new LinkedHashSet<>(Contradictions.wishes(proof).values()));
    }

    private Optional<Incompatibility<String, Wanted>> proof(CondaUniverse universe) {
        return Solver.solve(universe, universe.wanted(), progress) instanceof Outcome.Contradiction<String, Wanted> none
                ? Optional.of(none.proof())
                : Optional.empty();
    }

    private boolean isSolvable(List<MatchSpec> specs) {
        return JointSolver.solution(problem.withSpecs(specs), progress).isPresent();
    }

    private static List<MatchSpec> without(List<MatchSpec> all, List<MatchSpec> some) {
        List<MatchSpec> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static String name(MatchSpec spec) {
        return spec.exactName().orElseThrow().value();
    }

    private Conflict conflict(Core core, List<Core> all) {
        List<MatchSpec> others = all.stream()
                .filter(other -> !other.equals(core))
                .flatMap(other -> other.specs().stream())
                .toList();
        List<String> subjects =
                core.specs().stream().map(JointConflicts::name).distinct().toList();
        List<Remedy> remedies = remedies(core, without(problem.specs(), others));
        return core.platform()
                .map(platform -> conflict(core, platform, subjects, remedies))
                .orElseGet(() -> new Conflict(subjects, nowhereTheSame(core), List.of(), remedies));
    }

    private Conflict conflict(Core core, Platform platform, List<String> subjects, List<Remedy> remedies) {
        CondaUniverse universe =
                new CondaUniverse(problem.withSpecs(core.specs()).problem(platform));
        Incompatibility<String, Wanted> proof = proof(universe).orElseThrow();
        Contradictions words = new Contradictions(universe);
        return new Conflict(
                subjects,
                "For " + platform + ": " + words.what(proof),
                pythons(core, platform).map(List::of).orElseGet(() -> because(words, proof)),
                remedies);
    }

    private Optional<String> pythons(Core core, Platform platform) {
        return Optional.ofNullable(problem.platforms().get(platform))
                .flatMap(there -> PythonClash.fact(there, core.specs()));
    }

    private static List<String> because(Contradictions words, Incompatibility<String, Wanted> proof) {
        List<String> facts = words.facts(proof);
        return facts.size() <= MOST_FACTS ? facts : words.why(proof);
    }

    private String nowhereTheSame(Core core) {
        return "There are no versions that are the same on "
                + problem.platforms().keySet().stream().map(Platform::subdir).collect(Collectors.joining(", "))
                + " of: " + core.specs().stream().map(SpecText::of).collect(Collectors.joining(", ")) + ".";
    }

    private List<Remedy> remedies(Core core, List<MatchSpec> specs) {
        List<Remedy> remedies = new ArrayList<>();
        core.specs().forEach(spec -> otherVersion(List.of(spec), specs).ifPresent(remedies::add));
        if (remedies.isEmpty() && core.specs().size() > 1) {
            otherVersion(core.specs(), specs).ifPresent(remedies::add);
        }
        core.specs().stream()
                .filter(spec -> !name(spec).equals(PYTHON))
                .filter(spec -> isSolvable(without(specs, List.of(spec))))
                .map(spec -> new Remedy(
                        "Leave " + name(spec) + " out.", List.of(new Change(Change.Kind.LEAVE_OUT, name(spec), ""))))
                .forEach(remedies::add);
        return remedies;
    }

    /** What is chosen where the versions of some do not matter. */
    private Optional<Remedy> otherVersion(List<MatchSpec> some, List<MatchSpec> all) {
        List<MatchSpec> loosened = all.stream()
                .map(spec -> some.contains(spec) ? MatchSpec.parse(name(spec)) : spec)
                .toList();
        if (loosened.equals(all)) {
            return Optional.empty();
        }
        return JointSolver.solution(problem.withSpecs(loosened), progress)
                .map(records -> changes(some, records))
                .filter(changes -> !changes.isEmpty())
                .map(changes -> new Remedy(use(changes, some), changes));
    }

    private static List<Change> changes(List<MatchSpec> some, Map<Platform, List<PackageRecord>> records) {
        List<Change> changes = new ArrayList<>();
        for (MatchSpec spec : some) {
            records.values().stream()
                    .flatMap(List::stream)
                    .filter(record -> record.name().value().equals(name(spec)))
                    .filter(record -> !spec.matches(record))
                    .map(record ->
                            change(record.name().value(), record.version().toString()))
                    .findFirst()
                    .ifPresent(changes::add);
        }
        return changes;
    }

    private static Change change(String name, String version) {
        if (!name.equals(PYTHON)) {
            return new Change(Change.Kind.USE_VERSION, name, version);
        }
        String[] numbers = version.split("\\.", 3);
        return new Change(Change.Kind.USE_PYTHON, name, numbers[0] + "." + numbers[1]);
    }

    private static String asked(MatchSpec spec) {
        String version = spec.version().toString();
        if (spec.build().matchesAll()) {
            return version;
        }
        return version.equals("*") ? "a build " + spec.build() : version + " in a build " + spec.build();
    }

    private static String use(List<Change> changes, List<MatchSpec> some) {
        return "Use "
                + changes.stream()
                        .map(change -> change.kind() == Change.Kind.USE_PYTHON
                                ? "Python " + change.value()
                                : change.subject() + " " + change.value() + " instead of "
                                        + some.stream()
                                                .filter(spec -> name(spec).equals(change.subject()))
                                                .map(JointConflicts::asked)
                                                .findFirst()
                                                .orElse(""))
                        .collect(Collectors.joining(" and "))
                + ".";
    }
}
