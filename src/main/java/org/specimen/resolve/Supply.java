package org.specimen.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.UnreadableMetadata;
import org.specimen.python.Extra;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** What releases there are to choose from, and what each needs. */
interface Supply {

    /** How well it is known what a release needs. */
    enum NeedsSource {
        /** The release says it. */
        ITSELF,
        /** The nearest release that is described says it. */
        NEIGHBOUR,
        /** Nobody says it. */
        NOBODY
    }

    /**
     * The nearest release that is described.
     *
     * @param requires what it needs itself, in which versions
     */
    record Neighbour(Version version, List<Requirement> requires) {}

    /**
     * What a release needs.
     *
     * @param pythons the Pythons that it admits
     * @param extras those that it offers
     * @param neighbour the release that is described instead, where it does not say it itself
     */
    record Needs(
            List<Requirement> requires,
            SpecifierSet pythons,
            Set<Extra> extras,
            NeedsSource source,
            Optional<Neighbour> neighbour) {

        static final Needs UNKNOWN =
                new Needs(List.of(), SpecifierSet.ANY, Set.of(), NeedsSource.NOBODY, Optional.empty());

        public Needs {
            requires = List.copyOf(requires);
            extras = Set.copyOf(extras);
        }
    }

    /** The releases of a distribution, newest first. */
    List<Candidate> candidates(PackageName name);

    /** Those that count on a platform: not the others where one is installed there already. */
    default List<Candidate> candidates(PackageName name, TargetPlatform platform) {
        return candidates(name);
    }

    /**
     * What one of them needs.
     *
     * @throws UnreadableMetadata if it says so in a way that cannot be understood
     */
    Needs needs(PackageName name, Candidate candidate);

    /** Whether there are no other releases than it tells of. */
    boolean tellsAllOf(PackageName name);

    /** A hint that the releases of these will be asked for soon. */
    default void expect(Collection<PackageName> names) {}

    /** A hint that the needs of these will be asked for soon. */
    default void expect(PackageName name, List<Candidate> candidates) {}
}
