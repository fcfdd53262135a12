package org.specimen.task;

import java.util.concurrent.CancellationException;

/** Thrown by work that was cancelled on request: not a failure, and nothing to report. */
public final class Cancelled extends CancellationException {

    private static final long serialVersionUID = 1L;

    public Cancelled() {
        super("cancelled");
    }
}
