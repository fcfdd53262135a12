package org.specimen.resolve;

import java.util.Optional;
import org.specimen.index.IndexRelease;
import org.specimen.python.Version;

/**
 * A release that may be chosen.
 *
 * @param fit whether it runs on the chosen Python
 * @param release what the index tells of it
 * @param installable on which platforms it can be installed, and how
 */
record Candidate(PythonFit fit, IndexRelease release, Installable installable) {

    /** A release of which nothing is known but that somebody asks for it. */
    static Candidate onFaith(Version version) {
        return new Candidate(
                PythonFit.DOUBTFUL,
                new IndexRelease(version, Optional.empty(), Optional.empty()),
                Installable.ANYWHERE);
    }

    Version version() {
        return release.version();
    }

    /** Whether it is known to run on the Python, and what it needs is known or can be asked for. */
    boolean isConfirmed() {
        return fit == PythonFit.ADMITS
                && (release.metadata().isPresent() || !release.files().isEmpty());
    }

    boolean isYanked() {
        return release.yanked().isPresent();
    }
}
