package org.specimen.ui.task;

import java.util.concurrent.atomic.AtomicBoolean;

/** Work that was started. */
public final class Running {

    private final AtomicBoolean cancelled = new AtomicBoolean();

    Running() {}

    /** Asks the work to stop; neither its result nor its failure is heard of any more. */
    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get();
    }
}
