package org.specimen.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.task.Progress;

class PipPinnerTest {

    private static final Set<TargetPlatform> LINUX = EnumSet.of(TargetPlatform.LINUX_X86_64);

    private final FakeIndex index = new FakeIndex();

    @Test
    void takesTheNewestReleaseWhoseMetadataAdmitsThePython() {
        index.release("numpy", "1.26.4", ">=3.9")
                .release("numpy", "2.4.6", ">=3.11")
                .bare("numpy", "2.5.5");

        assertThat(pins("3.12.1", "numpy")).containsExactly("numpy 2.4.6");
        assertThat(pins("3.9.1", "numpy")).containsExactly("numpy 1.26.4");
    }

    @Test
    void takesTheNewestKnownUnverifiedWhereNoMetadataIsKnown() {
        index.bare("obscure", "1.0").bare("obscure", "1.1");

        assertThat(pins("3.12.1", "obscure")).containsExactly("obscure 1.1 unverified");
    }

    @Test
    void passesOverAReleaseBetweenOthersThatExcludeThePython() {
        index.release("pandas", "1.5.3", ">=3.8")
                .bare("pandas", "2.2.0")
                .release("pandas", "3.0.0", ">=3.11")
                .seen("pandas", "1.5.2", "2022-11");

        assertThat(pins("3.8.20", "pandas")).containsExactly("pandas 1.5.3");
    }

    @Test
    void trustsAReleaseFromTheYearsOfAnOldPythonWhereOnlyNewOnesAreDescribed() {
        index.seen("old", "1.0", "2021-06").seen("old", "2.0", "2025-06").release("old", "3.0", ">=3.12");

        assertThat(pins("3.8.20", "old")).containsExactly("old 1.0 unverified");
    }

    @Test
    void pinsTheWholeClosureAndSaysWhoNeedsWhat() {
        index.release("app", "1.0", ">=3.8", "helper>=1", "other")
                .release("helper", "2.0", ">=3.8", "other<2")
                .release("other", "1.5", ">=3.8")
                .release("other", "2.0", ">=3.8");

        Lockfile.Pip lock = lock("3.12.1", LINUX, "app");

        assertThat(shown(lock)).containsExactly("app 1.0", "helper 2.0", "other 1.5");
        assertThat(lock.pip().get(2).via()).containsExactly(PackageName.of("app"), PackageName.of("helper"));
        assertThat(lock.pip().get(2).direct()).isFalse();
    }

    @Test
    void followsExtrasAndOnlyThoseAskedFor() {
        index.release("web", "1.0", ">=3.8", "fast; extra == 'speed'", "docs; extra == 'docs'")
                .release("fast", "1.0", ">=3.8")
                .release("docs", "1.0", ">=3.8");

        assertThat(pins("3.12.1", "web[speed]")).containsExactly("fast 1.0", "web 1.0");
        assertThat(pins("3.12.1", "web")).containsExactly("web 1.0");
    }

    @Test
    void endsWherePackagesNeedEachOther() {
        index.release("one", "1.0", ">=3.8", "two[x]").release("two", "1.0", ">=3.8", "one; extra == 'x'");

        assertThat(pins("3.12.1", "one")).containsExactly("one 1.0", "two 1.0");
    }

    @Test
    void marksWhatOnlySomePlatformsNeed() {
        index.release("tool", "1.0", ">=3.8", "colour; sys_platform == 'win32'", "chip; platform_machine == 'arm64'")
                .release("colour", "1.0", ">=3.8")
                .release("chip", "1.0", ">=3.8");

        Lockfile.Pip lock = lock(
                "3.12.1",
                EnumSet.of(
                        TargetPlatform.LINUX_X86_64,
                        TargetPlatform.MACOS_ARM64,
                        TargetPlatform.MACOS_X86_64,
                        TargetPlatform.WINDOWS_X86_64),
                "tool");

        assertThat(lock.pip())
                .extracting(pinned -> pinned.name()
                        + pinned.marker().map(marker -> "; " + marker).orElse(""))
                .containsExactly(
                        "chip; sys_platform == \"darwin\" and platform_machine == \"arm64\"",
                        "colour; sys_platform == \"win32\"",
                        "tool");
    }

    @Test
    void keepsAnEarlierPinThatStillFits() {
        index.release("numpy", "1.26.4", ">=3.9").release("numpy", "2.4.6", ">=3.11");

        Lockfile.Pip lock = new PipPinner(index, Catalogue.open())
                .pin(
                        new PipRequest(
                                Version.parse("3.12.1"),
                                LINUX,
                                List.of(Requirement.parse("numpy")),
                                Map.of(PackageName.of("numpy"), Version.parse("1.26.4"))),
                        Progress.NONE);

        assertThat(shown(lock)).containsExactly("numpy 1.26.4");
    }

