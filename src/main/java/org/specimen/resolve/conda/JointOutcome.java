package org.specimen.resolve.conda;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.problem.Conflict;

/** What became of a solve for several platforms. */
public sealed interface JointOutcome {

    /**
     * Records that go together.
     *
     * @param records for each platform, sorted by name; none that nothing needs
     */
    record Solved(Map<Platform, List<PackageRecord>> records) implements JointOutcome {
        public Solved {
            records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
        }
    }

    /**
     * There is no such environment.
     *
     * @param conflicts each with the smallest changes that settle it
     */
    record Impossible(List<Conflict> conflicts) implements JointOutcome {
        public Impossible {
            conflicts = List.copyOf(conflicts);
        }
    }
}
