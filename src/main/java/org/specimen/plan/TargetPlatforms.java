package org.specimen.plan;

import java.util.EnumSet;
import java.util.Set;
import org.specimen.advice.Question;
import org.specimen.advice.Situation;
import org.specimen.advice.Stack;
import org.specimen.catalogue.TargetPlatform;

/** Says on which platforms the pins must hold. */
final class TargetPlatforms {

    private TargetPlatforms() {}

    /**
     * Those of a stack in a situation.
     *
     * @param here what this computer is, for a system that nobody named
     */
    static Set<TargetPlatform> of(Situation situation, Stack stack, TargetPlatform here) {
        Set<TargetPlatform> platforms = EnumSet.noneOf(TargetPlatform.class);
        for (String system : situation.values(Question.OPERATING_SYSTEMS)) {
            platforms.add(situation.isSaid(Question.OPERATING_SYSTEMS) ? usual(system) : here);
        }
        if (!stack.usesDocker()) {
            return platforms;
        }
        // An image is Linux; a Mac runs the ARM one at full speed.
        Set<TargetPlatform> images = EnumSet.of(TargetPlatform.LINUX_X86_64);
        if (platforms.contains(TargetPlatform.MACOS_ARM64) || platforms.contains(TargetPlatform.LINUX_ARM64)) {
            images.add(TargetPlatform.LINUX_ARM64);
        }
        return images;
    }

    private static TargetPlatform usual(String system) {
        return switch (system) {
            case "macos" -> TargetPlatform.MACOS_ARM64;
            case "windows" -> TargetPlatform.WINDOWS_X86_64;
            default -> TargetPlatform.LINUX_X86_64;
        };
    }
}
