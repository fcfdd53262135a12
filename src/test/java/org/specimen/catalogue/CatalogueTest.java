package org.specimen.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.conda.CondaVersion;
import org.specimen.problem.OutsideFailure;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

class CatalogueTest {

    private final Catalogue catalogue = Catalogue.open();

    private Distribution distribution(String name) {
        return catalogue.distribution(PackageName.of(name)).orElseThrow();
    }

    @Test
    void itSaysOfWhenItIsAndWhereTheFactsCameFrom() {
        assertThat(catalogue.date()).isEqualTo(YearMonth.of(2026, 11));
        assertThat(catalogue.sources()).hasSizeGreaterThan(3).allMatch(source -> !source.isBlank());
    }

    @Test
    void theInstanceIsShared() {
        assertThat(Catalogue.open()).isSameAs(catalogue);
    }

    @Test
    void aLookUpInflatesFewBlocks() {
        BlockFile file = BlockFile.open(ShippedCatalogue.resource());
        Catalogue fresh = new ShippedCatalogue(file);
        assertThat(file.blocksInflated()).isZero();

        fresh.distribution(PackageName.of("numpy"));
        assertThat(file.blocksInflated()).isLessThanOrEqualTo(5);
        assertThat(file.blockCount()).isGreaterThan(100);
    }

    @Test
    void theResourceIsCompact() {
        assertThat(ShippedCatalogue.resource()).hasSizeLessThan(2_000_000);
    }

