package org.specimen.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.IndexRelease;
import org.specimen.index.PackageIndex;
import org.specimen.python.Extra;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;

/**
 * Checks a lock as an installer would see it, by the index alone: on each platform each package has one version, each
 * requirement of each package is met, and nothing is installed that nobody needs.
 */
final class LockCheck {

    private final PackageIndex index;
    private final Version python;

    LockCheck(PackageIndex index, Version python) {
        this.index = index;
        this.python = python;
    }

    void check(Lockfile.Pip lock, List<Requirement> asked) {
        lock.platforms().forEach(platform -> check(lock, asked, platform));
    }

    private void check(Lockfile.Pip lock, List<Requirement> asked, TargetPlatform platform) {
        MarkerEnvironment environment = MarkerEnvironment.of(python, platform.wheelPlatform());
        Map<PackageName, Version> installed = new HashMap<>();
        lock.pip().stream()
                .filter(pin ->
                        pin.marker().map(marker -> marker.evaluate(environment)).orElse(true))
                .forEach(pin -> {
                    assertThat(installed.put(pin.name(), pin.version()))
                            .as("one version of %s on %s", pin.name(), platform)
                            .isNull();
                });
        Set<PackageName> needed = walk(asked, environment, installed);
        assertThat(installed.keySet()).as("what %s needs", platform).isEqualTo(needed);
    }

    /** The packages that are needed; fails where one of them is not what is asked for. */
    Set<PackageName> walk(List<Requirement> asked, MarkerEnvironment environment, Map<PackageName, Version> installed) {
        Set<PackageName> needed = new HashSet<>();
        Deque<Requirement> open = new ArrayDeque<>();
        asked.stream()
                .filter(requirement -> requirement.appliesTo(environment, Set.of()))
                .forEach(open::add);
        Map<PackageName, Set<Extra>> walked = new HashMap<>();
        while (!open.isEmpty()) {
            Requirement requirement = open.remove();
            PackageName name = requirement.name();
            assertThat(installed).as("what is needed").containsKey(name);
            Version version = Objects.requireNonNull(installed.get(name));
            assertThat(requirement.specifiers().contains(version))
                    .as("%s %s is what %s asks for", name, version, requirement)
                    .isTrue();
            Set<Extra> extras = walked.computeIfAbsent(name, one -> new TreeSet<>());
            if (extras.addAll(requirement.extras()) || needed.add(name)) {
                needed.add(name);
                open.addAll(needs(name, version, environment, extras));
            }
        }
        return needed;
    }

    private List<Requirement> needs(
            PackageName name, Version version, MarkerEnvironment environment, Set<Extra> extras) {
        IndexRelease release = index.releases(name).stream()
                .filter(known -> known.version().equals(version))
                .findFirst()
                .orElseThrow();
        IndexRelease.Metadata metadata = index.metadata(name, release).orElseThrow();
        assertThat(metadata.requiresPython().contains(python, true))
                .as("%s %s runs on Python %s", name, version, python)
                .isTrue();
        return metadata.requires().stream()
                .filter(requirement -> requirement.appliesTo(environment, extras))
                .toList();
    }
}
