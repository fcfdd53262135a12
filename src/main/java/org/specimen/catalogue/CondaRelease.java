package org.specimen.catalogue;

import java.time.YearMonth;
import java.util.Set;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.Platform;

/**
 * A version of a package as it was seen on conda-forge. A platform that is not listed was not seen, which does not mean
 * that it is missing.
 *
 * @param version in conda's order
 * @param platforms those that it was seen for, {@link Platform#NOARCH} among them
 * @param month when it was last built
 * @param monthIsLatest whether {@code month} is only an upper bound
 */
public record CondaRelease(CondaVersion version, Set<Platform> platforms, YearMonth month, boolean monthIsLatest) {

    public CondaRelease {
        platforms = Set.copyOf(platforms);
    }

    /** Whether it was seen for the platform itself or for all of them. */
    public boolean isSeenFor(TargetPlatform platform) {
        return platforms.contains(Platform.NOARCH) || platforms.contains(platform.condaPlatform());
    }
}
