package org.specimen.resolve;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.Channel;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.MatchSpec;
import org.specimen.resolve.conda.JointProblem.OnPlatform;

/**
 * Channels whose packages can be chosen from.
 *
 * @param channels in the order of their priority
 * @param platforms what each platform has of them
 */
public record OpenChannels(List<Channel> channels, Map<TargetPlatform, OnPlatform> platforms) {

    public OpenChannels {
        channels = List.copyOf(channels);
        platforms = Collections.unmodifiableMap(new EnumMap<>(platforms));
    }

    /** As a person writes them. */
    String title() {
        return channels.stream().map(Channel::toString).collect(Collectors.joining(" and "));
    }

    boolean hasAnywhere(String name) {
        return platforms.values().stream().anyMatch(platform -> platform.has(name));
    }

    /** Whether every platform has a package of this name. */
    public boolean hasEverywhere(String name) {
        return platforms.values().stream().allMatch(platform -> platform.has(name));
    }

    /** The versions that every platform has and that can stand beside a Python, as far as their records tell. */
    Set<CondaVersion> everywhere(MatchSpec spec, CondaVersion python) {
        Set<CondaVersion> common = null;
        for (OnPlatform platform : platforms.values()) {
            Set<CondaVersion> here = platform.versions(spec, python).collect(Collectors.toSet());
            if (common == null) {
                common = here;
            } else {
                common.retainAll(here);
            }
        }
        return common == null ? Set.of() : common;
    }
}
