package org.specimen.index;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.CondaVersion;
import org.specimen.python.PackageName;

/** Tells what versions of a package there are on a conda channel. */
public interface CondaChannel {

    /** The channel's name, as it stands in environment.yml. */
    String name();

    /** The versions that it has, newest first; empty if it does not know the name. */
    List<ChannelVersion> versions(String condaName);

    /** The name by which it has a distribution of PyPI, whether or not a version is known. */
    Optional<String> nameOf(PackageName distribution);

    /**
     * A version of a package.
     *
     * @param platforms those that it was seen for, all of them where it suits any
     */
    record ChannelVersion(CondaVersion version, Set<TargetPlatform> platforms) {
        public ChannelVersion {
            platforms = Set.copyOf(platforms);
        }
    }
}
