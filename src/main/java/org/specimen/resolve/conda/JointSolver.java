package org.specimen.resolve.conda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.resolve.conda.JointUniverse.Place;
import org.specimen.resolve.conda.JointUniverse.Want;
import org.specimen.solve.Outcome;
import org.specimen.solve.Solver;
import org.specimen.task.Progress;

/** Finds the records of an environment on several platforms. */
public final class JointSolver {

    private JointSolver() {}

    /** The best records that go together, or why there are none. The same problem has the same outcome. */
    public static JointOutcome solve(JointProblem problem, Progress progress) {
        return solution(problem, progress)
                .<JointOutcome>map(JointOutcome.Solved::new)
                .orElseGet(() -> new JointOutcome.Impossible(JointConflicts.of(problem, progress)));
    }

    /** Whether there is such an environment. */
    public static boolean isSolvable(JointProblem problem, Progress progress) {
        return solution(problem, progress).isPresent();
    }

    /** The solution alone; empty where there is none. */
    static Optional<Map<Platform, List<PackageRecord>>> solution(JointProblem problem, Progress progress) {
        JointUniverse universe = new JointUniverse(problem);
        return Solver.solve(universe, universe.wanted(), progress) instanceof Outcome.Solution<Place, Want> solution
                ? Optional.of(universe.records(solution.chosen()))
                : Optional.empty();
    }
}
