package org.specimen.resolve;

import java.util.Set;
import java.util.TreeSet;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.SpecifierSet;
import org.specimen.resolve.Supply.NeedsSource;

/**
 * A release that was chosen.
 *
 * @param demand who needs it, and on which platforms
 * @param source how well it is known what it needs
 */
record Choice(Demand demand, Candidate candidate, NeedsSource source) {

    /** Whether it is what everybody asked for. */
    boolean suitsAll() {
        return demand.wishes().stream()
                .allMatch(wish -> suits(wish.requirement().specifiers()));
    }

    /** The platforms that it is needed on and has no wheel for. */
    Set<TargetPlatform> withoutWheel() {
        Set<TargetPlatform> without = new TreeSet<>(demand.platforms());
        without.removeAll(candidate.installable().wheels());
        return without;
    }

    boolean suits(SpecifierSet specifiers) {
        return specifiers.contains(candidate.version(), true);
    }
}
