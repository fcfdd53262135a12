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
     * @param what which wishes exclude each other, or which one nothing meets, in a sentence
     * @param waysOut the smallest changes with which there is one, each tried, in a sentence; may be empty
     * @param why the proof, one conclusion a line
     */
    record Impossible(String what, List<String> waysOut, List<String> why) implements CondaOutcome {
        public Impossible {
            waysOut = List.copyOf(waysOut);
            why = List.copyOf(why);
        }
    }
}
