package org.specimen.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.problem.NoSolution;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.task.Progress;

/** Indexes drawn by lot, with extras, markers and Pythons, each from its own seed. */
class RandomIndexesTest {

    private static final Version PYTHON = Version.parse("3.12.1");

    private static final Set<TargetPlatform> PLATFORMS =
            EnumSet.of(TargetPlatform.LINUX_X86_64, TargetPlatform.MACOS_ARM64, TargetPlatform.WINDOWS_X86_64);

    private static final List<String> SPECIFIERS = List.of("", "", ">=2", "<2", "==2.0", "!=1.0", ">=1,<3", "~=1.0");

    private static final List<String> MARKERS = List.of(
            "",
            "",
            "",
            "; sys_platform == 'win32'",
            "; sys_platform != 'darwin'",
            "; python_version < '3.11'",
            "; extra == 'more'",
            "; extra == 'most' and sys_platform == 'linux'");

    private static final List<String> PYTHONS = List.of(">=3.8", ">=3.8", ">=3.8", "<3.12", ">=3.12");

    @Test
    void whatIsPinnedHoldsAndWhatIsRefusedCannotBeHad() {
        int pinned = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            Random random = new Random(seed);
            FakeIndex index = draw(random, 4, 3);
            List<Requirement> asked = requirements(random, 4, 1 + random.nextInt(2), "");

            Optional<Lockfile.Pip> lock = pin(index, asked);

            if (lock.isPresent()) {
                pinned++;
                check("index " + seed, index, lock.get(), asked);
            } else {
                assertThat(PLATFORMS.stream().allMatch(platform -> isSolvable(index, asked, platform)))
                        .as("index " + seed)
                        .isFalse();
            }
        }
        assertThat(pinned).isBetween(500, 1_300);
    }

    @Test
    void whatIsPinnedFromLargerIndexesHolds() {
        int pinned = 0;
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            FakeIndex index = draw(random, 30, 8);
            List<Requirement> asked = requirements(random, 30, 4, "");

            Optional<Lockfile.Pip> lock = pin(index, asked);

            if (lock.isPresent()) {
                pinned++;
                check("index " + seed, index, lock.get(), asked);
            }
        }
        assertThat(pinned).isGreaterThan(30);
    }

    private static FakeIndex draw(Random random, int packages, int mostVersions) {
        FakeIndex index = new FakeIndex();
        for (int name = 0; name < packages; name++) {
            int versions = 1 + random.nextInt(mostVersions);
            for (int version = 1; version <= versions; version++) {
                index.release(
                        "p" + name,
                        version + ".0",
                        pick(random, PYTHONS),
                        requirements(random, packages, random.nextInt(3), "with markers").stream()
                                .map(Requirement::toString)
                                .toArray(String[]::new));
            }
            index.whole("p" + name);
        }
        return index;
    }

    private static List<Requirement> requirements(Random random, int packages, int count, String markers) {
        List<Requirement> requirements = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String extra = random.nextInt(4) == 0 ? "[more]" : random.nextInt(6) == 0 ? "[more,most]" : "";
            requirements.add(Requirement.parse("p" + random.nextInt(packages) + extra + pick(random, SPECIFIERS)
                    + (markers.isEmpty() ? "" : pick(random, MARKERS))));
        }
        return requirements;
    }

    private static String pick(Random random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Optional<Lockfile.Pip> pin(FakeIndex index, List<Requirement> asked) {
        try {
            return Optional.of(new PipPinner(index, Catalogue.open())
                    .pin(new PipRequest(PYTHON, PLATFORMS, asked, Map.of()), Progress.NONE));
        } catch (NoSolution none) {
            assertThat(none.explanation()).isNotBlank();
            return Optional.empty();
        }
    }

    private static void check(String which, FakeIndex index, Lockfile.Pip lock, List<Requirement> asked) {
        try {
            new LockCheck(index, PYTHON).check(lock, asked);
        } catch (AssertionError e) {
            throw new AssertionError("the lock of " + which + " does not hold", e);
        }
    }

    /** Tries every combination of versions. */
    private static boolean isSolvable(FakeIndex index, List<Requirement> asked, TargetPlatform platform) {
        List<PackageName> names =
                List.of(PackageName.of("p0"), PackageName.of("p1"), PackageName.of("p2"), PackageName.of("p3"));
        MarkerEnvironment environment = MarkerEnvironment.of(PYTHON, platform.wheelPlatform());
        return tryAll(index, asked, environment, names, new HashMap<>());
    }

    private static boolean tryAll(
            FakeIndex index,
            List<Requirement> asked,
            MarkerEnvironment environment,
            List<PackageName> names,
            Map<PackageName, Version> chosen) {
        if (chosen.size() == names.size()) {
            try {
                new LockCheck(index, PYTHON).walk(asked, environment, chosen);
                return true;
            } catch (AssertionError notMet) {
                return false;
            }
        }
        PackageName name = names.get(chosen.size());
        boolean any = index.releases(name).stream().anyMatch(release -> {
            chosen.put(name, release.version());
            return tryAll(index, asked, environment, names, chosen);
        });
        chosen.remove(name);
        return any;
    }
}
