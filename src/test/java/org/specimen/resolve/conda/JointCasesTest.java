package org.specimen.resolve.conda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.conda.VirtualPackages;
import org.specimen.resolve.conda.JointProblem.OnPlatform;
import org.specimen.task.Progress;

/** Solves for several platforms on the real slice of conda-forge, where it is at hand. */
class JointCasesTest {

    private static final Path DATA = Path.of("..", "shared", "data", "conda-repodata");

    @TempDir
    Path cache;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python=3.12 numpy pandas scipy matplotlib scikit-learn xarray netcdf4 pip",
                "python=3.13 geopandas rasterio pyproj",
                "python=3.12 pytorch",
                "python=3.12 jupyterlab dask"
            })
    void everyPlatformGetsAValidEnvironmentWithTheSameVersionsOfWhatWasAskedFor(String wishes) {
        JointProblem problem = problem(wishes);

        JointOutcome outcome = JointSolver.solve(problem, Progress.NONE);

        assertThat(outcome).isInstanceOf(JointOutcome.Solved.class);
        Map<Platform, List<PackageRecord>> records = ((JointOutcome.Solved) outcome).records();
        assertThat(records).hasSize(3);
        records.forEach((platform, here) -> assertThat(
                        Validity.faults(here, problem.specs(), VirtualPackages.assumed(platform, Map.of())))
                .isEmpty());
        for (MatchSpec spec : problem.specs()) {
            Set<String> versions = new HashSet<>();
            records.values()
                    .forEach(here -> here.stream()
                            .filter(record ->
                                    record.name().equals(spec.exactName().orElseThrow()))
                            .forEach(record -> versions.add(record.version().toString())));
            assertThat(versions).as(spec.toString()).hasSize(1);
        }
    }

    private JointProblem problem(String wishes) {
        assumeTrue(Files.isDirectory(DATA), "the channel slices are not at hand");
        Channels channels = new Channels(cache);
        Map<Platform, OnPlatform> platforms = new LinkedHashMap<>();
        for (Platform platform : List.of(Platform.LINUX_64, Platform.OSX_ARM64, Platform.WIN_64)) {
            platforms.put(
                    platform,
                    new OnPlatform(
                            List.of(channels.open(DATA, platform)), VirtualPackages.assumed(platform, Map.of())));
        }
        return new JointProblem(
                Stream.of(wishes.split(" ")).map(MatchSpec::parse).toList(), platforms, Map.of(), Set.of());
    }
}
