package org.specimen.task;

/**
 * Where work of any depth says what it is doing, and learns that nobody wants it any more. Calls are cheap and may come
 * from any thread.
 */
public interface Progress {

    /** Hears nothing and is never cancelled. */
    Progress NONE = new Progress() {
        @Override
        public void doing(String what, long done, long total) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * Says what is being done now.
     *
     * @param what for a person, as in "reading map.py"
     * @param done how many are done
     * @param total how many there are, or 0 if that is not known
     */
    void doing(String what, long done, long total);

    boolean isCancelled();

    /**
     * Ends the work if it was cancelled. Call it between steps that are safe to stop after.
     *
     * @throws Cancelled if {@link #isCancelled()}
     */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new Cancelled();
        }
    }
}
