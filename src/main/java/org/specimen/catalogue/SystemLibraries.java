package org.specimen.catalogue;

import java.util.List;
import java.util.Map;
import org.specimen.python.PackageName;

/**
 * What a distribution needs below Python, told apart by when it is needed.
 *
 * @param distribution whose needs these are
 * @param runTime Debian packages that must be in an image that runs it from wheels, by suite; often empty
 * @param buildOnly Debian packages that are needed only to compile it where no wheel fits; never in an image otherwise
 * @param conda names on conda-forge (or {@code bioconda::name}) that bring the same
 * @param sharedLibraries file names looked for at import or at run, such as {@code libGL.so.1}
 * @param why one line for a person
 * @param verified whether the Debian names were found in the archive of each suite
 */
public record SystemLibraries(
        PackageName distribution,
        Map<DebianSuite, List<String>> runTime,
        Map<DebianSuite, List<String>> buildOnly,
        List<String> conda,
        List<String> sharedLibraries,
        String why,
        boolean verified) {

    public SystemLibraries {
        runTime = Map.copyOf(runTime);
        buildOnly = Map.copyOf(buildOnly);
        conda = List.copyOf(conda);
        sharedLibraries = List.copyOf(sharedLibraries);
    }

    /** The Debian packages to install in an image that runs the distribution. */
    public List<String> runTime(DebianSuite suite) {
        return runTime.getOrDefault(suite, List.of());
    }

    /** The Debian packages needed only to compile the distribution. */
    public List<String> buildOnly(DebianSuite suite) {
        return buildOnly.getOrDefault(suite, List.of());
    }
}
