package org.specimen.catalogue;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/**
 * What is known of a distribution on PyPI.
 *
 * @param name in its normal form
 * @param rank by downloads, 1 the most; empty outside of the first 15,000
 * @param newestVersion PEP 440, empty if it was not seen
 * @param newestMonth when the newest version came out
 * @param releases those whose metadata is known, newest first; often none, and never all that exist
 * @param condaNames names on conda-forge that provide it, the preferred one first
 * @param completeness whether a wheel holds all it needs
 * @param completenessReason why, so that "name reason" is a sentence: {@code is pure Python}
 * @param systemLibraries what it needs below Python, empty if nothing is known to be needed
 * @param gpuUse how it uses a graphics processor
 */
public record Distribution(
        PackageName name,
        OptionalInt rank,
        Optional<Version> newestVersion,
        Optional<YearMonth> newestMonth,
        List<Release> releases,
        List<String> condaNames,
        WheelCompleteness completeness,
        String completenessReason,
        Optional<SystemLibraries> systemLibraries,
        GpuUse gpuUse) {

    public Distribution {
        releases = List.copyOf(releases);
        condaNames = List.copyOf(condaNames);
    }
}
