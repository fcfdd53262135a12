package org.specimen.resolve.conda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.conda.VirtualPackage;
import org.specimen.problem.Conflict;
import org.specimen.resolve.conda.JointProblem.OnPlatform;
import org.specimen.task.Progress;

class OnePlatformTest {

    @TempDir
    Path first;

    @TempDir
    Path second;

    @TempDir
    Path cache;

    private Set<String> kept = Set.of();
    private List<VirtualPackage> virtual = List.of();

    @BeforeEach
    void layOutChannels() throws IOException {
        Channels.write(first);
        Channels.write(second);
    }

    @Test
    void takesTheNewestVersionsThatGoTogether() throws IOException {
        Channels.write(first, "a-1-0; b <2", "a-2-0; b >=2", "b-1-0", "b-2-0; c >=5", "c-4-0");

        assertThat(solved("a")).containsExactly("a-1-0.conda", "b-1-0.conda");
    }

    @Test
    void weighsTheFirstWishMost() throws IOException {
        Channels.write(first, "a-1-0; c 2", "a-2-0; c 1", "b-1-0; c 1", "b-2-0; c 2", "c-1-0", "c-2-0");

        assertThat(solved("a", "b")).containsExactly("a-2-0.conda", "b-1-0.conda", "c-1-0.conda");
        assertThat(solved("b", "a")).containsExactly("a-1-0.conda", "b-2-0.conda", "c-2-0.conda");
    }

    @Test
    void weighsVersionsMoreThanBuilds() throws IOException {
        Channels.write(
                first,
                "a-1-new_0; python >=3.13",
                "a-1-old_0; python <3.13",
                "b-2-0; python 3.12.*",
                "b-1-0; python",
                "python-3.12.9-0",
                "python-3.13.9-0");

        assertThat(solved("a", "b")).containsExactly("a-1-old_0.conda", "b-2-0.conda", "python-3.12.9-0.conda");
    }

    @Test
    void bindsAConstraintOnlyWhereThePackageIsThere() throws IOException {
        Channels.write(first, "a-1-0; !b <2", "b-1-0", "b-2-0", "c-1-0; b");

        assertThat(solved("a")).containsExactly("a-1-0.conda");
        assertThat(solved("a", "c")).containsExactly("a-1-0.conda", "b-1-0.conda", "c-1-0.conda");
    }

    @Test
    void prefersRecordsWithoutFeaturesThenHigherBuildNumbers() throws IOException {
        Channels.write(first, "a-1-x_0", "a-1-y_3", "a-2-z_0; @debug");

        assertThat(solved("a")).containsExactly("a-1-y_3.conda");
    }

    @Test
    void prefersTheBuildThatLetsSharedNeedsBeNewer() throws IOException {
        Channels.write(
                first,
                "a-1-h1_0; python 3.11.*",
                "a-1-h2_0; python 3.13.*",
                "a-1-h3_0; python 3.12.*",
                "python-3.11.9-0",
                "python-3.12.9-0",
                "python-3.13.9-0");

        assertThat(solved("a")).containsExactly("a-1-h2_0.conda", "python-3.13.9-0.conda");
        assertThat(solved("a", "python=3.12")).containsExactly("a-1-h3_0.conda", "python-3.12.9-0.conda");
    }

    @Test
    void matchesBuildsOfWhatIsNeeded() throws IOException {
        Channels.write(first, "a-1-0; blas * mkl*", "blas-1-openblas_9", "blas-1-mkl_0", "blas-0-mkl_1");

        assertThat(solved("a")).containsExactly("a-1-0.conda", "blas-1-mkl_0.conda");
    }

    @Test
    void takesAPackageFromTheFirstChannelThatHasItsName() throws IOException {
        Channels.write(first, "a-1-0; b", "b-1-0");
        Channels.write(second, "b-2-0", "c-1-0; b");

        assertThat(solved("a", "c")).containsExactly("a-1-0.conda", "b-1-0.conda", "c-1-0.conda");
        assertThat(conflict("b >=2").what()).contains("there is no b>=2");
    }

