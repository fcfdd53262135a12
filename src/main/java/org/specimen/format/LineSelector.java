package org.specimen.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.conda.Platform;

/**
 * A word in brackets behind a line of environment.yml that says on which platforms it counts, {@code # [linux]}: the few
 * that conda-lock takes of conda-build's (conda-lock documentation, "Platform specific dependencies"). Other words in
 * brackets are a person's own.
 */
record LineSelector(String word) {

    private static final Pattern SELECTOR = Pattern.compile(".*\\[([^\\[\\]]+)\\][^()]*");

    private static final Map<String, Set<Platform>> PLATFORMS = Map.ofEntries(
            Map.entry("linux", Set.of(Platform.LINUX_64, Platform.LINUX_AARCH64, Platform.LINUX_PPC64LE)),
            Map.entry("linux64", Set.of(Platform.LINUX_64)),
            Map.entry("aarch64", Set.of(Platform.LINUX_AARCH64)),
            Map.entry("ppc64le", Set.of(Platform.LINUX_PPC64LE)),
            Map.entry("osx", Set.of(Platform.OSX_64, Platform.OSX_ARM64)),
            Map.entry("osx64", Set.of(Platform.OSX_64)),
            Map.entry("arm64", Set.of(Platform.OSX_ARM64)),
            Map.entry("win", Set.of(Platform.WIN_64)),
            Map.entry("win64", Set.of(Platform.WIN_64)),
            Map.entry(
                    "unix",
                    Set.of(
                            Platform.LINUX_64,
                            Platform.LINUX_AARCH64,
                            Platform.LINUX_PPC64LE,
                            Platform.OSX_64,
                            Platform.OSX_ARM64)));

    /** The selector in a comment, if there is one. */
    static Optional<LineSelector> of(String comment) {
        Matcher matcher = SELECTOR.matcher(comment);
        return matcher.matches() && PLATFORMS.containsKey(matcher.group(1).strip())
                ? Optional.of(new LineSelector(matcher.group(1).strip()))
                : Optional.empty();
    }

    boolean isOn(Platform platform) {
        return PLATFORMS.getOrDefault(word, Set.of()).contains(platform);
    }
}
