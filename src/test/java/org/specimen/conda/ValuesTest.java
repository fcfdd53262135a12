package org.specimen.conda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values: names, platforms, virtual packages, build numbers, files, records. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource({"cuDNN, cudnn", "FOO-Bar, foo-bar", "r-base, r-base", "_openmp_mutex, _openmp_mutex", "__glibc, __glibc"
    })
    void namesAreLowerCase(String text, String name) {
        assertThat(CondaName.of(text)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pkg..name", "pkg--name", ".pkg", "-pkg", "invalid$", "a b", "___a", "__", "é"})
    void wrongNamesAreRefused(String text) {
        assertThat(CondaName.tryOf(text)).isEmpty();
        assertThatThrownBy(() -> CondaName.of(text)).hasMessageStartingWith("not a conda package name");
    }

    @Test
    void separatorsTellNamesApart() {
        assertThat(CondaName.of("ruamel.yaml"))
                .isNotEqualTo(CondaName.of("ruamel_yaml"))
                .isNotEqualTo(CondaName.of("ruamel-yaml"));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void platformsReadBack(Platform platform) {
        assertThat(Platform.of(platform.toString())).isEqualTo(platform);
        assertThat(List.of(platform.isLinux(), platform.isOsx(), platform.isWindows()).stream()
                        .filter(is -> is))
                .hasSizeLessThan(2);
    }

    @Test
    void anUnknownPlatformIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> Platform.of("linux-86"))
                .hasMessageContaining("\"linux-86\"")
                .hasMessageContaining("linux-64, linux-aarch64");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-64",
        "Linux, aarch64, linux-aarch64",
        "Linux, ppc64le, linux-ppc64le",
        "Mac OS X, aarch64, osx-arm64",
        "Mac OS X, x86_64, osx-64",
        "Windows 11, amd64, win-64",
        "Windows 11, aarch64, win-arm64",
        "FreeBSD, amd64, freebsd-64"
    })
    void theMachineIsAPlatform(String osName, String osArch, String subdir) {
        assertThat(Platform.of(osName, osArch)).contains(Platform.of(subdir));
    }

    @Test
    void unixIsMoreThanLinuxAndMacOs() {
        assertThat(Platform.values())
                .filteredOn(Platform::isUnix)
                .contains(Platform.LINUX_64, Platform.OSX_ARM64, Platform.IOS_ARM64, Platform.EMSCRIPTEN_WASM32)
                .doesNotContain(Platform.WIN_64, Platform.NOARCH, Platform.ZOS_Z, Platform.WASI_WASM32);
    }

    @ParameterizedTest
    @CsvSource({"__glibc=2.28=0, __glibc=2.28=0", "__glibc=2.28, __glibc=2.28=0", "__unix, __unix=0=0"})
    void virtualPackagesAreRead(String text, String whole) {
        assertThat(VirtualPackage.parse(text)).hasToString(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glibc=2.28", "__glibc==2.28", "__glibc=2.28=0=1", "__glibc="})
    void wrongVirtualPackagesAreRefused(String text) {
        assertThatThrownBy(() -> VirtualPackage.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, true",
        "==3, 4, false",
        "=3, 3, true",
        ">3, 3, false",
        ">=3, 3, true",
        "<3, 2, true",
        "<=3, 4, false",
        "!=1, 2, true"
    })
    void buildNumbersAreCompared(String spec, long number, boolean matches) {
        assertThat(BuildNumberSpec.parse(spec).matches(number)).isEqualTo(matches);
        assertThat(BuildNumberSpec.parse(BuildNumberSpec.parse(spec).toString()))
                .isEqualTo(BuildNumberSpec.parse(spec));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<==>3", ">=build3", ">=1.1", "", "-1", "~=1"})
    void wrongBuildNumbersAreRefused(String text) {
        assertThatThrownBy(() -> BuildNumberSpec.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "numpy-1.26.4-py311h64a7726_0.conda, numpy, 1.26.4, py311h64a7726_0",
        "python-dateutil-2.9.0-pyhd8ed1ab_0.tar.bz2, python-dateutil, 2.9.0, pyhd8ed1ab_0",
        "x264-1!164.3095-h166bdaf_2.tar.bz2, x264, 1!164.3095, h166bdaf_2"
    })
    void packageFilesAreNameVersionBuild(String fileName, String name, String version, String build) {
        PackageFileName file = PackageFileName.parse(fileName);

        assertThat(file.name()).hasToString(name);
        assertThat(file.version()).hasToString(version);
        assertThat(file.build()).isEqualTo(build);
        assertThat(file).hasToString(fileName);
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy-1.26.4.conda", "numpy-1.26.4-0.zip", "-1-0.conda", "numpy-1-.conda", ".conda"})
    void wrongPackageFilesAreRefused(String fileName) {
        assertThatThrownBy(() -> PackageFileName.parse(fileName)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRecordLiesInItsChannelUnlessItSaysOtherwise() {
        PackageRecord numpy = PackageRecord.of(
                PackageFileName.parse("numpy-1.26.4-py311h64a7726_0.conda"), 0, Platform.LINUX_64, Channel.CONDA_FORGE);

        assertThat(numpy.url())
                .isEqualTo("https://conda.anaconda.org/conda-forge/linux-64/numpy-1.26.4-py311h64a7726_0.conda");
        assertThat(MatchSpec.parse(numpy.url()).matches(numpy)).isTrue();
        assertThat(MatchSpec.parse("conda-forge/linux-64::numpy=1.26=py311*").matches(numpy))
                .as("a version with a build is exact")
                .isFalse();
        assertThat(MatchSpec.parse("conda-forge/linux-64::numpy=1.26.*=py311*").matches(numpy))
                .isTrue();
        assertThat(MatchSpec.parse("bioconda::numpy").matches(numpy)).isFalse();
    }

    @Test
    void aSpecificationKnowsItsName() {
        assertThat(MatchSpec.parse("conda-forge::Numpy>=1").exactName()).contains(CondaName.of("numpy"));
        assertThat(MatchSpec.parse("numpy*").exactName()).isEqualTo(Optional.empty());
        assertThat(MatchSpec.of(CondaName.of("numpy"), VersionSpec.parse("1.26.*")))
                .isEqualTo(MatchSpec.parse("numpy=1.26"));
    }

    @Test
    void onlyTheSpellingOfEqualVersionsDiffers() {
        assertThat(CondaVersion.parse("1.1"))
                .isEqualTo(CondaVersion.parse("1.1.0"))
                .hasToString("1.1");
        assertThat(VersionSpec.parse("=1.1")).isNotEqualTo(VersionSpec.parse("=1.1.0"));
    }
}
