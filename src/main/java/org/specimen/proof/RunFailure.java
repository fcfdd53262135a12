package org.specimen.proof;

import java.time.Duration;

/** Says why a run did not end well. */
final class RunFailure {

    private RunFailure() {}

    static Trouble of(RunOutcome outcome, RunLimits limits) {
        return switch (outcome.end()) {
            case OUT_OF_TIME ->
                new Trouble(
                        "The run took longer than " + shown(limits.time()) + " and was ended.", "Give it more time.");
            case OUT_OF_MEMORY ->
                new Trouble(
                        "The run needed more memory than it may have, and was ended.",
                        "Give it more memory, or let it work on less at once.");
            case BY_ITSELF -> {
                String said = outcome.errors();
                String last = said.lines()
                        .filter(line -> !line.isBlank())
                        .reduce((first, second) -> second)
                        .map(line -> LogLine.of(Station.RUN, LogLine.Source.ERRORS, line)
                                .text()
                                .strip())
                        .orElse("");
                yield new Trouble(
                        "The run ended with status " + outcome.status() + (last.isEmpty() ? "." : ": " + last),
                        "The log has all that it said.");
            }
        };
    }

    private static String shown(Duration time) {
        return time.toMinutes() > 0 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
    }
}
