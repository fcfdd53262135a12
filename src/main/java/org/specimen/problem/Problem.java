package org.specimen.problem;

import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong in the user's world. The message is for the person at the screen: in one or two plain
 * sentences, what happened, to which file or package, and what to do now. It is never a fault in Specimen itself.
 */
public abstract sealed class Problem extends RuntimeException permits BadInput, NoSolution, OutsideFailure {

    private static final long serialVersionUID = 1L;

    Problem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The exit status that a run ends with when nobody could settle this. */
    public abstract ExitStatus status();

    /** The message, never null. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
