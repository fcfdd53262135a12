package org.specimen.resolve;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.ReleaseFile;
import org.specimen.python.Tag;
import org.specimen.python.TagSelector;
import org.specimen.python.Tags;
import org.specimen.python.Version;

/**
 * Which files of a release a Python can install on which platform (PEP 425, "Use"). A large project has thousands of
 * files but few different tags, which are read once.
 */
final class WheelSupport {

    private final Version python;
    private final Map<TargetPlatform, TagSelector> selectors = new EnumMap<>(TargetPlatform.class);
    private final Map<String, Set<TargetPlatform>> byTags = new HashMap<>();

    WheelSupport(Version python, Set<TargetPlatform> platforms) {
        this.python = python;
        platforms.forEach(platform ->
                selectors.put(platform, new TagSelector(Tags.compatible(python, platform.wheelPlatform()))));
    }

    /** Whether a file says itself that it does not run on the Python. */
    boolean isExcluded(ReleaseFile file) {
        return file.requiresPython()
                .filter(pythons -> !pythons.contains(python, true))
                .isPresent();
    }

    /** On which platforms these files can be installed, and how. */
    synchronized Installable installable(Collection<ReleaseFile> files) {
        Set<TargetPlatform> wheels = EnumSet.noneOf(TargetPlatform.class);
        boolean source = false;
        for (ReleaseFile file : files) {
            if (isExcluded(file)) {
                continue;
            }
            if (file.isWheel()) {
                wheels.addAll(platforms(file.name()));
            } else {
                source |= isSource(file.name());
            }
        }
        return new Installable(wheels, source);
    }

    private static boolean isSource(String name) {
        return name.endsWith(".tar.gz") || name.endsWith(".zip");
    }

    /** The files that can be installed on one of the platforms, wheels first. */
    synchronized List<ReleaseFile> usable(Collection<ReleaseFile> files) {
        Set<ReleaseFile> usable = new LinkedHashSet<>();
        files.stream()
                .filter(file -> file.isWheel()
                        && !isExcluded(file)
                        && !platforms(file.name()).isEmpty())
                .forEach(usable::add);
        files.stream()
                .filter(file -> isSource(file.name()) && !isExcluded(file))
                .forEach(usable::add);
        return List.copyOf(usable);
    }

    private Set<TargetPlatform> platforms(String wheel) {
        return byTags.computeIfAbsent(tags(wheel), this::supporting);
    }

    /** The last three parts of a wheel's name, as they stand. */
    private static String tags(String wheel) {
        int end = wheel.length() - ".whl".length();
        int from = end;
        for (int part = 0; part < 3 && from > 0; part++) {
            from = wheel.lastIndexOf('-', from - 1);
        }
        return wheel.substring(from + 1, end);
    }

    private Set<TargetPlatform> supporting(String tags) {
        Set<Tag> parsed;
        try {
            parsed = Tag.parse(tags);
        } catch (IllegalArgumentException notTags) {
            return Set.of(); // No installer takes a wheel whose name it cannot read.
        }
        Set<TargetPlatform> supporting = new HashSet<>();
        selectors.forEach((platform, selector) -> {
            if (selector.rank(parsed).isPresent()) {
                supporting.add(platform);
            }
        });
        return supporting;
    }
}
