package org.specimen.resolve;

import java.util.List;
import org.specimen.python.Requirement;
import org.specimen.python.Version;

/**
 * A release that may be chosen.
 *
 * @param fit whether it runs on the chosen Python
 * @param needs what it needs
 * @param source where {@code needs} comes from
 */
record Candidate(Version version, PythonFit fit, List<Requirement> needs, NeedsSource source) {

    /** How well it is known what a release needs. */
    enum NeedsSource {
        /** The release says it. */
        ITSELF,
        /** The nearest release that is described says it. */
        NEIGHBOUR,
        /** Nobody says it. */
        NOBODY
    }

    Candidate {
        needs = List.copyOf(needs);
    }
}