    @Test
    void takesAPackageFromTheChannelThatAWishNames() throws IOException {
        Channels.write(first, "b-1-0");
        Channels.write(second, "b-2-0");

        assertThat(solved("file://" + second + "::b")).containsExactly("b-2-0.conda");
    }

    @Test
    void asksTheMachineForVirtualPackages() throws IOException {
        Channels.write(first, "a-2-0; __cuda >=12", "a-1-0", "b-1-0; !__cuda >=13");

        assertThat(solved("a")).containsExactly("a-1-0.conda");
        virtual = List.of(VirtualPackage.parse("__cuda=12.4"));
        assertThat(solved("a")).containsExactly("a-2-0.conda");
        assertThat(conflict("b").what()).contains("NVIDIA").contains("12.4");
    }

    @Test
    void keepsWhatItIsToldToWhileItFits() throws IOException {
        Channels.write(first, "a-1-0", "a-2-0", "b-1-0; a >=2");
        kept = Set.of("a-1-0.conda");

        assertThat(solved("a")).containsExactly("a-1-0.conda");
        assertThat(solved("a", "b")).containsExactly("a-2-0.conda", "b-1-0.conda");
    }

    @Test
    void saysWhichWishesExcludeEachOtherAndWhatWouldDo() throws IOException {
        Channels.write(first, "a-1-0; c 1", "a-2-0; c 1", "b-1-0; c 1", "b-2-0; c 2", "c-1-0", "c-2-0", "else-1-0");

        Conflict conflict = conflict("else", "a=2", "b=2");

        assertThat(conflict.what()).contains("a=2").contains("b=2").doesNotContain("else");
        assertThat(conflict.remedies())
                .extracting(Conflict.Remedy::what)
                .containsExactly("Use b 1 instead of 2.*.", "Leave a out.", "Leave b out.");
        assertThat(conflict.because()).isNotEmpty();
    }

    @Test
    void saysThatAPackageIsNotThere() throws IOException {
        Channels.write(first, "a-1-0", "a-2-0");

        assertThat(conflict("aa", "a").what())
                .isEqualTo("For linux-64: there is no package aa. Check how it is written.");
        assertThat(conflict("a=3").what()).isEqualTo("For linux-64: there is no a=3; there are versions from 1 to 2.");
    }

    @Test
    void looksAtBuildsInTheOldFormOnlyWhereThereIsNoNewerOne() throws IOException {
        Channels.write(first, "a-1-0");
        Files.writeString(first.resolve("linux-64/repodata.json"), """
                {"packages": {"a-1-0.tar.bz2": {"name": "a", "version": "1", "build": "0", "build_number": 0},
                              "a-2-0.tar.bz2": {"name": "a", "version": "2", "build": "0", "build_number": 0}},
                 "packages.conda": {"a-1-0.conda": {"name": "a", "version": "1", "build": "0", "build_number": 0}}}""");

        assertThat(solved("a")).containsExactly("a-2-0.tar.bz2");
        assertThat(solved("a=1")).containsExactly("a-1-0.conda");
    }

    private List<String> solved(String... specs) {
        JointOutcome outcome = solve(specs);
        assertThat(outcome).isInstanceOf(JointOutcome.Solved.class);
        return ((JointOutcome.Solved) outcome)
                .records().getOrDefault(Platform.LINUX_64, List.of()).stream()
                        .map(PackageRecord::fileName)
                        .toList();
    }

    private Conflict conflict(String... specs) {
        JointOutcome outcome = solve(specs);
        assertThat(outcome).isInstanceOf(JointOutcome.Impossible.class);
        return ((JointOutcome.Impossible) outcome).conflicts().get(0);
    }

    private JointOutcome solve(String... specs) {
        Channels channels = new Channels(cache);
        return JointSolver.solve(
                JointProblem.on(
                        Platform.LINUX_64,
                        new OnPlatform(
                                Stream.of(first, second)
                                        .map(folder -> channels.open(folder, Platform.LINUX_64))
                                        .toList(),
                                virtual),
                        Arrays.stream(specs).map(MatchSpec::parse).toList(),
                        kept),
                Progress.NONE);
    }
}
