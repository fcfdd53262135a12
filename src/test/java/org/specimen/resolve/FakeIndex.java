package org.specimen.resolve;

import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.specimen.index.IndexRelease;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.index.PackageIndex;
import org.specimen.index.ReleaseFile;
import org.specimen.index.UnreadableMetadata;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** An index that a test fills. */
final class FakeIndex implements PackageIndex {

    private final Map<PackageName, List<IndexRelease>> releases = new HashMap<>();

    private final Map<String, Metadata> fetched = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> expected = ConcurrentHashMap.newKeySet();

    /** How often something was asked for the first time while nothing else was expected. */
    final AtomicInteger askedAlone = new AtomicInteger();

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

    /** A release with files, each by its name, which fetches its metadata when it is asked for. */
    FakeIndex files(String name, String version, List<String> requires, String... fileNames) {
        return filed(name, version, requires, Optional.empty(), fileNames);
    }

    /** A release that was withdrawn. */
    FakeIndex yanked(String name, String version, String reason) {
        return filed(name, version, List.of(), Optional.of(reason), name + "-" + version + "-py3-none-any.whl");
    }

    /** A release whose metadata cannot be understood. */
    FakeIndex unreadable(String name, String version) {
        unreadable.add(name + " " + version);
        return files(name, version, List.of(), name + "-" + version + "-py3-none-any.whl");
    }

    private FakeIndex filed(
            String name, String version, List<String> requires, Optional<String> yanked, String... fileNames) {
        whole(name);
        fetched.put(
                name + " " + version,
                new Metadata(
                        SpecifierSet.ANY,
                        requires.stream().map(Requirement::parse).toList(),
                        Set.of()));
        List<ReleaseFile> files = Stream.of(fileNames)
                .map(file -> new ReleaseFile(
                        file,
                        URI.create("https://files.example.org/" + file),
                        Optional.of(String.format("%064x", file.hashCode() & 0xffffffffL)),
                        OptionalLong.of(1000),
                        Optional.empty(),
                        yanked,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        return add(name, new IndexRelease(Version.parse(version), Optional.empty(), files, Optional.empty()));
    }

    @Override
    public Optional<Metadata> metadata(PackageName name, IndexRelease release) {
        String key = name + " " + release.version();
        if (asked.add(key) && asked.containsAll(expected)) {
            askedAlone.incrementAndGet();
        }
        if (unreadable.contains(key)) {
            throw new UnreadableMetadata("its requirement \"lib>>1\" cannot be read");
        }
        return release.metadata().or(() -> Optional.ofNullable(fetched.get(key)));
    }

    @Override
    public void expect(PackageName name, List<IndexRelease> soon) {
        soon.forEach(release -> expected.add(name + " " + release.version()));
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
