package org.specimen.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.MatchSpec;
import org.specimen.index.CondaChannel;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.task.Progress;

class CondaPinnerTest {

    private static final Set<TargetPlatform> ALL =
            EnumSet.of(TargetPlatform.LINUX_X86_64, TargetPlatform.MACOS_ARM64, TargetPlatform.WINDOWS_X86_64);

    private final FakeIndex index = new FakeIndex();
    private final FakeChannel channel = new FakeChannel();

    @Test
    void takesTheNewestVersionSeenForEveryChosenPlatform() {
        channel.has("geopandas", "1.1.2", TargetPlatform.LINUX_X86_64)
                .has("geopandas", "1.1.1", ALL.toArray(TargetPlatform[]::new));

        assertThat(pins(ALL, "geopandas")).containsExactly("geopandas 1.1.1");
        assertThat(pins(EnumSet.of(TargetPlatform.LINUX_X86_64), "geopandas")).containsExactly("geopandas 1.1.2");
    }

    @Test
    void leavesToPipWhatTheChannelDoesNotHave() {
        index.release("openai", "2.54.0", ">=3.9");

        Lockfile.Conda lock = lock(ALL, List.of(), "openai");

        assertThat(lock.conda()).isEmpty();
        assertThat(lock.pip())
                .extracting(pinned -> pinned.name() + " " + pinned.version())
                .containsExactly("openai 2.54.0");
        assertThat(lock.notes()).anyMatch(note -> note.startsWith("Left to pip") && note.contains("openai"));
    }

    @Test
    void isNeverSureWhileCondaChoosesWhatIsNeededInTurn() {
        channel.has("geopandas", "1.1.1", ALL.toArray(TargetPlatform[]::new));

        Assurance assurance = lock(ALL, List.of(), "geopandas").assurance();

        assertThat(assurance.level()).isEqualTo(Assurance.Level.UNTRIED);
        assertThat(assurance.summary()).contains("left to the installer");
    }

    @Test
    void leavesToPipAVersionOrAnExtraThatTheChannelDoesNotHave() {
        index.release("dask", "2026.1.0", ">=3.9").release("dask", "2025.1.0", ">=3.9");
        channel.has("dask", "2025.1.0", ALL.toArray(TargetPlatform[]::new));

        assertThat(lock(ALL, List.of(), "dask==2026.1.0").conda()).isEmpty();
        assertThat(lock(ALL, List.of(), "dask[complete]").conda()).isEmpty();
        assertThat(pins(ALL, "dask")).containsExactly("dask 2025.1.0");
    }

    @Test
    void namesPackagesAsCondaDoes() {
        channel.named("torch", "pytorch").has("pytorch", "2.8.0", ALL.toArray(TargetPlatform[]::new));

        assertThat(pins(ALL, "torch")).containsExactly("pytorch 2.8.0");
    }

    @Test
    void keepsTheVersionTextOfTheChannel() {
        channel.has("pytz", "2026.01.1", ALL.toArray(TargetPlatform[]::new));

        assertThat(pins(ALL, "pytz")).containsExactly("pytz 2026.01.1");
    }

    @Test
    void suitsWhatTheDirectPackagesAskOfEachOther() {
        index.release("numba", "0.60.0", ">=3.9", "numpy<2.1");
        channel.has("numba", "0.60.0", ALL.toArray(TargetPlatform[]::new))
                .has("numpy", "2.4.0", ALL.toArray(TargetPlatform[]::new))
                .has("numpy", "2.0.2", ALL.toArray(TargetPlatform[]::new));

        assertThat(pins(ALL, "numba", "numpy")).containsExactly("numba 0.60.0", "numpy 2.0.2");
    }

    @Test
    void passesOverAVersionThatIsKnownNotToRunOnThePython() {
        index.release("numpy", "2.4.0", ">=3.13").release("numpy", "2.0.2", ">=3.9");
        channel.has("numpy", "2.4.0", ALL.toArray(TargetPlatform[]::new))
                .has("numpy", "2.0.2", ALL.toArray(TargetPlatform[]::new));

        assertThat(pins(ALL, "numpy")).containsExactly("numpy 2.0.2");
    }

    @Test
    void pinsWhatIsNoPythonDistribution() {
        channel.has("gcc", "15.1.0", ALL.toArray(TargetPlatform[]::new))
                .has("gcc", "14.2.0", ALL.toArray(TargetPlatform[]::new));

        Lockfile.Conda lock = lock(ALL, List.of("gcc<15", "bioconda::samtools=1.21=h50ea8bc_0"));

        assertThat(lock.conda())
                .extracting(pinned -> pinned.channel() + "::" + pinned.name() + "=" + pinned.version()
                        + pinned.build().map(build -> "=" + build).orElse(""))
                .containsExactly("conda-forge::gcc=14.2.0", "bioconda::samtools=1.21=h50ea8bc_0");
    }