    @Test
    void aDamagedResourceIsAClearFailure() {
        byte[] damaged = ShippedCatalogue.resource();
        Arrays.fill(damaged, damaged.length / 3, damaged.length, (byte) 0);
        Catalogue broken = new ShippedCatalogue(BlockFile.open(damaged));

        assertThatThrownBy(() -> broken.distribution(PackageName.of("zarr")))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("catalogue inside Specimen is damaged")
                .hasMessageContaining("Install Specimen again");
        assertThatThrownBy(() -> BlockFile.open("<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(OutsideFailure.class);
    }

    @Test
    void numpyIsKnownWhole() {
        Distribution numpy = distribution("NumPy");

        assertThat(numpy.rank()).hasValue(20);
        assertThat(numpy.newestVersion()).contains(Version.parse("2.5.5"));
        assertThat(numpy.newestMonth()).contains(YearMonth.of(2026, 11));
        assertThat(numpy.completeness()).isEqualTo(WheelCompleteness.COMPLETE);
        assertThat(numpy.condaNames()).containsExactly("numpy");
        assertThat(numpy.releases())
                .extracting(Release::version)
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .contains(Version.parse("1.26.4"));
    }

    @Test
    void aReleaseCarriesItsMetadata() {
        Release torch = distribution("torch").releases().get(0);

        assertThat(torch.requiresPython()).contains(SpecifierSet.parse(">=3.10"));
        assertThat(torch.requiresDist())
                .anyMatch(requirement -> requirement.name().equals(PackageName.of("sympy")));
        assertThat(torch.importNames()).contains("torch");
        assertThat(torch.pureWheel()).isFalse();
        assertThat(distribution("xarray").releases().get(0).pureWheel()).isTrue();
    }

    @Test
    void everyValueInTheResourceCanBeRead() {
        BlockFile file = BlockFile.open(ShippedCatalogue.resource());
        Catalogue fresh = new ShippedCatalogue(file);

        List<PackageName> names = fresh.complete("", Integer.MAX_VALUE);
        assertThat(names).hasSizeGreaterThan(15_000).doesNotHaveDuplicates();
        assertThat(names.stream().sorted())
                .allMatch(name -> fresh.distribution(name).isPresent());
        List<BlockFile.Entry> conda = file.withPrefix("c/");
        assertThat(conda).hasSizeGreaterThan(33_000);
        assertThat(conda)
                .allMatch(entry -> fresh.condaPackage(entry.key().substring(2)).isPresent());
    }

    @Test
    void aDistributionMayHaveNoVersion() {
        assertThat(distribution("litellm").rank()).isNotEmpty();
        assertThat(distribution("litellm").newestVersion()).isEmpty();
    }

    @Test
    void whatNobodyHeardOfIsEmpty() {
        PackageName unknown = PackageName.of("a-package-nobody-wrote");

        assertThat(catalogue.distribution(unknown)).isEmpty();
        assertThat(catalogue.condaName(unknown)).isEmpty();
        assertThat(catalogue.systemLibraries(unknown)).isEmpty();
        assertThat(catalogue.condaPackage("a-package-nobody-wrote")).isEmpty();
        assertThat(catalogue.condaPackage("")).isEmpty();
        assertThat(catalogue.condaPackage("Numpy\tnumpy\n")).isEmpty();
        assertThat(catalogue.distributionsOf("a-package-nobody-wrote")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "torch, pytorch",
        "scikit-learn, scikit-learn",
        "opencv-python, py-opencv",
        "tables, pytables",
        "graphviz, python-graphviz",
        "huggingface-hub, huggingface_hub",
        "msgpack, msgpack-python",
        "vtk, vtk",
        "gdal, gdal",
        "psycopg2-binary, psycopg2",
        "docker, docker-py",
        "build, python-build",
        "torch-geometric, pytorch_geometric",
        "snakemake, bioconda::snakemake",
    })
    void theNameOnCondaIsTheOneThatBringsTheDistribution(String distribution, String conda) {
        assertThat(catalogue.condaName(PackageName.of(distribution))).contains(conda);
    }

    @Test
    void aCondaPackageTellsWhatItProvides() {
        assertThat(catalogue.distributionsOf("pytorch")).contains(PackageName.of("torch"));
        assertThat(catalogue.distributionsOf("openssl")).isEmpty();
        assertThat(catalogue.condaPackage("openssl")).isPresent();
    }

    @Test
    void aLibraryOfTheSameNameIsNotTheDistribution() {
        // On conda-forge, graphviz is the program and blosc the C library.
        assertThat(catalogue.distributionsOf("graphviz")).doesNotContain(PackageName.of("graphviz"));
        assertThat(catalogue.condaName(PackageName.of("blosc"))).contains("python-blosc");
    }

    @Test
    void versionsOnCondaAreInCondasOrderWithTheirPlatforms() {
        CondaPackage python = catalogue.condaPackage("python").orElseThrow();

        assertThat(python.releases())
                .extracting(CondaRelease::version)
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .contains(CondaVersion.parse("3.12.12"));
        CondaRelease newest = python.releases().get(0);
        assertThat(newest.version()).isEqualTo(CondaVersion.parse("3.14.7"));
        assertThat(newest.isSeenFor(TargetPlatform.LINUX_X86_64)).isTrue();
        assertThat(newest.isSeenFor(TargetPlatform.MACOS_ARM64)).isFalse();
        assertThat(python.releasesFor(Set.of(TargetPlatform.LINUX_X86_64, TargetPlatform.MACOS_ARM64))
                        .get(0)
                        .version())
                .isEqualTo(CondaVersion.parse("3.14.6"));
    }

    @Test
    void aNoarchReleaseIsSeenForEveryPlatform() {
        CondaRelease xarray =
                catalogue.condaPackage("xarray").orElseThrow().releases().get(0);

        assertThat(TargetPlatform.values()).allMatch(xarray::isSeenFor);
    }

    @ParameterizedTest
    @CsvSource({
        "geopandas, NEEDS_SYSTEM_LIBRARIES",
        "rasterio, NEEDS_SYSTEM_LIBRARIES",
        "shapely, NEEDS_SYSTEM_LIBRARIES",
        "cartopy, NEEDS_SYSTEM_LIBRARIES",
        "gdal, NEEDS_SYSTEM_LIBRARIES",
        "mpi4py, NEEDS_SYSTEM_LIBRARIES",
        "petsc4py, NEEDS_SYSTEM_LIBRARIES",
        "rpy2, NEEDS_SYSTEM_LIBRARIES",
        "fenics-dolfinx, NEEDS_SYSTEM_LIBRARIES",
        "xesmf, NEEDS_SYSTEM_LIBRARIES",
        "cmdstanpy, NEEDS_SYSTEM_LIBRARIES",
        "numpy, COMPLETE",
        "pandas, COMPLETE",
        "torch, COMPLETE",
        "scikit-learn, COMPLETE",
        "tensorflow, COMPLETE",
        "netcdf4, COMPLETE",
        "xarray, COMPLETE",
        "spacy, COMPLETE",
        "transformers, COMPLETE",
        "openai, COMPLETE",
        "matplotlib, COMPLETE",
        "jupyterlab, COMPLETE",
    })
    void completenessTellsWhatNeedsLibrariesBelowPython(String name, WheelCompleteness expected) {
        assertThat(distribution(name).completeness()).isEqualTo(expected);
        assertThat(distribution(name).completenessReason()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "torch, WHEELS",
        "tensorflow, WHEELS",
        "jax, WHEELS",
        "vllm, WHEELS",
        "onnxruntime-gpu, WHEELS",
        "pycuda, CUDA",
        "cupy, CUDA",
        "flash-attn, CUDA",
        "deepspeed, CUDA",
        "cudf-cu12, CUDA",
        "numpy, NONE",
        "xgboost, NONE",
        "pandas, NONE"
    })
    void theUseOfAGpuIsTold(String name, GpuUse expected) {
        assertThat(distribution(name).gpuUse()).isEqualTo(expected);
    }

    @Test
    void systemLibrariesDifferByDebianSuite() {
        SystemLibraries opencv =
                catalogue.systemLibraries(PackageName.of("opencv-python")).orElseThrow();

        assertThat(opencv.runTime(DebianSuite.BOOKWORM)).containsExactly("libgl1", "libglib2.0-0");
        assertThat(opencv.runTime(DebianSuite.TRIXIE)).containsExactly("libgl1", "libglib2.0-0t64");
        assertThat(opencv.sharedLibraries()).contains("libGL.so.1");
        assertThat(opencv.verified()).isTrue();
        assertThat(distribution("opencv-python-headless")
                        .systemLibraries()
                        .orElseThrow()
                        .runTime(DebianSuite.TRIXIE))
                .isEmpty();
    }

    @Test
    void whatIsOnlyForBuildingNeverStandsAmongWhatRuns() {
        assertThat(BlockFile.open(ShippedCatalogue.resource()).withPrefix("l/"))
                .hasSizeGreaterThan(150)
                .allSatisfy(entry -> {
                    SystemLibraries needs = catalogue
                            .systemLibraries(new PackageName(entry.key().substring(2)))
                            .orElseThrow();
                    for (DebianSuite suite : DebianSuite.values()) {
                        assertThat(needs.runTime(suite))
                                .noneMatch(name -> name.endsWith("-dev") && !name.equals("libc6-dev"))
                                .noneMatch(name -> name.equals("gfortran") || name.equals("cmake"));
                    }
                    assertThat(needs.why()).endsWith(".");
                });
    }

    @Test
    void completionGivesThePopularFirst() {
        assertThat(catalogue.complete("Scikit_L", 3)).first().isEqualTo(PackageName.of("scikit-learn"));
        assertThat(catalogue.complete("nump", 2)).hasSize(2).first().isEqualTo(PackageName.of("numpy"));
        assertThat(catalogue.complete("no such prefix", 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "scikit-lern, scikit-learn",
        "panads, pandas",
        "numppy, numpy",
        "Matplotib, matplotlib",
        "sklearn, scikit-learn",
        "cv2, opencv-python",
        "trasnformers, transformers",
    })
    void aMistypedNameFindsTheOneThatWasMeant(String typed, String meant) {
        assertThat(catalogue.similarNames(typed, 3)).contains(PackageName.of(meant));
    }

    @Test
    void aNameLikeNothingFindsNothing() {
        assertThat(catalogue.similarNames("qqqqwwwwzzzz", 3)).isEmpty();
    }
}
