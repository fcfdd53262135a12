package org.specimen.proof;

/** What a proof says in the end. */
public enum Verdict {
    /** It ran, and every expected result is the same, within the tolerance. */
    REPRODUCED,
    /** It ran, and there was nothing to compare with. */
    RAN,
    /** It ran, and a result is not the same here. */
    DIFFERS,
    /** The environment was made and checked; there was nothing to run. */
    BUILT,
    /** It could not be made, a check failed, or the run did. */
    FAILED
}
