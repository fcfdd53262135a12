package org.specimen.index;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.python.PackageName;

/**
 * An index as it was at the end of a day (UTC): releases that came later are not there. A release counts from its first
 * file on, and keeps those that were added later, since the installer would take them.
 */
public final class IndexAsOf implements PackageIndex {

    private final PackageIndex index;
    private final LocalDate day;
    private final Map<PackageName, Boolean> undated = new ConcurrentHashMap<>();

    public IndexAsOf(PackageIndex index, LocalDate day) {
        this.index = index;
        this.day = day;
    }

    @Override
    public List<IndexRelease> releases(PackageName name) {
        return index.releases(name).stream()
                .filter(release -> wasThere(name, release))
                .toList();
    }

    private boolean wasThere(PackageName name, IndexRelease release) {
        Optional<LocalDate> first = release.files().stream()
                .flatMap(file -> file.uploaded().stream())
                .min(Comparator.naturalOrder())
                .map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
        if (first.isPresent()) {
            return !first.get().isAfter(day);
        }
        if (release.month().isPresent()) {
            return !release.month().get().isAfter(YearMonth.from(day));
        }
        undated.put(name, true);
        return false;
    }

    @Override
    public Optional<Metadata> metadata(PackageName name, IndexRelease release) {
        return index.metadata(name, release);
    }

    @Override
    public boolean tellsAllOf(PackageName name) {
        return index.tellsAllOf(name);
    }

    @Override
    public void expect(Collection<PackageName> names) {
        index.expect(names);
    }

    @Override
    public void expect(PackageName name, List<IndexRelease> releases) {
        index.expect(name, releases);
    }

    @Override
    public String title() {
        return index.title() + " as of " + day;
    }

    @Override
    public Optional<String> outage() {
        return index.outage();
    }

    @Override
    public List<String> notes() {
        Set<PackageName> names = new TreeSet<>(undated.keySet());
        return names.isEmpty()
                ? index.notes()
                : Stream.concat(
                                index.notes().stream(),
                                Stream.of("Releases whose date " + index.title() + " does not tell are left out: of "
                                        + FallbackIndex.named(names) + "."))
                        .toList();
    }
}
