package org.specimen.conda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a machine is assumed to have where an environment is solved for it from afar (conda documentation, "Managing virtual
 * packages"; CEP 30). The versions are those that conda-lock assumes in 2026, but for macOS, where Apple supports nothing
 * older than 13 any more.
 */
public final class VirtualPackages {

    private static final String OVERRIDE = "CONDA_OVERRIDE_";

    private final Platform platform;
    private final Map<String, String> environment;
    private final List<VirtualPackage> packages = new ArrayList<>();

    private VirtualPackages(Platform platform, Map<String, String> environment) {
        this.platform = platform;
        this.environment = environment;
    }

    /**
     * The virtual packages of a platform.
     *
     * @param environment the variables of the process: {@code CONDA_OVERRIDE_GLIBC} and its like give a version, or take
     *     the package away by an empty value
     * @throws IllegalArgumentException if one of those is no version
     */
    public static List<VirtualPackage> assumed(Platform platform, Map<String, String> environment) {
        return new VirtualPackages(platform, environment).assumed();
    }

    private List<VirtualPackage> assumed() {
        if (platform.isUnix()) {
            add("__unix", Optional.of("0"), "0");
        }
        if (platform.isLinux()) {
            add("__linux", overridden("LINUX", "5.10"), "0");
            add("__glibc", overridden("GLIBC", "2.28"), "0");
        }
        if (platform.isOsx()) {
            add("__osx", overridden("OSX", "13.0"), "0");
        }
        if (platform.isWindows()) {
            add("__win", overridden("WIN", "0"), "0");
        }
        if (platform.isLinux() || platform.isWindows()) {
            add("__cuda", overridden("CUDA", ""), "0");
        }
        overridden("ARCHSPEC", architecture()).ifPresent(name -> add("__archspec", Optional.of("1"), name));
        return List.copyOf(packages);
    }

    private void add(String name, Optional<String> version, String build) {
        version.ifPresent(text -> packages.add(new VirtualPackage(new CondaName(name), version(name, text), build)));
    }

    private static CondaVersion version(String name, String text) {
        return CondaVersion.tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        OVERRIDE + name.substring(2).toUpperCase(Locale.ROOT) + " is no version: " + Excerpt.of(text)));
    }

    /** What the environment says, else what is assumed; empty where there is none. */
    private Optional<String> overridden(String name, String assumed) {
        return Optional.of(environment.getOrDefault(OVERRIDE + name, assumed).strip())
                .filter(value -> !value.isEmpty());
    }

    /** The name that archspec has for the oldest processor of the platform; empty where it has none. */
    private String architecture() {
        return switch (platform) {
            case LINUX_64, OSX_64, WIN_64, FREEBSD_64 -> "x86_64";
            case LINUX_AARCH64, FREEBSD_ARM64, WIN_ARM64 -> "aarch64";
            case OSX_ARM64 -> "m1";
            case LINUX_PPC64LE -> "ppc64le";
            case LINUX_PPC64 -> "ppc64";
            case LINUX_RISCV64 -> "riscv64";
            case LINUX_32, WIN_32 -> "x86";
            default -> "";
        };
    }
}
