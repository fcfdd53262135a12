package org.specimen.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.specimen.conda.CondaVersion;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;

/**
 * The versions of a channel as releases, with what the index knows of them. What the project's own packages need in turn is
 * conda's to find, and has no releases here.
 */
final class ChannelSupply implements Supply {

    private final IndexSupply index;
    private final Set<PackageName> direct;
    private final Map<PackageName, NavigableMap<Version, CondaVersion>> onChannel;

    /** @param onChannel the versions of what comes from conda, newest first */
    ChannelSupply(
            IndexSupply index, CondaRequest request, Map<PackageName, NavigableMap<Version, CondaVersion>> onChannel) {
        this.index = index;
        this.direct = request.requirements().stream().map(Requirement::name).collect(Collectors.toSet());
        this.onChannel = onChannel;
    }

    @Override
    public List<Candidate> candidates(PackageName name) {
        NavigableMap<Version, CondaVersion> seen = onChannel.get(name);
        if (seen == null) {
            return direct.contains(name) ? index.candidates(name) : List.of();
        }
        Map<Version, Candidate> described = new HashMap<>();
        index.candidates(name).forEach(candidate -> described.put(candidate.version(), candidate));
        return seen.keySet().stream()
                .map(version -> described.getOrDefault(version, index.unlisted(name, version)))
                .toList();
    }

    @Override
    public Needs needs(PackageName name, Candidate candidate) {
        return index.needs(name, candidate);
    }

    /** A version that was not seen may be on the channel all the same. */
    @Override
    public boolean tellsAllOf(PackageName name) {
        return false;
    }
}
