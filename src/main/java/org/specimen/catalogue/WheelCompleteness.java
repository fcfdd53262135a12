package org.specimen.catalogue;

/** Whether a wheel of a distribution holds everything that it needs below Python. */
public enum WheelCompleteness {
    /** Pure Python, or platform wheels that carry every library they need. */
    COMPLETE,
    /**
     * It stands on libraries below Python that should be managed with it: spatial libraries, MPI, PETSc, R and the like.
     * Wheels may exist and still carry copies that clash with each other.
     */
    NEEDS_SYSTEM_LIBRARIES,
    /** Nothing is known; absence proves nothing. */
    UNKNOWN
}
