package org.specimen.files.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.machine.OperatingSystem;

/** The operating systems that the pins hold on: only for those may the guide give commands. */
record Systems(boolean linux, boolean macos, boolean windows) {

    static Systems of(RenderRequest request) {
        Set<TargetPlatform> platforms = request.platforms();
        return new Systems(
                platforms.contains(TargetPlatform.LINUX_X86_64) || platforms.contains(TargetPlatform.LINUX_ARM64),
                platforms.contains(TargetPlatform.MACOS_ARM64) || platforms.contains(TargetPlatform.MACOS_X86_64),
                platforms.contains(TargetPlatform.WINDOWS_X86_64));
    }

    /** What the commands for a POSIX shell are headed with; empty if there are to be none. */
    Optional<String> unixTitle() {
        if (linux && macos) {
            return Optional.of(Texts.get("guide.unix"));
        }
        return linux || macos ? Optional.of(Texts.get(linux ? "guide.linux" : "guide.macos")) : Optional.empty();
    }

    /** Those of the systems that have a POSIX shell. */
    Set<OperatingSystem> unix() {
        Set<OperatingSystem> unix = EnumSet.noneOf(OperatingSystem.class);
        if (linux) {
            unix.add(OperatingSystem.LINUX);
        }
        if (macos) {
            unix.add(OperatingSystem.MACOS);
        }
        return unix;
    }

    /** A sentence about the systems that the pins do not hold on, if there are any. */
    Optional<String> others() {
        return linux && macos && windows
                ? Optional.empty()
                : Optional.of(Texts.get(
                        "guide.other-systems", String.join(" and ", names(true)), String.join(" or ", names(false))));
    }

    private List<String> names(boolean pinned) {
        return Stream.of(
                        Optional.of("Linux").filter(name -> linux == pinned),
                        Optional.of("macOS").filter(name -> macos == pinned),
                        Optional.of("Windows").filter(name -> windows == pinned))
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
    }
}
