package org.specimen.resolve.conda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.PackageRecord;
import org.specimen.task.Progress;

/**
 * Single changes to what is wanted with which there is an environment: another version of one package, or one package
 * less. Only wishes that the contradiction rests on are tried, and only what was tried is told.
 */
final class WaysOut {

    /** More would not help a person to choose. */
    private static final int MOST = 4;

    private final CondaProblem problem;
    private final Progress progress;

    private WaysOut(CondaProblem problem, Progress progress) {
        this.problem = problem;
        this.progress = progress;
    }

    /** @param blamed the names of the wishes that the contradiction rests on */
    static List<String> of(CondaProblem problem, Set<String> blamed, Progress progress) {
        return new WaysOut(problem, progress).of(blamed);
    }

    private List<String> of(Set<String> blamed) {
        List<String> ways = new ArrayList<>();
        List<MatchSpec> wishes = problem.specs().stream()
                .filter(wish -> wish.exactName()
                        .filter(name -> blamed.contains(name.value()))
                        .isPresent())
                .toList();
        for (MatchSpec wish : wishes) {
            if (ways.size() < MOST) {
                otherVersion(wish).ifPresent(ways::add);
            }
        }
        for (MatchSpec wish : wishes) {
            if (ways.isEmpty()) {
                without(wish).ifPresent(ways::add);
            }
        }
        return ways;
    }

    private Optional<String> otherVersion(MatchSpec wish) {
        String name = wish.exactName().orElseThrow().value();
        MatchSpec open = MatchSpec.parse(name);
        if (wish.equals(open)) {
            return Optional.empty();
        }
        return solution(wish, Optional.of(open))
                .flatMap(records -> records.stream()
                        .filter(record -> record.name().value().equals(name))
                        .findFirst())
                .map(record -> "It would work with " + name + " " + record.version()
                        + (wish.build().matchesAll() ? "" : " (" + record.build() + ")") + " instead of "
                        + SpecText.of(wish) + ".");
    }

    private Optional<String> without(MatchSpec wish) {
        return solution(wish, Optional.empty()).map(records -> "It would work without " + SpecText.of(wish) + ".");
    }

    private Optional<List<PackageRecord>> solution(MatchSpec wish, Optional<MatchSpec> instead) {
        List<MatchSpec> specs = new ArrayList<>();
        for (MatchSpec spec : problem.specs()) {
            if (!spec.equals(wish)) {
                specs.add(spec);
            } else {
                instead.ifPresent(specs::add);
            }
        }
        return CondaSolver.solution(
                new CondaProblem(specs, problem.channels(), problem.virtual(), problem.kept()), progress);
    }
}
