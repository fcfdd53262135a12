package org.specimen.resolve.conda;

import java.util.List;
import org.specimen.conda.PackageRecord;

/** What became of a solve. */
public sealed interface CondaOutcome {

    /**
     * Records that go together.
     *
     * @param records sorted by name; none that nothing needs
     */
    record Solved(List<PackageRecord> records) implements CondaOutcome {
        public Solved {
            records = List.copyOf(records);
        }
    }

    /**
     * There is no such environment.
     *
     * @param explanation why, one conclusion a line, for a person
     */
    record Impossible(List<String> explanation) implements CondaOutcome {
        public Impossible {
            explanation = List.copyOf(explanation);
        }
    }
}
