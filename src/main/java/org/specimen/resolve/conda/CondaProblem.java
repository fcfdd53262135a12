package org.specimen.resolve.conda;

import java.util.List;
import java.util.Set;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.VirtualPackage;

/**
 * An environment that is wanted for one platform.
 *
 * @param specs what is wanted; the best version of the first one counts most, then that of the second, and so on. Each is
 *     of one name
 * @param channels where it may come from, in the order of their priority
 * @param virtual what the machine has
 * @param kept the names of package files that are preferred to better ones
 */
public record CondaProblem(
        List<MatchSpec> specs, List<ChannelParts> channels, List<VirtualPackage> virtual, Set<String> kept) {

    public CondaProblem {
        specs = List.copyOf(specs);
        channels = List.copyOf(channels);
        virtual = List.copyOf(virtual);
        kept = Set.copyOf(kept);
    }
}
