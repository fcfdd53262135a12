package org.specimen.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The wheel tags that CPython accepts, best first (PEP 425, "Use"; packaging.python.org, "Platform compatibility
 * tags").
 */
public final class Tags {

    private Tags() {}

    /**
     * The tags for CPython of a version on a platform: its own ABI, the stable one, then those of older versions, then
     * pure Python.
     *
     * @throws IllegalArgumentException if the version has no numbers that a tag can hold
     */
    public static List<Tag> compatible(Version python, WheelPlatform platform) {
        return compatible(python, platform, false);
    }

    /** Like {@link #compatible(Version, WheelPlatform)}, for the build without the global lock (PEP 703) if asked. */
    public static List<Tag> compatible(Version python, WheelPlatform platform, boolean freeThreaded) {
        List<Integer> version = List.of(small(python.major()), small(python.minor()));
        List<String> platforms = platform.platformTags();
        String abi = "cp" + version.get(0) + version.get(1) + abiFlags(version, platform, freeThreaded);
        List<Tag> tags = cpython(version, List.of(abi), platforms);
        tags.addAll(pythonVersions(version, "cp" + version.get(0) + version.get(1), platforms));
        return List.copyOf(new LinkedHashSet<>(tags));
    }

    private static int small(BigInteger number) {
        if (number.bitLength() > 10) {
            throw new IllegalArgumentException("not the version of a Python interpreter: " + number);
        }
        return number.intValue();
    }

    /** Python before 3.8 named its memory allocator, before 3.3 also the width of its characters. */
    private static String abiFlags(List<Integer> version, WheelPlatform platform, boolean freeThreaded) {
        if (freeThreaded) {
            return "t";
        }
        if (isBefore(version, 3, 3)) {
            boolean linux = platform instanceof WheelPlatform.GlibcLinux || platform instanceof WheelPlatform.MuslLinux;
            return linux ? "mu" : "m";
        }
        return isBefore(version, 3, 8) ? "m" : "";
    }

    private static boolean isBefore(List<Integer> version, int major, int minor) {
        return version.get(0) < major || (version.get(0) == major && version.get(1) < minor);
    }

    /** The tags that name CPython; a version of one number has no stable ABI. */
    static List<Tag> cpython(List<Integer> version, List<String> abis, List<String> platforms) {
        String interpreter = "cp" + withoutDots(version);
        boolean freeThreaded = !abis.isEmpty() && abis.get(0).matches("cp[0-9]+[a-z]*t[a-z]*");
        List<String> own = new ArrayList<>(abis);
        own.remove("abi3");
        own.remove("none");
        if (freeThreaded) {
            own.remove("abi3t");
        }
        String stable = freeThreaded ? "abi3t" : "abi3";
        boolean hasStable = version.size() > 1 && !isBefore(version, 3, 2);
        if (hasStable) {
            own.add(stable);
        }
        own.add("none");
        List<Tag> tags = new ArrayList<>();
        own.forEach(abi -> addAll(tags, interpreter, abi, platforms));
        if (hasStable) {
            for (int minor = version.get(1) - 1; minor > 1; minor--) {
                addAll(tags, "cp" + version.get(0) + minor, stable, platforms);
            }
        }
        return tags;
    }

    /** The tags that name Python but no implementation, and the interpreter's own without a platform. */
    static List<Tag> pythonVersions(List<Integer> version, String interpreter, List<String> platforms) {
        List<Tag> tags = new ArrayList<>();
        for (String python : olderPythons(version)) {
            addAll(tags, python, "none", platforms);
        }
        if (!interpreter.isEmpty()) {
            tags.add(new Tag(interpreter, "none", "any"));
        }
        tags.addAll(purePython(version));
        return tags;
    }

    static List<Tag> purePython(List<Integer> version) {
        return olderPythons(version).stream()
                .map(python -> new Tag(python, "none", "any"))
                .toList();
    }

    /** This version, then the major one alone, then the older minor ones. */
    private static List<String> olderPythons(List<Integer> version) {
        List<String> pythons = new ArrayList<>();
        if (version.size() > 1) {
            pythons.add("py" + withoutDots(version));
        }
        pythons.add("py" + version.get(0));
        if (version.size() > 1) {
            for (int minor = version.get(1) - 1; minor >= 0; minor--) {
                pythons.add("py" + version.get(0) + minor);
            }
        }
        return pythons;
    }

    private static String withoutDots(List<Integer> version) {
        return version.size() > 1 ? "" + version.get(0) + version.get(1) : "" + version.get(0);
    }

    private static void addAll(List<Tag> tags, String interpreter, String abi, List<String> platforms) {
        platforms.forEach(platform -> tags.add(new Tag(interpreter, abi, platform)));
    }
}