    @Test
    void takesAnUnknownPinOnFaithUnlessItIsNewerThanAnythingKnown() {
        index.release("numpy", "2.4.6", ">=3.11");

        assertThat(pins("3.12.1", "numpy==2.0.1")).containsExactly("numpy 2.0.1 unverified");
        assertThat(pins("3.12.1", "lab-tools==0.3")).containsExactly("lab-tools 0.3 unverified");
        assertThatThrownBy(() -> pins("3.12.1", "numpy==99.0"))
                .isInstanceOf(NoSolution.class)
                .hasMessageContaining("numpy==99.0")
                .hasMessageContaining("the newest of numpy is 2.4.6");
    }

    @Test
    void saysThatNobodyKnowsAPackageAndWhatMayBeMeant() {
        assertThatThrownBy(() -> pins("3.12.1", "scikit-lern"))
                .isInstanceOf(NoSolution.class)
                .hasMessageContaining("the test index knows no version of it")
                .hasMessageContaining("Did you mean scikit-learn?");
    }

    @Test
    void saysThatNoReleaseRunsOnThePython() {
        index.release("numpy", "2.4.6", ">=3.11");

        assertThatThrownBy(() -> pins("3.8.20", "numpy"))
                .isInstanceOf(NoSolution.class)
                .hasMessageContaining("runs on Python 3.8.20")
                .hasMessageContaining("2.4.6 asks for Python >=3.11");
    }

    private List<Refusal> refusals(String python, String... requirements) {
        return catchThrowableOfType(NoSolution.class, () -> pins(python, requirements))
                .refusals();
    }

