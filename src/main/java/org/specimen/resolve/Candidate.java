package org.specimen.resolve;

import java.util.Optional;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.python.Version;

/**
 * A release that may be chosen.
 *
 * @param fit whether it runs on the chosen Python
 * @param metadata what it needs, where that is known
 */
record Candidate(Version version, PythonFit fit, Optional<Metadata> metadata) {}
