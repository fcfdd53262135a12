package org.specimen.index;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.problem.OutsideFailure;
import org.specimen.python.PackageName;

/**
 * Tells what releases of a distribution there are, as a PyPI-style index does. All of it may be called from many threads
 * at once; what was told once stays the same as long as this index is used.
 */
public interface PackageIndex {

    /**
     * The releases that it knows, newest first; empty if it does not know the name. Releases whose version is not one by
     * PEP 440 are left out.
     *
     * @throws OutsideFailure if it cannot be reached
     */
    List<IndexRelease> releases(PackageName name);

    /**
     * What a release needs, which may have to be fetched first.
     *
     * @param release one of {@link #releases}, perhaps with fewer files: what the metadata is read from is one of those
     * @return empty where only the existence of the release is known, as of one that has to be built before it tells
     * @throws UnreadableMetadata if the release's metadata is there but cannot be understood
     * @throws OutsideFailure if it cannot be reached
     */
    default Optional<Metadata> metadata(PackageName name, IndexRelease release) {
        return release.metadata();
    }

    /**
     * Whether a release of this distribution that it does not tell of does not exist, as with a live index; false where it
     * knows some only, as the catalogue does.
     */
    default boolean tellsAllOf(PackageName name) {
        return false;
    }

    /** A hint that the releases of these will be asked for soon, so that they can be fetched side by side. */
    default void expect(Collection<PackageName> names) {}

    /**
     * A hint that what some releases of a distribution need will be asked for soon.
     *
     * @param releases as for {@link #metadata}
     */
    default void expect(PackageName name, List<IndexRelease> releases) {}

    /** What a person should know of where its answers came from, each in a sentence or two, once it has given them. */
    default List<String> notes() {
        return List.of();
    }

    /**
     * Why something else answered in the place of what could not be reached, once it has answered; empty where all was
     * reached, or nobody was to be asked.
     */
    default Optional<String> outage() {
        return Optional.empty();
    }

    /** What this index is, for a person: {@code the catalogue of November 2026}. */
    String title();
}
