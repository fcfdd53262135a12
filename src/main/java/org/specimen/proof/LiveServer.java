package org.specimen.proof;

import java.util.concurrent.CompletableFuture;

/** A program that listens until it is closed. Closing it waits until nothing is left of it; closing it twice is no fault. */
public interface LiveServer extends AutoCloseable {

    /**
     * Comes when the program ended, by itself or because it was closed.
     *
     * @return fails with {@link org.specimen.problem.OutsideFailure} if it could not be started, or the engine ended
     */
    CompletableFuture<End> end();

    @Override
    void close();

    /**
     * How it ended.
     *
     * @param status its exit status
     * @param outOfMemory whether it was killed for memory
     * @param portTaken whether it never began, since something else has its port
     */
    record End(int status, boolean outOfMemory, boolean portTaken) {

        /** As a signal ends a program that nobody wants any more. */
        static final End CLOSED = new End(143, false, false);

        public static final End PORT_TAKEN = new End(1, false, true);

        public static End of(RunOutcome outcome) {
            return new End(outcome.status(), outcome.end() == RunOutcome.End.OUT_OF_MEMORY, false);
        }
    }
}
