package org.specimen.python;

import java.util.List;

/**
 * A kind of machine that wheels are built for: operating system, C library where it matters, and processor.
 *
 * <p>Architectures are named in the platform's own words: {@code x86_64} and {@code aarch64} on Linux, {@code x86_64}
 * and {@code arm64} on macOS, {@code amd64}, {@code arm64} and {@code win32} on Windows.
 */
public sealed interface WheelPlatform {

    /** The processor, in the platform's own words. */
    String architecture();

    /** The platform part of the wheel tags that run here, best first (PEP 425, "Platform Tag"). */
    List<String> platformTags();

    /**
     * Linux with the GNU C library (PEP 600).
     *
     * @param architecture as {@code uname -m} gives it
     * @param glibcMajor 2 at present
     * @param glibcMinor such as 17 for glibc 2.17
     */
    record GlibcLinux(String architecture, int glibcMajor, int glibcMinor) implements WheelPlatform {

        /** @throws IllegalArgumentException if the architecture is no word or a number is negative */
        public GlibcLinux {
            WheelPlatforms.check(architecture, glibcMajor, glibcMinor);
        }

        @Override
        public List<String> platformTags() {
            return WheelPlatforms.manylinux(this);
        }
    }

    /**
     * Linux with musl, such as Alpine (PEP 656).
     *
     * @param architecture as {@code uname -m} gives it
     * @param muslMajor 1 at present
     * @param muslMinor such as 2 for musl 1.2
     */
    record MuslLinux(String architecture, int muslMajor, int muslMinor) implements WheelPlatform {

        /** @throws IllegalArgumentException if the architecture is no word or a number is negative */
        public MuslLinux {
            WheelPlatforms.check(architecture, muslMajor, muslMinor);
        }

        @Override
        public List<String> platformTags() {
            return WheelPlatforms.musllinux(this);
        }
    }

    /**
     * macOS (packaging.python.org, "Platform compatibility tags", "macOS").
     *
     * @param architecture {@code arm64} or {@code x86_64}
     * @param major such as 14
     * @param minor counts only before macOS 11
     */
    record MacOs(String architecture, int major, int minor) implements WheelPlatform {

        /** @throws IllegalArgumentException if the architecture is no word or a number is negative */
        public MacOs {
            WheelPlatforms.check(architecture, major, minor);
        }

        @Override
        public List<String> platformTags() {
            return WheelPlatforms.macos(this);
        }
    }

    /**
     * Windows (PEP 425, "Platform Tag").
     *
     * @param architecture {@code amd64}, {@code arm64}, or {@code win32} for 32 bits
     */
    record Windows(String architecture) implements WheelPlatform {

        /** @throws IllegalArgumentException if the architecture is none of the three */
        public Windows {
            if (!List.of("amd64", "arm64", "win32").contains(architecture)) {
                throw new IllegalArgumentException(
                        "not an architecture of Windows (amd64, arm64, win32): " + PythonText.quote(architecture));
            }
        }

        @Override
        public List<String> platformTags() {
            return List.of(architecture.equals("win32") ? "win32" : "win_" + architecture);
        }
    }
}
