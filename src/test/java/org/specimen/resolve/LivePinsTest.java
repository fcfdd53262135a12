package org.specimen.resolve;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.problem.Conflict;
import org.specimen.problem.NoSolution;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.resolve.PlatformUniverse.Choosing;
import org.specimen.task.Progress;

/** Pins from an index that tells of every release, its files, and what it needs once it is asked. */
class LivePinsTest {

    private static final Set<TargetPlatform> BOTH =
            EnumSet.of(TargetPlatform.LINUX_X86_64, TargetPlatform.WINDOWS_X86_64);

    private final FakeIndex index = new FakeIndex();

    @Test
    void goesBackToAnOlderParentWhereTheNewestLeadsNowhere() {
        pure("app", "2.0", "lib>=2").pure("app", "1.0", "lib>=1");
        pure("lib", "2.0", "core<2").pure("lib", "1.0");
        pure("core", "2.0");

        assertThat(pins("app", "core")).containsExactly("app 1.0", "core 2.0", "lib 1.0");
    }

    @Test
    void pinsWithTheHashesOfEveryFile() {
        index.files("numpy", "2.0", List.of(), "numpy-2.0-cp312-cp312-win_amd64.whl", "numpy-2.0.tar.gz");
        pure("pandas", "2.2", "numpy");

        Lockfile.Pip lock = lock(Map.of(), "pandas");

        assertThat(lock.isWhole()).isTrue();
        assertThat(lock.pip()).extracting(pin -> pin.hashes().size()).containsExactly(2, 1);
        assertThat(lock.assurance().level()).isEqualTo(Assurance.Level.CONFIRMED);
    }

    @Test
    void hasNoHashesAtAllWhereOneReleaseHasNone() {
        pure("app", "1.0", "lib");
        index.release("lib", "1.0", ">=3.8");

        assertThat(lock(Map.of(), "app").pip())
                .allSatisfy(pin -> assertThat(pin.hashes()).isEmpty());
    }

    @Test
    void takesAReleaseWithWheelsForEveryPlatformBeforeANewerOne() {
        index.files("geo", "2.0", List.of(), "geo-2.0-cp312-cp312-manylinux_2_17_x86_64.whl", "geo-2.0.tar.gz");
        index.files(
                "geo",
                "1.9",
                List.of(),
                "geo-1.9-cp312-cp312-manylinux_2_17_x86_64.whl",
                "geo-1.9-cp312-cp312-win_amd64.whl");

        assertThat(pins("geo")).containsExactly("geo 1.9");
        assertThat(pins("geo>=2")).containsExactly("geo 2.0");
        assertThat(lock(Map.of(), "geo>=2").notes())
                .anyMatch(note -> note.startsWith("geo 2.0 has no wheel for Windows (x86-64): pip builds it there"));
    }

    @Test
    void aReleaseWithoutAnyFileForAPlatformIsNoChoiceThere() {
        index.files("geo", "2.0", List.of(), "geo-2.0-cp312-cp312-manylinux_2_17_x86_64.whl");

        Conflict conflict = none("geo").conflicts().get(0);

        assertThat(conflict.what()).isEqualTo("geo cannot be had on Windows (x86-64) with Python 3.12.1.");
        assertThat(conflict.because())
                .contains("geo in every version has no file for Windows (x86-64) and Python 3.12.");
    }

    @Test
    void versionsDifferByPlatformOnlyWhereTheyMust() {
        pure("app", "1.0", "lib", "lib<2; sys_platform == 'win32'");
        pure("lib", "2.0").pure("lib", "1.0");
        pure("other", "1.0", "lib");

        assertThat(lock(Map.of(), "app", "other").pip())
                .extracting(pin -> pin.name() + " " + pin.version()
                        + pin.marker().map(marker -> "; " + marker).orElse(""))
                .containsExactly(
                        "app 1.0",
                        "lib 2.0; sys_platform == \"linux\"",
                        "lib 1.0; sys_platform == \"win32\"",
                        "other 1.0");
    }

    @Test
    void leavesAloneWhatWasWithdrawnUnlessItIsNamedExactly() {
        pure("lib", "1.0");
        index.yanked("lib", "1.1", "breaks data");

        assertThat(pins("lib")).containsExactly("lib 1.0");
        assertThat(pins("lib>=1")).containsExactly("lib 1.0");
        assertThat(pins("lib==1.1")).containsExactly("lib 1.1");
        assertThat(lock(Map.of(), "lib==1.1").notes())
                .anyMatch(note -> note.contains("withdrawn") && note.contains("breaks data"));
    }

    @Test
    void aWithdrawnReleaseThatAnotherPackageNamesExactlyIsTaken() {
        pure("app", "1.0", "lib==1.1").pure("other", "1.0", "lib>=1");
        pure("lib", "1.0");
        index.yanked("lib", "1.1", "");

        assertThat(pins("app", "other")).containsExactly("app 1.0", "lib 1.1", "other 1.0");
    }

    @Test
    void aPreReleaseThatAnotherPackageNamesIsTakenOnlyThen() {
        pure("app", "1.0", "lib>=2.0rc1").pure("other", "1.0", "lib>=1");
        pure("lib", "2.0rc1").pure("lib", "1.0");

        assertThat(pins("other")).containsExactly("lib 1.0", "other 1.0");
        assertThat(pins("app", "other")).containsExactly("app 1.0", "lib 2.0rc1", "other 1.0");
    }

