package org.specimen.files;

import java.util.List;

/**
 * What became of a write that was interrupted.
 *
 * @param messages what a person should know, each a sentence: files that they changed meanwhile and that were left
 */
public record Recovery(Outcome outcome, List<String> messages) {

    /** How it ended. */
    public enum Outcome {
        /** No write was interrupted. */
        NOTHING,
        /** The write was finished: the files are the new ones. */
        FINISHED,
        /** The write was taken back: the files are the old ones. */
        UNDONE
    }

    static final Recovery NOTHING = new Recovery(Outcome.NOTHING, List.of());

    public Recovery {
        messages = List.copyOf(messages);
    }
}