    @Test
    void suggestsWhatMayBeMeantAndNamesNoCommandLine() {
        assertThat(refusals("3.12.1", "scikit-lern")).singleElement().satisfies(refusal -> {
            assertThat(refusal.subject()).isEqualTo("scikit-lern");
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNKNOWN_NAME);
            assertThat(refusal.suggestions()).contains("scikit-learn");
            assertThat(refusal.what()).doesNotContain("--");
        });
    }

    @Test
    void suggestsTheNewestVersionThatRunsOnThePython() {
        index.release("numpy", "2.4.6", ">=3.11").release("numpy", "2.2.6", ">=3.10");

        assertThat(refusals("3.10.20", "numpy>=99")).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NO_SUCH_VERSION);
            assertThat(refusal.suggestions()).containsExactly("2.2.6");
        });
        assertThat(pins("3.10.20", "numpy==2.2.6")).containsExactly("numpy 2.2.6");
    }

    @Test
    void suggestsPythonsThatWouldDo() {
        index.release("numpy", "2.4.6", ">=3.11,<3.13");

        assertThat(refusals("3.8.20", "numpy")).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOR_THIS_PYTHON);
            assertThat(refusal.suggestions()).containsExactlyInAnyOrder("3.11", "3.12");
        });
    }

    @Test
    void refusesEachByItsName() {
        index.release("numpy", "2.4.6", ">=3.11");

        assertThat(refusals("3.12.1", "first-unknown", "numpy>99"))
                .extracting(Refusal::subject, Refusal::kind)
                .containsExactly(
                        tuple("first-unknown", Refusal.Kind.UNKNOWN_NAME),
                        tuple("numpy", Refusal.Kind.NO_SUCH_VERSION));
    }

    @Test
    void namesEverythingThatCannotBePinnedAtOnce() {
        assertThatThrownBy(() -> pins("3.12.1", "first-unknown", "second-unknown"))
                .hasMessageContaining("first-unknown")
                .hasMessageContaining("second-unknown");
    }

    @Test
    void saysWhereWishesClash() {
        index.release("app", "1.0", ">=3.8", "numpy<2").release("numpy", "2.4.6", ">=3.11");

        Lockfile.Pip lock = lock("3.12.1", LINUX, "app", "numpy>=2");

        assertThat(shown(lock)).containsExactly("app 1.0", "numpy 2.4.6 unverified");
        assertThat(lock.notes()).anyMatch(note -> note.contains("app asks for <2"));
    }

    @Test
    void isSureOnlyWhereEveryRequirementIsKnownAndMet() {
        index.release("app", "1.0", ">=3.8", "numpy<3").release("numpy", "2.4.6", ">=3.11");

        Assurance assurance = lock("3.12.1", LINUX, "app", "numpy").assurance();

        assertThat(assurance.level()).isEqualTo(Assurance.Level.CONFIRMED);
        assertThat(assurance.summary())
                .isEqualTo("All that these 2 releases need is known and chosen, and each admits Python 3.12. "
                        + "They have not been installed together.");
    }

    @Test
    void isNotSureOfAReleaseThatNothingConfirms() {
        index.release("app", "1.0", ">=3.8").bare("matplotlib", "1.5.1");

        Lockfile.Pip lock = lock("3.12.1", LINUX, "app", "matplotlib==1.5.1");

        assertThat(lock.assurance().level()).isEqualTo(Assurance.Level.UNTRIED);
        assertThat(lock.assurance().summary())
                .startsWith("A version is chosen for each of 2 packages. One of them is not confirmed for Python 3.12.")
                .endsWith("They have not been installed together.");
        assertThat(lock.notes().get(0)).endsWith(lock.assurance().summary());
    }

    @Test
    void knowsOfAClashWithAVersionThatIsTakenOnFaith() {
        index.release("app", "1.0", ">=3.8", "numpy>=1.16").release("numpy", "1.20.0", ">=3.7");

        Assurance assurance = lock("3.12.1", LINUX, "app", "numpy==1.15.4").assurance();

        assertThat(assurance.level()).isEqualTo(Assurance.Level.CLASHING);
        assertThat(assurance.summary()).contains("not every package accepts numpy 1.15.4");
        assertThat(assurance.clashes().get(0).against()).containsExactly("app asks for >=1.16");
    }

    @Test
    void doubtsWhatTheNearestReleaseThatIsDescribedWouldNotAccept() {
        index.release("pandas", "2.3.3", ">=3.9", "numpy>=1.26; python_version >= '3.12'", "six>=1.1; extra == 'all'")
                .release("numpy", "2.4.6", ">=3.11")
                .release("six", "1.17", ">=3.8")
                .bare("pandas", "2.2.0");

        Assurance assurance = lock("3.12.1", LINUX, "pandas==2.2.0", "numpy==1.15.4", "six==1.0")
                .assurance();

        assertThat(assurance.level()).isEqualTo(Assurance.Level.UNTRIED);
        assertThat(assurance.doubts())
                .containsExactly("pandas 2.2.0 hardly accepts numpy 1.15.4: pandas 2.3.3, the nearest release that is "
                        + "described, needs numpy>=1.26.");
        assertThat(assurance.summary()).contains("They may not go together: pandas 2.2.0 hardly accepts");
    }

    @Test
    void doubtsByWhatAnOlderMajorVersionNeedsAndNotByWhatANewerDoes() {
        index.release("pandas", "3.0.0", ">=3.11", "numpy>=1.26")
                .release("numpy", "2.4.6", ">=3.11")
                .bare("pandas", "1.1.5");

        assertThat(lock("3.12.1", LINUX, "pandas==1.1.5", "numpy==1.15.4")
                        .assurance()
                        .doubts())
                .isEmpty();
        index.bare("pandas", "4.0.0");

        assertThat(lock("3.12.1", LINUX, "pandas==4.0.0", "numpy==1.15.4")
                        .assurance()
                        .doubts())
                .singleElement()
                .asString()
                .startsWith("pandas 4.0.0 hardly accepts numpy 1.15.4: pandas 3.0.0");
    }

    @Test
    void leavesToPipWhatANeededPackageNeedsAndNobodyKnows() {
        index.release("app", "1.0", ">=3.8", "mystery");

        Lockfile.Pip lock = lock("3.12.1", LINUX, "app");

        assertThat(shown(lock)).containsExactly("app 1.0");
        assertThat(lock.notes()).anyMatch(note -> note.contains("mystery (needed by app)"));
    }

    @Test
    void keepsReferencesApart() {
        index.release("app", "1.0", ">=3.8");

        Lockfile.Pip lock = lock("3.12.1", LINUX, "app", "mine @ git+https://example.org/mine.git@abc");

        assertThat(shown(lock)).containsExactly("app 1.0");
        assertThat(lock.references()).extracting(Requirement::name).containsExactly(PackageName.of("mine"));
    }

    @Test
    void takesAPreReleaseOnlyWhereItIsAskedFor() {
        index.release("numpy", "2.4.6", ">=3.11").release("numpy", "2.5.0rc1", ">=3.11");

        assertThat(pins("3.12.1", "numpy")).containsExactly("numpy 2.4.6");
        assertThat(pins("3.12.1", "numpy>=2.5.0rc1")).containsExactly("numpy 2.5.0rc1");
    }

    private List<String> pins(String python, String... requirements) {
        return shown(lock(python, LINUX, requirements));
    }

    private Lockfile.Pip lock(String python, Set<TargetPlatform> platforms, String... requirements) {
        return new PipPinner(index, Catalogue.open())
                .pin(
                        new PipRequest(
                                Version.parse(python),
                                platforms,
                                Stream.of(requirements).map(Requirement::parse).toList(),
                                Map.of()),
                        Progress.NONE);
    }

    private static List<String> shown(Lockfile.Pip lock) {
        return lock.pip().stream()
                .map(pinned -> pinned.name() + " " + pinned.version() + (pinned.verified() ? "" : " unverified"))
                .toList();
    }
}
