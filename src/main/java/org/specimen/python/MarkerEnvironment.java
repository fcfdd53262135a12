package org.specimen.python;

import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a Python interpreter says about itself and its machine (PEP 508, "Environment Markers").
 *
 * <p>Empty texts stand for what is not known, as in PEP 508: a version compared with them never matches.
 *
 * @param implementationName such as {@code cpython}
 * @param implementationVersion such as {@code 3.12.4}
 * @param osName {@code posix} or {@code nt}
 * @param platformMachine such as {@code x86_64}, {@code aarch64}, {@code arm64}, {@code AMD64}
 * @param platformPythonImplementation such as {@code CPython}
 * @param platformRelease the kernel's release
 * @param platformSystem {@code Linux}, {@code Darwin} or {@code Windows}
 * @param platformVersion the kernel's version
 * @param pythonFullVersion such as {@code 3.12.4}
 * @param pythonVersion such as {@code 3.12}
 * @param sysPlatform {@code linux}, {@code darwin} or {@code win32}
 */
public record MarkerEnvironment(
        String implementationName,
        String implementationVersion,
        String osName,
        String platformMachine,
        String platformPythonImplementation,
        String platformRelease,
        String platformSystem,
        String platformVersion,
        String pythonFullVersion,
        String pythonVersion,
        String sysPlatform) {

    /**
     * What CPython of a version says on a platform. Release and version of the kernel are left empty: no lock should
     * depend on them.
     */
    public static MarkerEnvironment of(Version python, WheelPlatform platform) {
        String full = fullVersion(python);
        return new MarkerEnvironment(
                "cpython",
                full,
                platform instanceof WheelPlatform.Windows ? "nt" : "posix",
                machine(platform),
                "CPython",
                "",
                system(platform),
                "",
                full,
                python.major() + "." + python.minor(),
                sysPlatform(platform));
    }

    /** Three numbers and the pre-release, as {@code platform.python_version()} gives them. */
    private static String fullVersion(Version python) {
        return Stream.of(python.major(), python.minor(), python.micro())
                        .map(BigInteger::toString)
                        .collect(Collectors.joining("."))
                + python.pre().map(Version.PreRelease::toString).orElse("");
    }

    private static String machine(WheelPlatform platform) {
        if (platform instanceof WheelPlatform.Windows windows) {
            return windows.architecture().equals("win32")
                    ? "x86"
                    : windows.architecture().toUpperCase(Locale.ROOT);
        }
        return platform.architecture();
    }

    private static String system(WheelPlatform platform) {
        if (platform instanceof WheelPlatform.Windows) {
            return "Windows";
        }
        return platform instanceof WheelPlatform.MacOs ? "Darwin" : "Linux";
    }

    private static String sysPlatform(WheelPlatform platform) {
        if (platform instanceof WheelPlatform.Windows) {
            return "win32";
        }
        return platform instanceof WheelPlatform.MacOs ? "darwin" : "linux";
    }

    /**
     * The value of a variable.
     *
     * @throws IllegalArgumentException for {@code extra}, {@code extras} and {@code dependency_groups}, which are asked
     *     for by whoever installs and are no part of the environment
     */
    public String value(MarkerVariable variable) {
        return switch (variable) {
            case IMPLEMENTATION_NAME -> implementationName;
            case IMPLEMENTATION_VERSION -> implementationVersion;
            case OS_NAME -> osName;
            case PLATFORM_MACHINE -> platformMachine;
            case PLATFORM_PYTHON_IMPLEMENTATION -> platformPythonImplementation;
            case PLATFORM_RELEASE -> platformRelease;
            case PLATFORM_SYSTEM -> platformSystem;
            case PLATFORM_VERSION -> platformVersion;
            // A build from an untagged source says 3.13.0+, which PEP 440 does not know.
            case PYTHON_FULL_VERSION ->
                pythonFullVersion.endsWith("+") ? pythonFullVersion + "local" : pythonFullVersion;
            case PYTHON_VERSION -> pythonVersion;
            case SYS_PLATFORM -> sysPlatform;
            case EXTRA, EXTRAS, DEPENDENCY_GROUPS ->
                throw new IllegalArgumentException("the marker variable " + variable + " has no value here");
        };
    }
}
