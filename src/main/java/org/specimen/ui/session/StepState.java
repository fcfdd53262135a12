package org.specimen.ui.session;

/** How a step stands to where the person is. */
public enum StepState {
    AHEAD,
    CURRENT,
    DONE,
    /** Reached before, and an earlier answer has changed since. */
    OUT_OF_DATE,
    /** Reached before, and what it is about cannot be had as things stand. */
    UNFINISHED
}