    @Test
    void refusesWhatHasNoKnownVersion() {
        assertThatThrownBy(() -> lock(ALL, List.of("bioconda::samtools")))
                .isInstanceOf(NoSolution.class)
                .hasMessageContaining("bioconda::samtools");
    }

    @Test
    void saysWhatIsAskedForWithoutCondasBrackets() {
        channel.has("cmake", "4.1.0", ALL.toArray(TargetPlatform[]::new));

        assertThatThrownBy(() -> lock(ALL, List.of("cmake>=3.9,<3.11")))
                .hasMessageContaining("cmake >=3.9,<3.11: no such version")
                .hasMessageNotContaining("[version=");
    }

    @Test
    void refusesEverythingAtOnceAndSuggestsAVersionOnTheChannel() {
        channel.has("gcc", "14.2.0", ALL.toArray(TargetPlatform[]::new));

        NoSolution none = catchThrowableOfType(
                NoSolution.class, () -> lock(ALL, List.of("gcc>=99", "bioconda::samtools"), "no-such-lab-package"));

        assertThat(none.refusals())
                .extracting(Refusal::subject, Refusal::kind)
                .containsExactly(
                        tuple("no-such-lab-package", Refusal.Kind.UNKNOWN_NAME),
                        tuple("gcc", Refusal.Kind.NO_SUCH_VERSION),
                        tuple("samtools", Refusal.Kind.UNKNOWN_NAME));
        assertThat(none.refusals().get(1).suggestions()).containsExactly("14.2.0");
        assertThat(none.explanation()).contains("gcc=14.2.0").doesNotContain("--");
    }

    @Test
    void leavesToPipWhatThePersonWantsFromPip() {
        index.release("numpy", "2.4.6", ">=3.11");
        channel.has("numpy", "2.4.0", ALL.toArray(TargetPlatform[]::new));

        Lockfile.Conda lock = new CondaPinner(channel, index, Catalogue.open())
                .pin(
                        new CondaRequest(
                                Version.parse("3.12.1"),
                                ALL,
                                List.of(Requirement.parse("numpy")),
                                Set.of(PackageName.of("numpy")),
                                Set.of(),
                                Map.of(),
                                List.of(),
                                Map.of()),
                        Progress.NONE);

        assertThat(lock.conda()).isEmpty();
        assertThat(lock.pip()).hasSize(1);
    }

    private List<String> pins(Set<TargetPlatform> platforms, String... requirements) {
        return lock(platforms, List.of(), requirements).conda().stream()
                .map(pinned -> pinned.name() + " " + pinned.version())
                .toList();
    }

    private Lockfile.Conda lock(Set<TargetPlatform> platforms, List<String> specs, String... requirements) {
        return new CondaPinner(channel, index, Catalogue.open())
                .pin(
                        new CondaRequest(
                                Version.parse("3.12.1"),
                                platforms,
                                Stream.of(requirements).map(Requirement::parse).toList(),
                                Set.of(),
                                Set.of(),
                                Map.of(),
                                specs.stream().map(MatchSpec::parse).toList(),
                                Map.of()),
                        Progress.NONE);
    }

    /** A channel that a test fills. */
    private static final class FakeChannel implements CondaChannel {

        private final Map<String, List<ChannelVersion>> versions = new HashMap<>();
        private final Map<PackageName, String> names = new HashMap<>();

        FakeChannel named(String distribution, String condaName) {
            names.put(PackageName.of(distribution), condaName);
            return this;
        }

        FakeChannel has(String name, String version, TargetPlatform... platforms) {
            List<ChannelVersion> known = versions.computeIfAbsent(name, one -> new ArrayList<>());
            known.add(new ChannelVersion(CondaVersion.parse(version), Set.of(platforms)));
            known.sort((one, other) -> other.version().compareTo(one.version()));
            return this;
        }

        @Override
        public String name() {
            return "conda-forge";
        }

        @Override
        public List<ChannelVersion> versions(String condaName) {
            return versions.getOrDefault(condaName, List.of());
        }

        @Override
        public Optional<String> nameOf(PackageName distribution) {
            return Optional.of(names.getOrDefault(distribution, distribution.value()));
        }
    }
}
