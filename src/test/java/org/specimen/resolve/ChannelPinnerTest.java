package org.specimen.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.Channel;
import org.specimen.conda.CondaName;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.conda.VirtualPackages;
import org.specimen.index.channel.ChannelStore;
import org.specimen.index.channel.LocalListFiles;
import org.specimen.index.channel.PlatformRecords;
import org.specimen.problem.Conflict;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.resolve.conda.ChannelParts;
import org.specimen.resolve.conda.JointProblem.OnPlatform;
import org.specimen.task.Progress;

/** Pins from a channel in a folder, for two platforms. */
class ChannelPinnerTest {

    private static final Set<TargetPlatform> BOTH = EnumSet.of(TargetPlatform.LINUX_X86_64, TargetPlatform.MACOS_ARM64);

    @TempDir
    Path folder;

    @TempDir
    Path cache;

    private final FakeIndex index = new FakeIndex();
    private final Map<String, List<String>> records = new TreeMap<>();
    private final Map<PackageName, Version> kept = new TreeMap<>();

    @BeforeEach
    void layOutPython() {
        both("python-3.12.4-0", "pip-24.0-0;python");
    }

    @Test
    void takesTheNewestVersionThatEveryPlatformHas() {
        both("geo-1.0-0;python", "geo-1.1-0;python");
        on("linux-64", "geo-1.2-0;python");

        assertThat(conda(lock("geo"))).containsExactly("geo 1.1", "pip 24.0");
    }

    @Test
    void goesBackEverywhereForWhatFitsOnOnePlatformOnly() {
        both("geo-1.0-0;python", "geo-1.1-0;python;core >=2", "core-1.0-0");
        on("linux-64", "core-2.0-0");

        assertThat(conda(lock("geo"))).containsExactly("geo 1.0", "pip 24.0");
    }

    @Test
    void versionsOfWhatNobodyAskedForMayDifferByPlatform() {
        both("geo-1.0-0;python;core", "core-1.0-0");
        on("linux-64", "core-2.0-0");

        Lockfile.Conda lock = lock("geo");

        assertThat(files(lock, Platform.LINUX_64)).contains("core-2.0-0.conda");
        assertThat(files(lock, Platform.OSX_ARM64)).contains("core-1.0-0.conda");
    }

    @Test
    void keepsTheVersionThatWasPinnedWhileItFits() {
        both("geo-1.0-0;python", "geo-1.1-0;python");
        kept.put(PackageName.of("geo"), Version.parse("1.0"));

        assertThat(conda(lock("geo"))).contains("geo 1.0");
        assertThat(conda(lock("geo>=1.1"))).contains("geo 1.1");
    }

    @Test
    void leavesToPipWhatNotEveryPlatformHasAndSaysWhy() {
        on("linux-64", "geo-1.2-0;python");
        both("old-1.0-0;python <3.10");
        index.release("geo", "1.2", ">=3.8").release("old", "1.0", ">=3.8").release("far", "1.0", ">=3.8");

        Lockfile.Conda lock = lock("geo", "old", "far", "geo[fast]; sys_platform == 'linux'");

        assertThat(conda(lock)).containsExactly("pip 24.0");
        assertThat(pip(lock)).containsExactly("far 1.0", "geo 1.2", "old 1.0");
        assertThat(lock.notes())
                .anyMatch(note -> note.contains("for every platform: geo."))
                .anyMatch(note -> note.contains("runs on this Python on every platform: old."))
                .anyMatch(note -> note.contains("no package of that name: far."));
    }

    @Test
    void leavesToPipWhatCondaCannotBringBesideThePython() {
        both("geo-1.0-0;python;core", "core-1.0-0;gone");
        index.release("geo", "1.0", ">=3.8");

        Lockfile.Conda lock = lock("geo");

        assertThat(pip(lock)).containsExactly("geo 1.0");
        assertThat(lock.notes()).anyMatch(note -> note.contains("cannot be had together") && note.contains("geo"));
    }

