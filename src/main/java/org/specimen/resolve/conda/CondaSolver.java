package org.specimen.resolve.conda;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.specimen.conda.PackageRecord;
import org.specimen.index.channel.ChannelRecord;
import org.specimen.solve.Outcome;
import org.specimen.solve.Solver;
import org.specimen.task.Progress;

/** Finds the records of an environment. */
public final class CondaSolver {

    private CondaSolver() {}

    /** The best records that go together, or why there are none. The same problem has the same outcome. */
    public static CondaOutcome solve(CondaProblem problem, Progress progress) {
        CondaUniverse universe = new CondaUniverse(problem);
        Outcome<String, Wanted> outcome = Solver.solve(universe, universe.wanted(), progress);
        if (outcome instanceof Outcome.Solution<String, Wanted> solution) {
            return new CondaOutcome.Solved(records(universe, solution));
        }
        var contradiction = (Outcome.Contradiction<String, Wanted>) outcome;
        return new Contradictions(problem, universe, progress).explain(contradiction.proof());
    }

    /** The solution alone; empty where there is none. */
    public static Optional<List<PackageRecord>> solution(CondaProblem problem, Progress progress) {
        CondaUniverse universe = new CondaUniverse(problem);
        return Solver.solve(universe, universe.wanted(), progress) instanceof Outcome.Solution<String, Wanted> solution
                ? Optional.of(records(universe, solution))
                : Optional.empty();
    }

    private static List<PackageRecord> records(CondaUniverse universe, Outcome.Solution<String, Wanted> solution) {
        return solution.chosen().entrySet().stream()
                .flatMap(chosen -> universe.record(chosen.getKey(), chosen.getValue()).stream())
                .map(ChannelRecord::whole)
                .sorted(Comparator.comparing(PackageRecord::name))
                .toList();
    }
}
