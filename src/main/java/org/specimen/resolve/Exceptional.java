package org.specimen.resolve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.resolve.Node.Distribution;
import org.specimen.resolve.Node.Wanted.Versions;
import org.specimen.resolve.Shelf.Exceptions;
import org.specimen.solve.Incompatibility.Cause;
import org.specimen.solve.Need;

/**
 * Pre-releases and withdrawn releases that may be taken because something names them. What the project names is known
 * before; what a release names turns up in a conflict.
 */
final class Exceptional {

    private final Map<PackageName, Version> kept;
    private final Set<PackageName> prereleases = new HashSet<>();
    private final Map<PackageName, Set<Version>> yanked = new HashMap<>();

    Exceptional(Map<PackageName, Version> kept, Asked asked) {
        this.kept = kept;
        asked.specifiers().forEach(this::admit);
    }

    Exceptions of(PackageName name) {
        return new Exceptions(
                Optional.ofNullable(kept.get(name)), prereleases.contains(name), yanked.getOrDefault(name, Set.of()));
    }

    /** Admits what these needs name; returns whether there is anything new. */
    boolean admitNamed(List<? extends Cause<Node, Node.Wanted>> grounds) {
        boolean any = false;
        for (Cause<Node, Node.Wanted> ground : grounds) {
            if (ground instanceof Cause.Needed<Node, Node.Wanted> needed) {
                any |= admit(needed.need());
            }
        }
        return any;
    }

    private boolean admit(Need<Node, Node.Wanted> need) {
        return need.name() instanceof Distribution distribution
                && need.wanted() instanceof Versions versions
                && admit(distribution.name(), versions.specifiers());
    }

    private boolean admit(PackageName name, SpecifierSet specifiers) {
        boolean newPrereleases = specifiers.allowsPrereleases() && prereleases.add(name);
        boolean newVersion = Shelf.exactly(specifiers)
                .map(version ->
                        yanked.computeIfAbsent(name, one -> new HashSet<>()).add(version))
                .orElse(false);
        return newPrereleases || newVersion;
    }
}
