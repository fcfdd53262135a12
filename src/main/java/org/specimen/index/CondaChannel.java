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

    /** The channel that a package is on: this one, or one that builds on it and of which this one knows. */
    default String channelOf(String condaName) {
        return name();
    }

    /** The versions that there are on {@link #channelOf}, newest first; empty if it does not know the name. */
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
