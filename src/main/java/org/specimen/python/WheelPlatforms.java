package org.specimen.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The platform tags of {@link WheelPlatform}'s cases, best first. */
final class WheelPlatforms {

    /** PEP 600, "Core definition": the older names of three of its tags. */
    private static final Map<Integer, String> LEGACY_MANYLINUX =
            Map.of(17, "manylinux2014", 12, "manylinux2010", 5, "manylinux1");

    /** The architectures that manylinux wheels exist for. */
    private static final Set<String> MANYLINUX_ARCHITECTURES =
            Set.of("x86_64", "i686", "aarch64", "armv7l", "ppc64", "ppc64le", "s390x", "loongarch64", "riscv64");

    /** How far the minor numbers of a past major version of glibc may have come; none is past yet. */
    private static final int LAST_GLIBC_MINOR = 50;

    private static final Pattern WORD = Pattern.compile("[a-z0-9_]+");

    private WheelPlatforms() {}

    static void check(String architecture, int major, int minor) {
        if (!WORD.matcher(architecture).matches()) {
            throw new IllegalArgumentException("not an architecture: " + PythonText.quote(architecture));
        }
        if (major < 0 || minor < 0) {
            throw new IllegalArgumentException("not the version of a platform: " + major + "." + minor);
        }
    }

    static List<String> manylinux(WheelPlatform.GlibcLinux platform) {
        List<String> architectures = linuxArchitectures(platform.architecture());
        List<String> tags = plainLinux(architectures);
        if (architectures.stream().noneMatch(MANYLINUX_ARCHITECTURES::contains)) {
            return tags;
        }
        // PEP 513 began at glibc 2.5, for x86 only; every other architecture came with PEP 599 at 2.17.
        boolean x86 = architectures.contains("x86_64") || architectures.contains("i686");
        int oldestMinorOfGlibc2 = x86 ? 5 : 17;
        for (String architecture : architectures) {
            for (int major = platform.glibcMajor(); major >= 2; major--) {
                int newest = major == platform.glibcMajor() ? platform.glibcMinor() : LAST_GLIBC_MINOR;
                int oldest = major == 2 ? oldestMinorOfGlibc2 : 0;
                for (int minor = newest; minor >= oldest; minor--) {
                    tags.add("manylinux_" + major + "_" + minor + "_" + architecture);
                    if (major == 2 && LEGACY_MANYLINUX.containsKey(minor)) {
                        tags.add(LEGACY_MANYLINUX.get(minor) + "_" + architecture);
                    }
                }
            }
        }
        return tags;
    }

    /** PEP 656, "Reading the musl version": every earlier minor version of the same major one. */
    static List<String> musllinux(WheelPlatform.MuslLinux platform) {
        List<String> architectures = linuxArchitectures(platform.architecture());
        List<String> tags = plainLinux(architectures);
        for (String architecture : architectures) {
            for (int minor = platform.muslMinor(); minor >= 0; minor--) {
                tags.add("musllinux_" + platform.muslMajor() + "_" + minor + "_" + architecture);
            }
        }
        return tags;
    }

    private static List<String> plainLinux(List<String> architectures) {
        List<String> tags = new ArrayList<>();
        architectures.forEach(architecture -> tags.add("linux_" + architecture));
        return tags;
    }

    /** A 64-bit ARM processor with a 32-bit userland also runs what is built for the 32-bit one. */
    private static List<String> linuxArchitectures(String architecture) {
        return architecture.equals("armv8l") ? List.of("armv8l", "armv7l") : List.of(architecture);
    }

    static List<String> macos(WheelPlatform.MacOs platform) {
        List<String> tags = new ArrayList<>();
        String architecture = platform.architecture();
        if (platform.major() == 10) {
            addMacOs10(tags, platform.minor(), 0, architecture);
        } else if (platform.major() > 10) {
            for (int major = platform.major(); major > 10; major--) {
                addMacOs(tags, major, 0, macosFormats(major, 0, architecture));
            }
            if (architecture.equals("x86_64")) {
                addMacOs10(tags, 16, 4, architecture);
            } else {
                // A universal2 wheel carries the minimum version of its x86-64 half.
                for (int minor = 16; minor >= 4; minor--) {
                    addMacOs(tags, 10, minor, List.of("universal2"));
                }
            }
        }
        return tags;
    }

    private static void addMacOs10(List<String> tags, int newest, int oldest, String architecture) {
        for (int minor = newest; minor >= oldest; minor--) {
            addMacOs(tags, 10, minor, macosFormats(10, minor, architecture));
        }
    }

    private static void addMacOs(List<String> tags, int major, int minor, List<String> formats) {
        for (String format : formats) {
            tags.add("macosx_" + major + "_" + minor + "_" + format);
        }
    }

    /** The binary formats that hold code for a processor, best first. */
    private static List<String> macosFormats(int major, int minor, String architecture) {
        boolean ten = major == 10;
        return switch (architecture) {
            case "x86_64" ->
                ten && minor < 4 ? List.of() : List.of("x86_64", "intel", "fat64", "fat3", "universal2", "universal");
            case "i386" -> ten && minor < 4 ? List.of() : List.of("i386", "intel", "fat3", "fat", "universal");
            case "ppc64" -> !ten || minor > 5 || minor < 4 ? List.of() : List.of("ppc64", "fat64", "universal");
            case "ppc" -> !ten || minor > 6 ? List.of() : List.of("ppc", "fat3", "fat", "universal");
            case "intel" -> List.of("intel", "universal");
            case "arm64" -> List.of("arm64", "universal2");
            default -> List.of(architecture);
        };
    }
}
