package org.specimen.resolve;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.ReleaseFile;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.Version;
import org.specimen.resolve.Lockfile.PipPackage;

/** What it takes to install releases, by the files that their index lists. */
public final class Downloads {

    private final Map<TargetPlatform, MarkerEnvironment> environments;
    private final Map<TargetPlatform, WheelSupport> support = new EnumMap<>(TargetPlatform.class);

    public Downloads(Version python, Set<TargetPlatform> platforms) {
        environments = Environments.of(python, platforms);
        platforms.forEach(platform -> support.put(platform, new WheelSupport(python, Set.of(platform))));
    }

    /** The platforms on which a release has to be built; none where its files are not known. */
    public Set<TargetPlatform> builtOn(PipPackage pinned) {
        Set<TargetPlatform> built = EnumSet.noneOf(TargetPlatform.class);
        support.forEach((platform, wheels) -> {
            if (!pinned.files().isEmpty()
                    && isNeeded(pinned, platform)
                    && !wheels.installable(pinned.files()).wheels().contains(platform)) {
                built.add(platform);
            }
        });
        return built;
    }

    /** How many bytes are downloaded for a release on a platform; empty if its index does not say. */
    public OptionalLong bytes(PipPackage pinned, TargetPlatform platform) {
        WheelSupport wheels = support.get(platform);
        if (wheels == null || !isNeeded(pinned, platform)) {
            return OptionalLong.of(0);
        }
        List<ReleaseFile> usable = wheels.usable(pinned.files());
        return usable.isEmpty() ? OptionalLong.empty() : usable.get(0).size();
    }

    /** Why a release was withdrawn, an empty text if no reason is given; empty if it was not (PEP 592). */
    public static Optional<String> withdrawn(PipPackage pinned) {
        return !pinned.files().isEmpty() && pinned.files().stream().allMatch(ReleaseFile::isYanked)
                ? pinned.files().get(0).yanked()
                : Optional.empty();
    }

    private boolean isNeeded(PipPackage pinned, TargetPlatform platform) {
        return pinned.marker()
                .map(marker ->
                        marker.evaluate(Objects.requireNonNull(environments.get(platform), "a platform of this set")))
                .orElse(true);
    }
}
