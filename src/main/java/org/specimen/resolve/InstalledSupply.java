package org.specimen.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.IndexRelease;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * Releases for pip where conda has installed some already: of those there is the installed version and no other. What
 * they need was conda's to bring, but for the extras, of which conda knows nothing.
 */
final class InstalledSupply implements Supply {

    private static final Needs NOTHING =
            new Needs(List.of(), SpecifierSet.ANY, Set.of(), NeedsSource.ITSELF, Optional.empty());

    private final Supply index;
    private final Map<TargetPlatform, Map<PackageName, Candidate>> installed = new EnumMap<>(TargetPlatform.class);

    private InstalledSupply(Supply index) {
        this.index = index;
    }

    /** @param installed the distributions that conda brings to each platform */
    static InstalledSupply of(Supply index, Map<TargetPlatform, Map<PackageName, Version>> installed) {
        InstalledSupply supply = new InstalledSupply(index);
        Map<PackageName, Map<Version, Candidate>> once = new HashMap<>();
        installed.forEach((platform, versions) -> {
            Map<PackageName, Candidate> here = new TreeMap<>();
            versions.forEach((name, version) -> here.put(
                    name,
                    once.computeIfAbsent(name, none -> new HashMap<>())
                            .computeIfAbsent(version, InstalledSupply::candidate)));
            supply.installed.put(platform, here);
        });
        return supply;
    }

    private static Candidate candidate(Version version) {
        return new Candidate(
                PythonFit.ADMITS, new IndexRelease(version, Optional.empty(), Optional.empty()), Installable.ANYWHERE);
    }

    /** Whether conda brings it. */
    @SuppressWarnings("ReferenceEquality") // the release of an index may look the same
    boolean isInstalled(PackageName name, Candidate candidate) {
        return installed.values().stream().anyMatch(here -> here.get(name) == candidate);
    }

    private boolean isInstalledSomewhere(PackageName name) {
        return installed.values().stream().anyMatch(here -> here.containsKey(name));
    }

    private boolean isInstalledEverywhere(PackageName name) {
        return installed.values().stream().allMatch(here -> here.containsKey(name));
    }

    @Override
    public List<Candidate> candidates(PackageName name) {
        if (!isInstalledSomewhere(name)) {
            return index.candidates(name);
        }
        List<Candidate> all = new ArrayList<>();
        installed.values().stream()
                .flatMap(here -> Optional.ofNullable(here.get(name)).stream())
                .distinct()
                .forEach(all::add);
        if (!isInstalledEverywhere(name)) {
            all.addAll(index.candidates(name));
        }
        return all;
    }

    @Override
    public List<Candidate> candidates(PackageName name, TargetPlatform platform) {
        Candidate here = installed.getOrDefault(platform, Map.of()).get(name);
        return here == null ? index.candidates(name, platform) : List.of(here);
    }

    @Override
    public Needs needs(PackageName name, Candidate candidate) {
        if (!isInstalled(name, candidate)) {
            return index.needs(name, candidate);
        }
        return index.candidates(name).stream()
                .filter(known -> known.version().equals(candidate.version()))
                .findFirst()
                .map(known -> ofExtras(index.needs(name, known)))
                .orElse(NOTHING);
    }

    private static Needs ofExtras(Needs needs) {
        return new Needs(
                needs.requires().stream()
                        .filter(need -> need.marker()
                                .filter(marker -> marker.toString().contains("extra"))
                                .isPresent())
                        .toList(),
                SpecifierSet.ANY,
                needs.extras(),
                NeedsSource.ITSELF,
                Optional.empty());
    }

    @Override
    public boolean tellsAllOf(PackageName name) {
        return isInstalledEverywhere(name) || index.tellsAllOf(name);
    }

    @Override
    public void expect(Collection<PackageName> names) {
        index.expect(names.stream().filter(name -> !isInstalledEverywhere(name)).toList());
    }

    @Override
    public void expect(PackageName name, List<Candidate> candidates) {
        index.expect(
                name,
                candidates.stream()
                        .filter(candidate -> !isInstalled(name, candidate))
                        .toList());
    }
}
