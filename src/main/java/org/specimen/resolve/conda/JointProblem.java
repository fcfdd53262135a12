package org.specimen.resolve.conda;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.Platform;
import org.specimen.conda.VirtualPackage;

/**
 * One environment that is wanted on several platforms, with the same versions of all that is asked for: what one
 * environment.yml can say.
 *
 * @param specs what is wanted on each platform; the best version of the first one counts most, then that of the second,
 *     and so on. Each is of one name
 * @param platforms where it is wanted
 * @param keptVersions versions that are preferred to better ones, by the names of packages
 * @param keptFiles the names of package files that are preferred to better ones
 */
public record JointProblem(
        List<MatchSpec> specs,
        Map<Platform, OnPlatform> platforms,
        Map<String, CondaVersion> keptVersions,
        Set<String> keptFiles) {

    /**
     * What one platform has.
     *
     * @param channels where packages may come from, in the order of their priority
     * @param virtual what the machine has
     */
    public record OnPlatform(List<ChannelParts> channels, List<VirtualPackage> virtual) {
        public OnPlatform {
            channels = List.copyOf(channels);
            virtual = List.copyOf(virtual);
        }

        /** Whether there is any package of a name. */
        public boolean has(String name) {
            return channels.stream().anyMatch(channel -> channel.has(name));
        }

        /** The versions of a name that match, each with whether it can stand beside the Python; newest first. */
        public Stream<CondaVersion> versions(MatchSpec spec, CondaVersion python) {
            return Offers.versions(this, spec, python);
        }
    }

    public JointProblem {
        specs = List.copyOf(specs);
        platforms = Collections.unmodifiableMap(new LinkedHashMap<>(platforms));
        keptVersions = Map.copyOf(keptVersions);
        keptFiles = Set.copyOf(keptFiles);
    }

    /** One that is wanted on one platform alone. */
    public static JointProblem on(Platform platform, OnPlatform there, List<MatchSpec> specs, Set<String> keptFiles) {
        return new JointProblem(specs, Map.of(platform, there), Map.of(), keptFiles);
    }

    /** The same with other wishes. */
    public JointProblem withSpecs(List<MatchSpec> changed) {
        return new JointProblem(changed, platforms, keptVersions, keptFiles);
    }

    /** What is wanted on one platform, whatever the others have. */
    CondaProblem problem(Platform platform) {
        OnPlatform there = platforms.get(platform);
        if (there == null) {
            throw new IllegalArgumentException("not one of the platforms: " + platform);
        }
        return new CondaProblem(specs, there.channels(), there.virtual(), keptFiles);
    }
}
