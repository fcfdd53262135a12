package org.specimen.index;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * A release of a distribution.
 *
 * @param metadata what it needs, empty where only its existence is known
 * @param month when it was seen, where that is known
 */
public record IndexRelease(Version version, Optional<Metadata> metadata, Optional<YearMonth> month) {

    /**
     * What a release says of itself.
     *
     * @param requiresPython the Pythons that it admits (core metadata, "Requires-Python")
     * @param requires what it needs, markers and all (core metadata, "Requires-Dist")
     */
    public record Metadata(SpecifierSet requiresPython, List<Requirement> requires) {
        public Metadata {
            requires = List.copyOf(requires);
        }
    }
}
