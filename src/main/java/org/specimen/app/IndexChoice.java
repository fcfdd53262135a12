package org.specimen.app;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.specimen.index.PipSettings;

/**
 * Where a person wants versions from, for one run.
 *
 * @param index the index that they name, in place of all others; it may hold a login
 * @param extra more that they name, of the same rank; likewise
 * @param offline whether no network is to be asked
 * @param asOf the day as of which versions are chosen
 * @param upgrade whether versions are chosen anew that are pinned already and would still fit
 */
public record IndexChoice(
        Optional<URI> index, List<URI> extra, boolean offline, Optional<LocalDate> asOf, boolean upgrade) {

    /** What the computer is set to, today. */
    public static final IndexChoice USUAL =
            new IndexChoice(Optional.empty(), List.of(), false, Optional.empty(), false);

    public IndexChoice {
        extra = List.copyOf(extra);
    }

    /**
     * Takes versions from this index instead of all others.
     *
     * @throws org.specimen.problem.BadInput if it is no address of an index
     */
    public IndexChoice withIndex(String address) {
        return new IndexChoice(Optional.of(PipSettings.index(address, "--index-url")), extra, offline, asOf, upgrade);
    }

    /**
     * Takes versions from these too.
     *
     * @throws org.specimen.problem.BadInput if one of them is no address of an index
     */
    public IndexChoice withExtra(List<String> addresses) {
        return new IndexChoice(
                index,
                addresses.stream()
                        .map(address -> PipSettings.index(address, "--extra-index-url"))
                        .toList(),
                offline,
                asOf,
                upgrade);
    }

    public IndexChoice withOffline(boolean changed) {
        return new IndexChoice(index, extra, changed, asOf, upgrade);
    }

    public IndexChoice withAsOf(Optional<LocalDate> day) {
        return new IndexChoice(index, extra, offline, day, upgrade);
    }

    public IndexChoice withUpgrade(boolean wanted) {
        return new IndexChoice(index, extra, offline, asOf, wanted);
    }

    /** Whether versions that Specimen pinned stay where they fit: not where those of another day are asked for. */
    boolean keepsPins() {
        return !upgrade && asOf.isEmpty();
    }

    /** Whether the person named an index, rather than take the one that is usual. */
    boolean isNamed() {
        return index.isPresent() || !extra.isEmpty();
    }
}