    @Test
    void passesOverAReleaseWhoseMetadataCannotBeRead() {
        index.unreadable("lib", "2.0");
        pure("lib", "1.0");

        Lockfile.Pip lock = lock(Map.of(), "lib");

        assertThat(shown(lock)).containsExactly("lib 1.0");
        assertThat(lock.notes()).anyMatch(note -> note.contains("lib 2.0: its requirement \"lib>>1\" cannot be read"));
    }

    @Test
    void keepsWhatIsPinnedAlreadyAsLongAsItFits() {
        pure("app", "2.0", "lib>=1").pure("app", "1.0", "lib>=1");
        pure("lib", "2.0").pure("lib", "1.0");
        Map<PackageName, Version> kept =
                Map.of(PackageName.of("app"), Version.parse("1.0"), PackageName.of("lib"), Version.parse("1.0"));

        assertThat(shown(lock(kept, "app"))).containsExactly("app 1.0", "lib 1.0");
        assertThat(shown(lock(kept, "app>=2", "lib"))).containsExactly("app 2.0", "lib 1.0");
    }

    @Test
    void whatComesFromAnAddressMeetsWhateverOthersAskOfIt() {
        pure("app", "1.0", "mine>=7");

        Lockfile.Pip lock = lock(Map.of(), "app", "mine @ git+https://example.org/mine.git@abc");

        assertThat(shown(lock)).containsExactly("app 1.0");
        assertThat(lock.references()).hasSize(1);
    }

    @Test
    void anExtraComesOfTheSameReleaseAsItsDistribution() {
        index.release("web", "2.0", ">=3.8", "fast>=2; extra == 'speed'")
                .release("web", "1.0", ">=3.8", "fast<2; extra == 'speed'")
                .whole("web");
        pure("fast", "1.0");

        assertThat(pins("web[speed]")).containsExactly("fast 1.0", "web 1.0");
        assertThat(pins("web")).containsExactly("web 2.0");
    }

    /** Each release of the one needs a release of the other that does not exist, but for the oldest. */
    @Test
    void asksFewReleasesOneByOneWhereManyAreRuledOut() {
        IntStream.rangeClosed(1, 300).forEach(number -> pure("long", "1." + number, "lib==9." + number));
        pure("long", "1.0", "lib");
        pure("lib", "1.0");

        assertThat(pins("long")).containsExactly("lib 1.0", "long 1.0");
    }

    @Test
    void hasTheNextReleasesOnTheirWayWhileOneIsWaitedFor() {
        IntStream.rangeClosed(1, 300).forEach(number -> pure("long", "1." + number, "lib<1"));
        pure("lib", "1.0");
        pure("lib", "0.9");

        assertThat(none("long", "lib>=1")).isNotNull();

        assertThat(index.asked).contains("long 1.1");
        assertThat(index.askedAlone).hasValueLessThan(8);
    }

    @Test
    void askingAgainOfAReleaseAsksForNoOthers() {
        IntStream.rangeClosed(1, 300).forEach(number -> pure("long", "1." + number, "lib<1"));
        Version python = Version.parse("3.12.1");
        List<Requirement> requirements = List.of(Requirement.parse("long"));
        var setting = new Setting(
                python,
                Environments.of(python, BOTH),
                requirements,
                new IndexSupply(index, Catalogue.open(), python, BOTH),
                Map.of(),
                Progress.NONE);
        var here = Asked.on(requireNonNull(setting.environments().get(TargetPlatform.LINUX_X86_64)), requirements);
        var universe = new PlatformUniverse(
                setting,
                new Choosing(
                        TargetPlatform.LINUX_X86_64, Latitude.CONFIRMED, Map.of(), new Exceptional(Map.of(), here)),
                here);
        Node node = new Node.Distribution(PackageName.of("long"));
        IntStream.range(0, 5).forEach(release -> universe.needs(node, release));
        Set<String> asked = Set.copyOf(index.asked);

        IntStream.range(0, 5).forEach(release -> universe.needs(node, release));

        assertThat(index.asked).isEqualTo(asked).hasSizeBetween(5, 10);
    }

    private Builder pure(String name, String version, String... requires) {
        return new Builder().pure(name, version, requires);
    }

    /** Adds releases of one pure wheel. */
    private final class Builder {
        Builder pure(String name, String version, String... requires) {
            index.files(name, version, List.of(requires), name + "-" + version + "-py3-none-any.whl");
            return this;
        }
    }

    private List<String> pins(String... requirements) {
        return shown(lock(Map.of(), requirements));
    }

    private NoSolution none(String... requirements) {
        return catchThrowableOfType(NoSolution.class, () -> lock(Map.of(), requirements));
    }

    private Lockfile.Pip lock(Map<PackageName, Version> kept, String... requirements) {
        return new PipPinner(index, Catalogue.open())
                .pin(
                        new PipRequest(
                                Version.parse("3.12.1"),
                                BOTH,
                                Stream.of(requirements).map(Requirement::parse).toList(),
                                kept),
                        Progress.NONE);
    }

    private static List<String> shown(Lockfile.Pip lock) {
        return lock.pip().stream().map(pin -> pin.name() + " " + pin.version()).toList();
    }
}
