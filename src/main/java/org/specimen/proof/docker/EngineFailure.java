package org.specimen.proof.docker;

import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.problem.OutsideFailure;
import org.specimen.problem.Problem;
import org.specimen.task.Cancelled;

/** What went wrong between Specimen and an engine, in words. */
final class EngineFailure {

    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private EngineFailure() {}

    /** What the engine answered: of {@code {"message":"…"}} what stands there. */
    static String said(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        Matcher message = MESSAGE.matcher(text);
        return message.find() ? message.group(1).replaceAll("\\\\(.)", "$1") : text.strip();
    }

    /**
     * The failure for a person. What docker-java throws where a socket is missing or breaks is a bare RuntimeException
     * around what the system said.
     *
     * @param engine its name, as in "Docker"
     * @return what is Specimen's own, a problem that was told already or a cancelling, as it is
     */
    static RuntimeException of(String engine, RuntimeException failure) {
        if (failure instanceof Problem || failure instanceof Cancelled) {
            return failure;
        }
        if (failure instanceof DockerException refused && refused.getHttpStatus() > 0) {
            return new OutsideFailure(
                    BuildExplainer.explain(said(refused))
                            .orElseGet(() -> Texts.trouble("engine.refused", engine, said(refused)))
                            .text(),
                    failure);
        }
        String reason = ioException(failure).map(EngineFailure::reason).orElseGet(() -> reason(failure));
        return new OutsideFailure(Texts.trouble("engine.lost", engine, reason).text(), failure);
    }

    /** Whether the way to the engine broke, as opposed to an answer that is no. */
    static boolean isLost(Throwable failure) {
        return !(failure instanceof DockerException refused && refused.getHttpStatus() > 0);
    }

    private static Optional<IOException> ioException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message.strip();
    }
}
