package org.specimen.ui.task;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.specimen.format.Credentials;
import org.specimen.problem.Problem;
import org.specimen.ui.text.Texts;

/**
 * Why something could not be done, for the person at the screen.
 *
 * @param message what happened, to what, and what to do now
 * @param problem what went wrong in the person's world; empty for a fault in Specimen itself
 * @param details for whoever is asked for help; copied, never shown; empty where there is nothing to help with
 * @param wanted whether the person stopped it, so that nothing went wrong
 */
public record Failure(String message, Optional<Problem> problem, String details, boolean wanted) {

    /** No login or key in an address comes to the screen or to the clipboard. */
    public Failure {
        message = Credentials.without(message);
        details = Credentials.without(details);
    }

    /** Something went wrong. */
    public Failure(String message, Optional<Problem> problem, String details) {
        this(message, problem, details, false);
    }

    /** The person stopped it. */
    public static Failure stopped(String message) {
        return new Failure(message, Optional.empty(), "", true);
    }

    public static Failure of(Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return cause instanceof Problem problem
                ? new Failure(problem.explanation(), Optional.of(problem), trace.toString())
                : new Failure(Texts.of(Failure.class).get("fault", cause), Optional.empty(), trace.toString());
    }
}
