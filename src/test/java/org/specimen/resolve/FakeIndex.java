package org.specimen.resolve;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.specimen.index.IndexRelease;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.index.PackageIndex;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** An index that a test fills. */
final class FakeIndex implements PackageIndex {

    private final Map<PackageName, List<IndexRelease>> releases = new HashMap<>();

    private final Set<PackageName> whole = new HashSet<>();

    FakeIndex release(String name, String version, String requiresPython, String... requires) {
        return add(
                name,
                new IndexRelease(
                        Version.parse(version),
                        Optional.of(new Metadata(
                                SpecifierSet.parse(requiresPython),
                                Stream.of(requires).map(Requirement::parse).toList(),
                                Set.of())),
                        Optional.empty()));
    }

    FakeIndex bare(String name, String version) {
        return add(name, new IndexRelease(Version.parse(version), Optional.empty(), Optional.empty()));
    }

    FakeIndex seen(String name, String version, String month) {
        return add(
                name, new IndexRelease(Version.parse(version), Optional.empty(), Optional.of(YearMonth.parse(month))));
    }

    /** Says that there are no releases of these but the ones that were added. */
    FakeIndex whole(String... names) {
        Stream.of(names).map(PackageName::of).forEach(whole::add);
        return this;
    }

    private FakeIndex add(String name, IndexRelease release) {
        List<IndexRelease> known = releases.computeIfAbsent(PackageName.of(name), one -> new ArrayList<>());
        known.add(release);
        known.sort(Comparator.comparing(IndexRelease::version).reversed());
        return this;
    }

    @Override
    public List<IndexRelease> releases(PackageName name) {
        return releases.getOrDefault(name, List.of());
    }

    @Override
    public boolean tellsAllOf(PackageName name) {
        return whole.contains(name);
    }

    @Override
    public String title() {
        return "the test index";
    }
}
