package org.specimen.proof.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.advice.Stack;
import org.specimen.problem.OutsideFailure;
import org.specimen.process.LiveProgram;
import org.specimen.proof.EnvironmentIdentity;
import org.specimen.task.Progress;

/** Asks the Python of an environment what it is. */
final class Interpreter {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final String QUESTION = "import platform; print(platform.python_version());"
            + " print(platform.system().lower() + '/' + platform.machine().lower())";

    private Interpreter() {}

    /** @throws OutsideFailure if it does not start */
    static EnvironmentIdentity identity(
            Stack stack,
            Path location,
            Path python,
            Map<String, String> environment,
            Path temporary,
            Progress progress) {
        LiveProgram.Ended told = new LiveProgram(
                        List.of(python.toString(), "-c", QUESTION),
                        temporary,
                        ComputerVariables.forRuns(environment),
                        "",
                        LIMIT)
                .run((line, isError) -> {}, progress);
        List<String> lines = told.output().lines().toList();
        if (!told.succeeded() || lines.size() < 2) {
            throw new OutsideFailure(
                    "The Python in " + location + " does not start. Remove that folder, and try again.");
        }
        return new EnvironmentIdentity(
                stack, location.toString(), "Python " + lines.get(0), lines.get(1), Optional.empty(), List.of());
    }
}
