package org.specimen.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {

    static List<Cases.Row> wheels() {
        return Cases.read("wheel-names.tsv");
    }

    static List<Cases.Row> invalidWheels() {
        return Cases.read("wheel-names-invalid.tsv");
    }

    static List<Cases.Row> sdists() {
        return Cases.read("sdist-names.tsv");
    }

    static List<Cases.Row> invalidSdists() {
        return Cases.read("sdist-names-invalid.tsv");
    }

    static List<Cases.Row> names() {
        return Cases.read("package-names.tsv");
    }

    static List<Cases.Row> invalidNames() {
        return Cases.read("package-names-invalid.tsv");
    }

    @ParameterizedTest
    @MethodSource("wheels")
    void readsEveryPartOfAWheelName(Cases.Row row) {
        WheelFileName wheel = WheelFileName.parse(row.text(0));

        assertThat(wheel.name()).hasToString(row.text(1));
        assertThat(wheel.version()).hasToString(row.text(2));
        assertThat(wheel.build().map(WheelFileName.BuildTag::toString)).isEqualTo(row.optional(3));
        assertThat(wheel.tags().stream().map(Tag::toString).sorted()).isEqualTo(row.list(4));
    }

    @ParameterizedTest
    @MethodSource("invalidWheels")
    void refusesWhatIsNotAWheelName(Cases.Row row) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WheelFileName.parse(row.text(0)))
                .withMessageStartingWith("not the file name of a wheel, ");
    }

    @Test
    void prefersTheHigherBuild() {
        WheelFileName.BuildTag second = build("foo-1.0-2-py3-none-any.whl");
        WheelFileName.BuildTag tenth = build("foo-1.0-10-py3-none-any.whl");
        WheelFileName.BuildTag tenthAgain = build("foo-1.0-10b-py3-none-any.whl");

        assertThat(List.of(second, tenth, tenthAgain)).isSorted();
    }

    private static WheelFileName.BuildTag build(String fileName) {
        return WheelFileName.parse(fileName).build().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("sdists")
    void readsEveryPartOfASourceDistributionName(Cases.Row row) {
        SdistFileName sdist = SdistFileName.parse(row.text(0));

        assertThat(sdist.name()).hasToString(row.text(1));
        assertThat(sdist.version()).hasToString(row.text(2));
    }

    @ParameterizedTest
    @MethodSource("invalidSdists")
    void refusesWhatIsNotASourceDistributionName(Cases.Row row) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SdistFileName.parse(row.text(0)))
                .withMessageStartingWith("not the file name of a source distribution, ");
    }

    @ParameterizedTest
    @MethodSource("names")
    void normalizesNames(Cases.Row row) {
        assertThat(PackageName.of(row.text(0))).hasToString(row.text(1));
        assertThat(Extra.of(row.text(0))).hasToString(row.text(1));
        assertThat(new PackageName(row.text(1))).isEqualTo(PackageName.of(row.text(0)));
        if (!row.text(0).equals(row.text(1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new PackageName(row.text(0)));
            assertThatIllegalArgumentException().isThrownBy(() -> new Extra(row.text(0)));
        }
    }

    @ParameterizedTest
    @MethodSource("invalidNames")
    void refusesWhatIsNotAName(Cases.Row row) {
        assertThat(PackageName.tryOf(row.text(0))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> PackageName.of(row.text(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> Extra.of(row.text(0)));
    }

    @Test
    void readsAMegabyteWithoutTrouble() {
        assertThat(PackageName.of("a" + "_".repeat(1_000_000) + "b")).hasToString("a-b");
        assertThat(PackageName.tryOf("a" + "-".repeat(1_000_000))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> WheelFileName.parse("-".repeat(1_000_000) + ".whl"));
        assertThatIllegalArgumentException().isThrownBy(() -> SdistFileName.parse("a".repeat(1_000_000) + ".zip"));
    }

    @ParameterizedTest
    @CsvSource({
        "glibc, 3.12.4, cpython, 3.12.4, posix, aarch64, Linux, 3.12, linux",
        "musl, 3.13.0rc1, cpython, 3.13.0rc1, posix, aarch64, Linux, 3.13, linux",
        "macos, 3.9, cpython, 3.9.0, posix, aarch64, Darwin, 3.9, darwin",
        "windows, 3.11.9, cpython, 3.11.9, nt, AMD64, Windows, 3.11, win32",
        "windows32, 3.11.9, cpython, 3.11.9, nt, x86, Windows, 3.11, win32",
    })
    void givesTheEnvironmentOfCPython(
            String kind,
            String python,
            String implementation,
            String full,
            String osName,
            String machine,
            String system,
            String shortVersion,
            String sysPlatform) {
        WheelPlatform platform = switch (kind) {
            case "glibc" -> new WheelPlatform.GlibcLinux("aarch64", 2, 36);
            case "musl" -> new WheelPlatform.MuslLinux("aarch64", 1, 2);
            case "macos" -> new WheelPlatform.MacOs("aarch64", 14, 0);
            case "windows" -> new WheelPlatform.Windows("amd64");
            default -> new WheelPlatform.Windows("win32");
        };

        assertThat(MarkerEnvironment.of(Version.parse(python), platform))
                .isEqualTo(new MarkerEnvironment(
                        implementation,
                        full,
                        osName,
                        machine,
                        "CPython",
                        "",
                        system,
                        "",
                        full,
                        shortVersion,
                        sysPlatform));
    }
}
