package org.specimen.resolve;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;

/**
 * What pip is to install.
 *
 * @param requirements what the project asks for directly
 * @param kept the versions that were pinned before; each stays if it still fits
 */
public record PipRequest(
        Version python, Set<TargetPlatform> platforms, List<Requirement> requirements, Map<PackageName, Version> kept) {

    public PipRequest {
        platforms = Set.copyOf(platforms);
        requirements = List.copyOf(requirements);
        kept = Map.copyOf(kept);
    }
}
