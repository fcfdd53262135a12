package org.specimen.conda;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The system that a package is for, which is also the name of its folder in a channel, its <em>subdir</em> (conda
 * documentation, "Repository structure and index"; the list is the union of those that conda and rattler know).
 */
public enum Platform {
    NOARCH("noarch"),
    LINUX_32("linux-32"),
    LINUX_64("linux-64"),
    LINUX_AARCH64("linux-aarch64"),
    LINUX_ARMV6L("linux-armv6l"),
    LINUX_ARMV7L("linux-armv7l"),
    LINUX_LOONGARCH64("linux-loongarch64"),
    LINUX_PPC64LE("linux-ppc64le"),
    LINUX_PPC64("linux-ppc64"),
    LINUX_PPC("linux-ppc"),
    LINUX_S390X("linux-s390x"),
    LINUX_RISCV32("linux-riscv32"),
    LINUX_RISCV64("linux-riscv64"),
    FREEBSD_32("freebsd-32"),
    FREEBSD_64("freebsd-64"),
    FREEBSD_ARM64("freebsd-arm64"),
    OSX_64("osx-64"),
    OSX_ARM64("osx-arm64"),
    IOS_ARM64("ios-arm64"),
    IOSSIMULATOR_ARM64("iossimulator-arm64"),
    IOSSIMULATOR_64("iossimulator-64"),
    ANDROID_AARCH64("android-aarch64"),
    ANDROID_ARMV7A("android-armv7a"),
    ANDROID_64("android-64"),
    ANDROID_32("android-32"),
    WIN_32("win-32"),
    WIN_64("win-64"),
    WIN_ARM64("win-arm64"),
    EMSCRIPTEN_WASM32("emscripten-wasm32"),
    EMSCRIPTEN_WASM64("emscripten-wasm64"),
    WASI_WASM32("wasi-wasm32"),
    ZOS_Z("zos-z");

    private static final Map<String, Platform> BY_SUBDIR =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Platform::subdir, Function.identity()));

    private final String subdir;

    Platform(String subdir) {
        this.subdir = subdir;
    }

    /** The folder in a channel, {@code linux-64}. */
    public String subdir() {
        return subdir;
    }

    /**
     * Reads a subdir.
     *
     * @throws IllegalArgumentException if it is none that is known; the message names those that are
     */
    public static Platform of(String subdir) {
        return tryOf(subdir)
                .orElseThrow(() ->
                        new IllegalArgumentException("not a conda platform: " + Excerpt.of(subdir) + "; known are "
                                + Arrays.stream(values()).map(Platform::subdir).collect(Collectors.joining(", "))));
    }

    /** Like {@link #of}, empty if it is not known. */
    public static Optional<Platform> tryOf(String subdir) {
        return Optional.ofNullable(BY_SUBDIR.get(subdir));
    }

    /** The platform of this machine, as its Java tells it; empty on one that conda does not know. */
    public static Optional<Platform> current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /**
     * The platform of a machine.
     *
     * @param osName what Java has in {@code os.name}
     * @param osArch what Java has in {@code os.arch}
     */
    public static Optional<Platform> of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String family = os.startsWith("windows")
                ? "win"
                : os.startsWith("mac")
                        ? "osx"
                        : os.startsWith("linux") ? "linux" : os.startsWith("freebsd") ? "freebsd" : os;
        String machine = osArch.toLowerCase(Locale.ROOT);
        String architecture = switch (machine) {
            case "amd64", "x86_64" -> "64";
            case "x86", "i386", "i486", "i586", "i686" -> "32";
            case "aarch64", "arm64" -> family.equals("linux") ? "aarch64" : "arm64";
            case "arm", "armv7l" -> "armv7l";
            default -> machine;
        };
        return tryOf(family + "-" + architecture);
    }

    public boolean isLinux() {
        return subdir.startsWith("linux-");
    }

    public boolean isOsx() {
        return subdir.startsWith("osx-");
    }

    public boolean isWindows() {
        return subdir.startsWith("win-");
    }

    /** Whether its packages see {@code __unix}: Linux, macOS, FreeBSD, iOS, Android and Emscripten. */
    public boolean isUnix() {
        return isLinux()
                || isOsx()
                || subdir.startsWith("freebsd-")
                || subdir.startsWith("ios")
                || subdir.startsWith("android-")
                || subdir.startsWith("emscripten-");
    }

    @Override
    public String toString() {
        return subdir;
    }
}
