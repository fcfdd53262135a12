package org.specimen.catalogue;

import java.util.Arrays;
import java.util.Optional;
import org.specimen.conda.Platform;
import org.specimen.python.WheelPlatform;

/** The kinds of machine that pins hold on. */
public enum TargetPlatform {
    LINUX_X86_64(Platform.LINUX_64, Optional.of("linux/amd64"), "Linux (x86-64)"),
    LINUX_ARM64(Platform.LINUX_AARCH64, Optional.of("linux/arm64"), "Linux (ARM)"),
    MACOS_ARM64(Platform.OSX_ARM64, Optional.empty(), "macOS (Apple silicon)"),
    MACOS_X86_64(Platform.OSX_64, Optional.empty(), "macOS (Intel)"),
    WINDOWS_X86_64(Platform.WIN_64, Optional.empty(), "Windows (x86-64)");

    private final Platform condaPlatform;
    private final Optional<String> dockerPlatform;
    private final String label;

    TargetPlatform(Platform condaPlatform, Optional<String> dockerPlatform, String label) {
        this.condaPlatform = condaPlatform;
        this.dockerPlatform = dockerPlatform;
        this.label = label;
    }

    /** As it is written in files and on the command line: conda's name of it, {@code linux-64}. */
    public String key() {
        return condaPlatform.subdir();
    }

    /** For packages of conda. */
    public Platform condaPlatform() {
        return condaPlatform;
    }

    /**
     * For wheels. The oldest system that pins are meant for: glibc 2.35 (Ubuntu 22.04; Debian's bookworm and trixie are
     * newer), macOS 14 on Apple silicon and 13 on Intel.
     */
    public WheelPlatform wheelPlatform() {
        return switch (this) {
            case LINUX_X86_64 -> new WheelPlatform.GlibcLinux("x86_64", 2, 35);
            case LINUX_ARM64 -> new WheelPlatform.GlibcLinux("aarch64", 2, 35);
            case MACOS_ARM64 -> new WheelPlatform.MacOs("arm64", 14, 0);
            case MACOS_X86_64 -> new WheelPlatform.MacOs("x86_64", 13, 0);
            case WINDOWS_X86_64 -> new WheelPlatform.Windows("amd64");
        };
    }

    /** As {@code docker build --platform} takes it; empty where no image can be built for it. */
    public Optional<String> dockerPlatform() {
        return dockerPlatform;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** The platform with this {@link #key()}. */
    public static Optional<TargetPlatform> ofKey(String key) {
        return Arrays.stream(values())
                .filter(platform -> platform.key().equals(key))
                .findFirst();
    }
}
