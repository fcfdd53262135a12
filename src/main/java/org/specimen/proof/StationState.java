package org.specimen.proof;

/** How far a station is. */
public enum StationState {
    WAITING,
    RUNNING,
    DONE,
    /** It ran and the answer is no. */
    FAILED,
    /** Nothing to do there, for this stack or by wish. */
    SKIPPED,
    CANCELLED
}