    @Test
    void pipFindsWhatCondaBroughtUnderTheNameThatPyPiHasForIt() {
        both("pytorch-2.4.0-0;python", "helper-1.0-0;python;pytorch");
        pure("lightning", "2.0", "torch>=2.1", "small");
        pure("small", "1.0");
        pure("torch", "2.9");

        Lockfile.Conda lock = lock("helper", "lightning");

        assertThat(conda(lock)).containsExactly("helper 1.0", "pip 24.0");
        assertThat(pip(lock)).containsExactly("lightning 2.0", "small 1.0");
    }

    @Test
    void condaSolvesAnewForWhatPipNeeds() {
        both("numpy-2.1.0-0;python", "numpy-1.26.4-0;python", "frame-1.0-0;python;numpy");
        pure("old", "1.0", "numpy<2");
        pure("numpy", "2.1.0");
        pure("numpy", "1.26.4");

        Lockfile.Conda lock = lock("frame", "old");

        assertThat(conda(lock)).containsExactly("frame 1.0", "numpy 1.26.4", "pip 24.0");
        assertThat(pip(lock)).containsExactly("old 1.0");
    }

    @Test
    void locksTheFileThatPipTakesOnEachPlatform() {
        index.files(
                "fast",
                "1.0",
                List.of("small>=0.5"),
                "fast-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
                "fast-1.0-cp312-cp312-macosx_11_0_arm64.whl",
                "fast-1.0.tar.gz");
        pure("small", "1.0");

        Lockfile.Conda lock = lock("fast");

        assertThat(lock.isWhole()).isTrue();
        assertThat(pipFiles(lock, Platform.LINUX_64))
                .containsExactly(
                        "fast-1.0-cp312-cp312-manylinux_2_17_x86_64.whl {small=>=0.5}",
                        "small-1.0-py3-none-any.whl {}");
        assertThat(pipFiles(lock, Platform.OSX_ARM64))
                .containsExactly(
                        "fast-1.0-cp312-cp312-macosx_11_0_arm64.whl {small=>=0.5}", "small-1.0-py3-none-any.whl {}");
    }

    @Test
    void locksCondasPartAloneWhereTheFilesOfPipAreNotKnown() {
        index.release("far", "1.0", ">=3.8");

        Lockfile.Conda lock = lock("far");

        assertThat(lock.locked().orElseThrow().hasPip()).isFalse();
        assertThat(lock.notes()).anyMatch(note -> note.contains("conda's part only"));
    }

    @Test
    void takesAnotherPatchReleaseOfPython() {
        on("linux-64", "python-3.12.9-0");

        Lockfile.Conda lock = pinned("3.12.9", "", List.of());

        assertThat(lock.python()).isEqualTo(Version.parse("3.12.4"));
    }

    @Test
    void takesAnotherMinorVersionOnlyWhereNobodyNamedOne() {
        both("python-3.11.2-0", "python-3.13.1-0");

        assertThat(pinned("3.14.0", ">=3.9", List.of()).python()).isEqualTo(Version.parse("3.13.1"));
        assertThat(pinned("3.10.0", "<3.12", List.of()).python()).isEqualTo(Version.parse("3.11.2"));
        NoSolution none = catchThrowableOfType(NoSolution.class, () -> pinned("3.14.0", "==3.14.*", List.of()));
        assertThat(none.refusals().get(0).suggestions()).containsExactly("3.13", "3.12", "3.11");
    }

