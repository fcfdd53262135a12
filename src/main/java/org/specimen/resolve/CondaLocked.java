package org.specimen.resolve;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.conda.VirtualPackage;
import org.specimen.index.ReleaseFile;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/**
 * Every package file of an environment, on each platform.
 *
 * @param channels in the order of their priority, as a person writes them
 * @param specs what was asked of conda
 */
public record CondaLocked(List<String> channels, List<MatchSpec> specs, Map<Platform, OnPlatform> platforms) {

    /**
     * What is installed on a platform.
     *
     * @param virtual what the machine is taken to have
     * @param conda sorted by name
     * @param pip what pip adds, sorted by name; each with a digest
     */
    public record OnPlatform(List<VirtualPackage> virtual, List<PackageRecord> conda, List<PipFile> pip) {
        public OnPlatform {
            virtual = List.copyOf(virtual);
            conda = List.copyOf(conda);
            pip = List.copyOf(pip);
        }
    }

    /**
     * A file that pip installs.
     *
     * @param needs the names of what it needs, with the versions that will do; empty for any
     */
    public record PipFile(PackageName name, Version version, ReleaseFile file, SortedMap<String, String> needs) {
        public PipFile {
            needs = Collections.unmodifiableSortedMap(new TreeMap<>(needs));
        }
    }

    public CondaLocked {
        channels = List.copyOf(channels);
        specs = List.copyOf(specs);
        platforms = Collections.unmodifiableMap(new LinkedHashMap<>(platforms));
    }

    /** Whether pip's part is in it. */
    public boolean hasPip() {
        return platforms.values().stream().anyMatch(platform -> !platform.pip().isEmpty());
    }
}
