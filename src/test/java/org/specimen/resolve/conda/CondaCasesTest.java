package org.specimen.resolve.conda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.PackageFileName;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.conda.VirtualPackage;
import org.specimen.conda.VirtualPackages;
import org.specimen.format.Json;
import org.specimen.resolve.conda.JointProblem.OnPlatform;
import org.specimen.task.Progress;

/** Solves on real slices of conda-forge and bioconda, where they are at hand, beside those of rattler. */
class CondaCasesTest {

    private static final Path DATA = Path.of("..", "shared", "data");

    @TempDir
    static Path cache;

    private static Channels channels;

    @BeforeAll
    static void findSlices() {
        assumeTrue(Files.isDirectory(DATA), "the channel slices are not at hand");
        channels = new Channels(cache);
    }

    /** One line of conda-cases.json. */
    private record Case(
            String id,
            Platform platform,
            List<MatchSpec> specs,
            List<String> channels,
            List<VirtualPackage> virtual,
            Set<String> kept,
            boolean solvable,
            List<PackageFileName> records) {

        @SuppressWarnings("unchecked") // what the file holds
        static Case of(Map<String, Object> fields) {
            Map<String, Object> outcome = (Map<String, Object>) field(fields, "outcome");
            return new Case(
                    (String) field(fields, "id"),
                    Platform.of((String) field(fields, "platform")),
                    texts(field(fields, "specs")).stream().map(MatchSpec::parse).toList(),
                    texts(field(fields, "channels")),
                    texts(field(fields, "virtual")).stream()
                            .map(VirtualPackage::parse)
                            .toList(),
                    Set.copyOf(texts(fields.getOrDefault("locked", List.of()))),
                    field(outcome, "solvable").equals("true"),
                    texts(field(outcome, "records")).stream()
                            .map(path -> PackageFileName.parse(path.substring(path.indexOf('/') + 1)))
                            .toList());
        }

        private static Object field(Map<String, Object> fields, String name) {
            return Objects.requireNonNull(fields.get(name), name);
        }

        @SuppressWarnings("unchecked")
        private static List<String> texts(Object list) {
            return (List<String>) list;
        }

        JointProblem problem() {
            List<ChannelParts> parts = channels.stream()
                    .map(name -> CondaCasesTest.channels.open(folder(name), platform))
                    .toList();
            return JointProblem.on(platform, new OnPlatform(parts, virtual), specs, kept);
        }
    }

    private static Path folder(String channel) {
        return DATA.resolve(channel.equals("bioconda") ? "bioconda-repodata" : "conda-repodata");
    }

    @SuppressWarnings("unchecked")
    private static List<Case> cases() throws IOException {
        try (InputStream in = Files.newInputStream(DATA.resolve("conda-cases.json"))) {
            return ((List<Map<String, Object>>) Json.read("conda-cases.json", in))
                    .stream().map(Case::of).toList();
        }
    }

    @Test
    void saysOfEachCaseWhatRattlerSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Case> cases = cases();
        for (Case one : cases) {
            JointOutcome outcome = JointSolver.solve(one.problem(), Progress.NONE);
            if (outcome instanceof JointOutcome.Solved solved) {
                List<PackageRecord> records = records(solved);
                if (!one.solvable()) {
                    wrong.add(one.id() + " has no solution");
                }
                Validity.faults(records, one.specs(), one.virtual())
                        .forEach(fault -> wrong.add(one.id() + ": " + fault));
                if (isWorse(one, records)) {
                    wrong.add(one.id() + " could be newer");
                }
            } else if (one.solvable()) {
                wrong.add(one.id() + " has a solution");
            }
        }

        assertThat(cases).hasSize(60);
        assertThat(wrong).isEmpty();
    }

    private static List<PackageRecord> records(JointOutcome.Solved solved) {
        return solved.records().values().stream().flatMap(List::stream).toList();
    }

    /** Whether no package that was asked for is newer than rattler's, and one is older. */
    private static boolean isWorse(Case one, List<PackageRecord> records) {
        Map<String, PackageRecord> ours = new HashMap<>();
        records.forEach(record -> ours.put(record.name().value(), record));
        boolean hasOlder = false;
        for (PackageFileName theirs : one.records()) {
            String name = theirs.name().value();
            if (one.specs().stream()
                    .anyMatch(spec -> spec.exactName().orElseThrow().value().equals(name))) {
                int sign =
                        Objects.requireNonNull(ours.get(name), name).version().compareTo(theirs.version());
                if (sign > 0) {
                    return false;
                }
                hasOlder |= sign < 0;
            }
        }
        return hasOlder;
    }

    @Test
    void explainsEachCaseThatCannotBeHad() throws IOException {
        for (Case one : cases()) {
            if (JointSolver.solve(one.problem(), Progress.NONE) instanceof JointOutcome.Impossible impossible) {
                assertThat(impossible.conflicts()).as(one.id()).isNotEmpty().allSatisfy(conflict -> {
                    assertThat(conflict.what()).endsWith(".");
                    assertThat(conflict.remedies()).isNotEmpty();
                });
            }
        }
    }

    /** Wishes by chance: whatever comes out is valid, and what is said to be impossible stays so with more wishes. */
    @Test
    void findsOnlyValidEnvironments() {
        Random random = new Random(2026);
        int solved = 0;
        int impossible = 0;
        for (int i = 0; i < 150; i++) {
            Platform platform = List.of(Platform.LINUX_64, Platform.OSX_ARM64, Platform.WIN_64)
                    .get(random.nextInt(3));
            ChannelParts channel = channels.open(folder("conda-forge"), platform);
            List<VirtualPackage> virtual = VirtualPackages.assumed(platform, Map.of());
            List<MatchSpec> wishes = wishes(channel, random);
            JointProblem problem =
                    JointProblem.on(platform, new OnPlatform(List.of(channel), virtual), wishes, Set.of());
            JointOutcome outcome = JointSolver.solve(problem, Progress.NONE);
            if (outcome instanceof JointOutcome.Solved found) {
                solved++;
                assertThat(Validity.faults(records(found), wishes, virtual))
                        .as("%s %s", platform, wishes)
                        .isEmpty();
            } else {
                impossible++;
                List<MatchSpec> more = new ArrayList<>(wishes(channel, random));
                more.addAll(wishes);
                assertThat(JointSolver.isSolvable(problem.withSpecs(more), Progress.NONE))
                        .as("%s %s", platform, more)
                        .isFalse();
            }
        }
        assertThat(solved).isGreaterThan(30);
        assertThat(impossible).isGreaterThan(30);
    }

    private static List<MatchSpec> wishes(ChannelParts channel, Random random) {
        List<String> names = new ArrayList<>();
        channel.parts().forEach(part -> names.addAll(part.names()));
        Set<MatchSpec> wishes = new LinkedHashSet<>();
        wishes.add(MatchSpec.parse("python=3." + (9 + random.nextInt(6))));
        for (int i = random.nextInt(4); i >= 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            var records = channel.records(name);
            String version =
                    records.get(random.nextInt(records.size())).version().toString();
            wishes.add(MatchSpec.parse(
                    name + List.of("", "", " <=" + version, " >=" + version).get(random.nextInt(4))));
        }
        return List.copyOf(wishes);
    }
}
