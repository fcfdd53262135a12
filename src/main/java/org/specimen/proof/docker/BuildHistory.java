package org.specimen.proof.docker;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How an image came about. Whatever is made of an image of Specimen's has its labels: a container that a person commits, or
 * a Dockerfile of theirs that begins with it. Their steps stand above the last one of Specimen's Dockerfiles, which is
 * CMD.
 *
 * @param steps as the engine tells them, the newest first
 * @param command of the image
 */
record BuildHistory(List<String> steps, List<String> command) {

    private static final Pattern COMMAND = Pattern.compile("(?:^|#\\(nop\\)\\s+)CMD\\b");
    private static final Pattern LABEL =
            Pattern.compile("(?:^|#\\(nop\\)\\s+)LABEL\\b.*\\b" + Pattern.quote(Engine.LABEL) + "=", Pattern.DOTALL);

    BuildHistory {
        steps = List.copyOf(steps);
        command = List.copyOf(command);
    }

    /** Whether it is the state of a build of Specimen's, at its end or before, and nothing was made of it since. */
    boolean isOfABuild() {
        int label = 0;
        while (label < steps.size() && !LABEL.matcher(steps.get(label)).find()) {
            if (label > 0 && COMMAND.matcher(steps.get(label)).find()) {
                return false;
            }
            label++;
        }
        return label < steps.size() && !isCommitted();
    }

    /** What was committed keeps the command of its container, and says it as its step; a build restores the image's. */
    private boolean isCommitted() {
        return steps.get(0).equals(String.join(" ", command));
    }
}
