package org.specimen.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.catalogue.BaseImages.CudaFlavour;
import org.specimen.catalogue.PythonRelease.Status;
import org.specimen.conda.Platform;

class ReleasesTest {

    private final PythonReleases pythons = Catalogue.open().pythonReleases();
    private final BaseImages images = Catalogue.open().baseImages();
    private final StandardLibrary library = Catalogue.open().standardLibrary();

    @Test
    void pythonsStandInOrder() {
        assertThat(pythons.all())
                .extracting(PythonRelease::minor)
                .containsExactly("3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15");
    }

    @ParameterizedTest
    @CsvSource({
        "3.9, 3.9.25, END_OF_LIFE, 2025-10",
        "3.10, 3.10.21, END_OF_LIFE, 2026-10",
        "3.12.3, 3.12.14, SECURITY, 2028-10",
        "3.13, 3.13.15, SECURITY, 2029-10",
        "3.14.0, 3.14.7, BUGFIX, 2030-10",
    })
    void aPythonIsFoundByMinorOrPatchVersion(String asked, String latest, Status status, YearMonth end) {
        PythonRelease found = pythons.find(asked).orElseThrow();

        assertThat(found.latest()).isEqualTo(latest);
        assertThat(found.status()).isEqualTo(status);
        assertThat(found.endOfLife()).isEqualTo(end);
    }

    @Test
    void aPythonThatIsNotKnownIsNotFound() {
        assertThat(pythons.find("3.1")).isEmpty();
        assertThat(pythons.find("2.7")).isEmpty();
        assertThat(pythons.find("")).isEmpty();
    }

    @Test
    void aMatureSupportedPythonIsPreferred() {
        assertThat(pythons.recommended().minor()).isIn("3.12", "3.13");
        assertThat(pythons.recommended().imageSuites()).contains(DebianSuite.TRIXIE);
        assertThat(pythons.preferred())
                .isNotEmpty()
                .noneMatch(release -> release.status() == Status.END_OF_LIFE)
                .isSubsetOf(pythons.all());
        assertThat(pythons.reason()).isNotBlank();
    }

    @Test
    void theLatestOnCondaIsWhatWasSeenThere() {
        assertThat(pythons.find("3.13").orElseThrow().latestOnConda()).contains("3.13.15");
        assertThat(pythons.find("3.15").orElseThrow().latestOnConda()).isEmpty();
    }

    @Test
    void imagesAreNamedExactly() {
        assertThat(images.python("3.12.14", DebianSuite.TRIXIE)).isEqualTo("python:3.12.14-slim-trixie");
        assertThat(images.micromamba()).isEqualTo("mambaorg/micromamba:2.6.1");
        assertThat(images.miniforge()).isEqualTo("condaforge/miniforge3:26.3.2-3");
        assertThat(images.cuda(images.recommendedCuda(), CudaFlavour.DEVEL))
                .isEqualTo("nvidia/cuda:12.9.1-devel-ubuntu24.04");
        assertThat(images.recommendedCuda().verified()).isTrue();
        assertThat(images.cuda()).contains(images.recommendedCuda());
        assertThat(images.registry()).isNotBlank();
    }

    @Test
    void cudaVersionsStandNewestFirstByNumber() {
        assertThat(images.cuda())
                .extracting(release -> Arrays.stream(release.version().split("\\.", -1))
                        .mapToInt(Integer::parseInt)
                        .reduce(0, (sum, part) -> sum * 100 + part))
                .isSortedAccordingTo((one, other) -> Integer.compare(other, one));
    }

    @Test
    void suitesEnd() {
        assertThat(DebianSuite.TRIXIE.endOfLife()).isAfter(DebianSuite.BOOKWORM.endOfLife());
        assertThat(DebianSuite.BOOKWORM.endOfLife()).isEqualTo(LocalDate.of(2028, 6, 30));
        assertThat(DebianSuite.TRIXIE.key()).isEqualTo("trixie");
    }

    @ParameterizedTest
    @CsvSource({
        "os, 3.8, true",
        "json, 3.14, true",
        "__future__, 3.12, true",
        "tomllib, 3.10, false",
        "tomllib, 3.11, true",
        "zoneinfo, 3.8, false",
        "graphlib, 3.9, true",
        "distutils, 3.11, true",
        "distutils, 3.12, false",
        "imp, 3.12, false",
        "cgi, 3.12, true",
        "cgi, 3.13, false",
        "lib2to3, 3.13, false",
        "compression, 3.13, false",
        "compression, 3.14, true",
        "annotationlib, 3.14, true",
        "binhex, 3.11, false",
        "formatter, 3.9, true",
        "urllib2, 2.7, true",
        "urllib2, 3.12, false",
        "ConfigParser, 2.7, true",
        "numpy, 3.12, false",
        "Os, 3.12, false",
        "distutils, 3.99, true",
    })
    void theStandardLibraryIsThatOfItsVersion(String module, String minor, boolean contained) {
        assertThat(library.contains(module, minor)).isEqualTo(contained);
    }

    @Test
    void anyVersionOfPython3MayBeAsked() {
        assertThat(library.contains("tomllib")).isTrue();
        assertThat(library.contains("urllib2")).isFalse();
    }

    @Test
    void targetPlatformsSpeakEachWorldsWords() {
        assertThat(TargetPlatform.ofKey("osx-arm64")).contains(TargetPlatform.MACOS_ARM64);
        assertThat(TargetPlatform.ofKey("amiga")).isEmpty();
        assertThat(TargetPlatform.LINUX_ARM64.dockerPlatform()).contains("linux/arm64");
        assertThat(TargetPlatform.WINDOWS_X86_64.condaPlatform()).isEqualTo(Platform.WIN_64);
        assertThat(TargetPlatform.LINUX_X86_64.wheelPlatform().platformTags()).contains("manylinux_2_28_x86_64");
        assertThat(TargetPlatform.MACOS_ARM64.wheelPlatform().platformTags()).contains("macosx_11_0_arm64");
        assertThat(TargetPlatform.WINDOWS_X86_64.wheelPlatform().platformTags()).containsExactly("win_amd64");
    }
}
