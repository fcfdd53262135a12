package org.specimen.resolve;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.CondaName;
import org.specimen.conda.MatchSpec;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;

/**
 * What conda, and pip on top of it, are to install.
 *
 * @param requirements the distributions that the project asks for directly
 * @param onlyPip those that the person wants from pip
 * @param onlyConda those that the person wants from conda
 * @param names the conda names that the person wants for some of them instead of the usual ones
 * @param specs what the project asks conda for that is no Python distribution
 * @param kept the versions that were pinned before; each stays if it still fits
 */
public record CondaRequest(
        Version python,
        Set<TargetPlatform> platforms,
        List<Requirement> requirements,
        Set<PackageName> onlyPip,
        Set<PackageName> onlyConda,
        Map<PackageName, CondaName> names,
        List<MatchSpec> specs,
        Map<PackageName, Version> kept) {

    public CondaRequest {
        platforms = Set.copyOf(platforms);
        requirements = List.copyOf(requirements);
        onlyPip = Set.copyOf(onlyPip);
        onlyConda = Set.copyOf(onlyConda);
        names = Map.copyOf(names);
        specs = List.copyOf(specs);
        kept = Map.copyOf(kept);
    }

    CondaRequest withPython(Version other) {
        return new CondaRequest(other, platforms, requirements, onlyPip, onlyConda, names, specs, kept);
    }
}
