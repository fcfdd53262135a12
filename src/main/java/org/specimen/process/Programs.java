package org.specimen.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs programs by their words, never through a shell, so that no word is taken for more than one. */
@FunctionalInterface
public interface Programs {

    /** Those of this computer. */
    Programs SYSTEM = new SystemPrograms();

    /**
     * Runs a program to its end, with nothing to read on standard input.
     *
     * @param words the program and its arguments
     * @param limit how long it may take; it is killed then, with all that it started
     * @return empty if it could not be started, took too long, or the calling thread was interrupted
     */
    Optional<ProgramResult> run(List<String> words, Duration limit);
}
