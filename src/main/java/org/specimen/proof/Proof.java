package org.specimen.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.specimen.project.Evidence;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/**
 * What came of a proof: enough for a report that stands beside a paper.
 *
 * @param project its name
 * @param environment empty if it could not be made
 * @param installed the distributions that are there, by name
 * @param computer what it ran on
 * @param trouble what did not work, worst first; empty if everything did
 * @param notes what the reader of a report should know, as that the GPU was not tested
 */
public record Proof(
        String project,
        Instant started,
        Duration took,
        Verdict verdict,
        Optional<EnvironmentIdentity> environment,
        List<StationReport> stations,
        List<Installed> installed,
        List<DistributionCheck> distributions,
        List<ImportCheck> imports,
        List<Run> runs,
        List<ResultComparison> results,
        Computer computer,
        List<Trouble> trouble,
        List<String> notes) {

    public Proof {
        stations = List.copyOf(stations);
        installed = List.copyOf(installed);
        distributions = List.copyOf(distributions);
        imports = List.copyOf(imports);
        runs = List.copyOf(runs);
        results = List.copyOf(results);
        trouble = List.copyOf(trouble);
        notes = List.copyOf(notes);
    }

    /** How one station ended. */
    public record StationReport(Station station, StationState state, String summary, Duration took) {}

    /** A distribution that is there. */
    public record Installed(PackageName name, String version) {}

    /** A pinned distribution, and what is there of it; empty if nothing. */
    public record DistributionCheck(PackageName name, Version pinned, Optional<String> installed) {

        public boolean holds() {
            return installed.flatMap(Version::tryParse).filter(pinned::equals).isPresent();
        }
    }

    /**
     * An import that was tried.
     *
     * @param error the last line of what Python said; empty if it works
     */
    public record ImportCheck(
            String module, boolean optional, Evidence evidence, Optional<String> error, Optional<Trouble> trouble) {

        public boolean works() {
            return error.isEmpty();
        }
    }

    /**
     * One run of the subject.
     *
     * @param words what was run
     * @param notebook where the notebook as it ran was saved, within the project; empty for a command
     */
    public record Run(List<String> words, int status, RunOutcome.End end, Duration took, Optional<String> notebook) {
        public Run {
            words = List.copyOf(words);
        }
    }

    /**
     * One result against the researcher's.
     *
     * @param path the file, or the notebook with the number of the cell behind a colon
     * @param difference what is not the same, for a person; empty if it is
     * @param random whether two runs here differ too
     */
    public record ResultComparison(String path, Kind kind, Optional<String> difference, boolean random) {

        /** How two results were compared. */
        public enum Kind {
            CHECKSUM,
            NUMBERS,
            PIXELS,
            CELL
        }

        public boolean same() {
            return difference.isEmpty();
        }
    }

    /**
     * What the project ran on.
     *
     * @param system name and version of the operating system
     * @param gpu the graphics processor and its driver, where they could be told
     */
    public record Computer(String system, String processor, int cores, long memoryBytes, Optional<String> gpu) {}
}
