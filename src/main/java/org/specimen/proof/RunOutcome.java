package org.specimen.proof;

import java.time.Duration;

/**
 * How a program ended.
 *
 * @param status its exit status; 128 and more where a signal ended it
 * @param output what it wrote to standard output, its first {@value #MAX_CHARACTERS} characters
 * @param errors the last {@value #MAX_CHARACTERS} characters of what it wrote to standard error
 * @param end why it ended
 */
public record RunOutcome(int status, String output, String errors, End end, Duration took) {

    public static final int MAX_CHARACTERS = 4_000_000;

    /** Why a program ended. */
    public enum End {
        BY_ITSELF,
        OUT_OF_TIME,
        OUT_OF_MEMORY
    }

    public boolean succeeded() {
        return status == 0 && end == End.BY_ITSELF;
    }
}
