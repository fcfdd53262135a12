package org.specimen.solve;

import org.jspecify.annotations.Nullable;

/**
 * One narrowing of what may become of a package.
 *
 * @param index its place among all of them
 * @param level how many decisions had been made, this one included if it is one
 * @param own what it says by itself
 * @param current what is left of the package with everything before it
 * @param reason what it follows from, null for a decision
 */
record Assignment<P, S>(
        Domain<P, S> domain,
        int index,
        int level,
        CandidateSet own,
        CandidateSet current,
        @Nullable Incompatibility<P, S> reason) {

    boolean isDecision() {
        return reason == null;
    }
}