    @Test
    void refusesThePythonThatThePersonNamedAndThatIsNotThere() {
        NoSolution none = catchThrowableOfType(NoSolution.class, () -> pinned("3.12.9", "==3.12.9", List.of()));

        assertThat(none.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NO_SUCH_PYTHON);
            assertThat(refusal.suggestions()).containsExactly("3.12.4");
        });
    }

    @Test
    void namesTheVariantOfABuildForTheGpuOrTheProcessor() {
        both("net-1.0-cpu_py312_0;python");
        on("linux-64", "net-1.0-cuda126_py312_1;python;__cuda");

        assertThat(lock("net").conda())
                .filteredOn(pin -> pin.name().equals("net"))
                .singleElement()
                .satisfies(pin -> assertThat(pin.build()).contains("*cpu*"));
    }

    @Test
    void explainsAConflictWithChangesThatSettleItEverywhere() {
        both(
                "pytorch-2.0-0;python;core <2",
                "geo-1.0-0;python;core >=2",
                "geo-0.9-0;python;core",
                "core-1.0-0",
                "core-2.0-0");

        NoSolution none = catchThrowableOfType(NoSolution.class, () -> lock("torch==2.0", "geo==1.0"));

        Conflict conflict = none.conflicts().get(0);
        assertThat(conflict.subjects()).containsExactlyInAnyOrder("torch", "geo");
        assertThat(conflict.because()).anyMatch(fact -> fact.contains("core"));
        assertThat(conflict.remedies())
                .extracting(Conflict.Remedy::what)
                .containsExactly("Use geo 0.9 instead of ==1.0.", "Leave pytorch out.", "Leave geo out.");
        assertThat(conflict.remedies().get(1).changes())
                .containsExactly(new Conflict.Change(Conflict.Change.Kind.LEAVE_OUT, "torch", ""));
    }

    @Test
    void saysForWhichPythonsThereIsAPackageThatIsNotThereForTheOneThatIsWanted() {
        both(
                "python-3.9.1-0",
                "python-3.13.1-0",
                "geo-2.0-py312_0;python >=3.12,<3.13.0a0",
                "geo-2.1-py313_0;python_abi 3.13.* cp313*",
                "python_abi-3.13-cp313_0;python 3.13.*",
                "geo-1.0-py39_0;python >=3.9,<3.10.0a0");

        NoSolution none = catchThrowableOfType(NoSolution.class, () -> pinned("3.9.1", "==3.9.*", List.of("geo>=2")));

        Conflict conflict = none.conflicts().get(0);
        assertThat(conflict.because()).containsExactly("geo>=2 is there for Python 3.12 and 3.13, and for no other.");
        assertThat(conflict.remedies()).extracting(Conflict.Remedy::what).contains("Use geo 1.0 instead of >=2.");
    }

    @Test
    void saysThatABuildIsMissingAndNotTheVersion() {
        both("net-1.0-cpu_0;python");

        NoSolution none = catchThrowableOfType(NoSolution.class, () -> pinned("3.12.4", "", List.of("net=1.0=cuda*")));

        Conflict conflict = none.conflicts().get(0);
        assertThat(conflict.what()).endsWith("there is no net=1.0=cuda*; there is net 1.0, in other builds.");
        assertThat(conflict.remedies())
                .extracting(Conflict.Remedy::what)
                .contains("Use net 1.0 instead of 1.0 in a build cuda*.");
    }

    @Test
    void offersOnlyVersionsThatCanBeAskedFor() {
        both(
                "tls-1.1.1w-0",
                "tls-3.0-0",
                "geo-1.0-0;python;tls <2",
                "lib_x-1.0-0",
                "lib_x-2.0-0",
                "end-1.0-0;lib_x <2");

        NoSolution none = catchThrowableOfType(
                NoSolution.class, () -> pinned("3.12.4", "", List.of("tls=3.0", "geo", "lib_x=2.0", "end")));

        assertThat(none.conflicts())
                .hasSize(2)
                .allSatisfy(conflict -> assertThat(conflict.remedies())
                        .flatExtracting(Conflict.Remedy::changes)
                        .isNotEmpty()
                        .allMatch(change -> change.kind() == Conflict.Change.Kind.LEAVE_OUT));
    }

    @Test
    void saysWhereVersionsExistButNotTheSameOnAllPlatforms() {
        both("b-1.0-0", "b-2.0-0");
        on("linux-64", "a-1.0-0;b ==1.0", "a-2.0-0;b ==2.0");
        on("osx-arm64", "a-1.0-0;b ==2.0", "a-2.0-0;b ==1.0");

        NoSolution none = catchThrowableOfType(NoSolution.class, () -> pinned("3.12.4", "", List.of("a", "b")));

        assertThat(none.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.what())
                    .isEqualTo("There are no versions that are the same on linux-64, osx-arm64 of: a, b.");
            assertThat(conflict.remedies())
                    .extracting(Conflict.Remedy::what)
                    .containsExactly("Leave a out.", "Leave b out.");
        });
    }

    @Test
    void findsACondaPackageThatIsNoDistributionOnEveryPlatform() {
        both("gdal-3.9-0", "gdal-3.8-0");

        Lockfile.Conda lock = pinned("3.12.4", "", List.of("gdal<3.9"));

        assertThat(conda(lock)).containsExactly("gdal 3.8", "pip 24.0");
    }

    private Lockfile.Conda lock(String... requirements) {
        return pinned("3.12.4", "", List.of(), requirements);
    }

    private Lockfile.Conda pinned(String python, String pythons, List<String> specs, String... requirements) {
        write();
        CondaRequest wanted = new CondaRequest(
                Version.parse(python),
                BOTH,
                Stream.of(requirements).map(Requirement::parse).toList(),
                Set.of(),
                Set.of(),
                Map.<PackageName, CondaName>of(),
                specs.stream().map(MatchSpec::parse).toList(),
                kept);
        return new ChannelPinner(open(), index, Catalogue.open(), Progress.NONE)
                .pin(new ChannelRequest(wanted, SpecifierSet.parse(pythons), Set.of()));
    }

    private OpenChannels open() {
        ChannelStore store = new ChannelStore(cache, List.of(new LocalListFiles()));
        Channel channel = Channel.parse(folder.toString());
        Map<TargetPlatform, OnPlatform> platforms = new EnumMap<>(TargetPlatform.class);
        for (TargetPlatform platform : BOTH) {
            List<PlatformRecords> parts = new ArrayList<>(store.open(channel, platform.condaPlatform(), Progress.NONE));
            platforms.put(
                    platform,
                    new OnPlatform(
                            List.of(new ChannelParts(channel, parts)),
                            VirtualPackages.assumed(platform.condaPlatform(), Map.of())));
        }
        return new OpenChannels(List.of(channel), platforms);
    }

    private void both(String... packages) {
        on("linux-64", packages);
        on("osx-arm64", packages);
    }

    /** A package: its file's stem, then what it needs. */
    private void on(String platform, String... packages) {
        for (String text : packages) {
            String[] parts = text.split(";", -1);
            String[] stem = parts[0].split("-", -1);
            String number = stem[2].substring(stem[2].lastIndexOf('_') + 1);
            String depends = Stream.of(parts)
                    .skip(1)
                    .map(part -> "\"" + part + "\"")
                    .toList()
                    .toString();
            records.computeIfAbsent(platform, none -> new ArrayList<>())
                    .add("""
                    "%s.conda": {"name": "%s", "version": "%s", "build": "%s", "build_number": %s, "depends": %s}""".formatted(parts[0], stem[0], stem[1], stem[2], number, depends));
        }
    }

    private void write() {
        records.forEach((platform, texts) -> {
            try {
                Files.createDirectories(folder.resolve(platform));
                Files.writeString(
                        folder.resolve(platform).resolve("repodata.json"),
                        "{\"packages.conda\": {" + String.join(",", texts) + "}}");
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
    }

    private FakeIndex pure(String name, String version, String... requires) {
        return index.files(name, version, List.of(requires), name + "-" + version + "-py3-none-any.whl");
    }

    private static List<String> conda(Lockfile.Conda lock) {
        return lock.conda().stream()
                .map(pin -> pin.name() + " " + pin.version())
                .toList();
    }

    private static List<String> pip(Lockfile.Conda lock) {
        return lock.pip().stream().map(pin -> pin.name() + " " + pin.version()).toList();
    }

    private static List<String> files(Lockfile.Conda lock, Platform platform) {
        return on(lock, platform).conda().stream().map(PackageRecord::fileName).toList();
    }

    private static CondaLocked.OnPlatform on(Lockfile.Conda lock, Platform platform) {
        return Objects.requireNonNull(lock.locked().orElseThrow().platforms().get(platform));
    }

    private static List<String> pipFiles(Lockfile.Conda lock, Platform platform) {
        return on(lock, platform).pip().stream()
                .map(pip -> pip.file().name() + " " + pip.needs())
                .toList();
    }
}
