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
 */
public record IndexChoice(Optional<URI> index, List<URI> extra, boolean offline, Optional<LocalDate> asOf) {

    /** What the computer is set to, today. */
    public static final IndexChoice USUAL = new IndexChoice(Optional.empty(), List.of(), false, Optional.empty());

    public IndexChoice {
        extra = List.copyOf(extra);
    }

    /**
     * Takes versions from this index instead of all others.
     *
     * @throws org.specimen.problem.BadInput if it is no address of an index
     */
    public IndexChoice withIndex(String address) {
        return new IndexChoice(Optional.of(PipSettings.index(address, "--index-url")), extra, offline, asOf);
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
                asOf);
    }

    public IndexChoice withOffline(boolean changed) {
        return new IndexChoice(index, extra, changed, asOf);
    }

    public IndexChoice withAsOf(Optional<LocalDate> day) {
        return new IndexChoice(index, extra, offline, day);
    }

    /** Whether the person named an index, rather than take the one that is usual. */
    boolean isNamed() {
        return index.isPresent() || !extra.isEmpty();
    }
}
