package org.specimen.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.specimen.format.Yaml;

/** What conda-lock and mamba demand of a conda-lock.yml (conda-lock 3, {@code lockfile.v1.models}; mamba 2). */
final class CondaLockSchema {

    private static final Set<String> OF_PACKAGE =
            Set.of("name", "version", "manager", "platform", "dependencies", "url", "hash", "category", "optional");
    private static final Set<String> OF_METADATA = Set.of("content_hash", "channels", "platforms", "sources");

    private CondaLockSchema() {}

    /** What is wrong with a lock; nothing if it is one. */
    @SuppressWarnings("unchecked") // a lock of another shape is a fault
    static List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        Map<String, Object> top =
                (Map<String, Object>) Yaml.readMapping("conda-lock.yml", text).toObject();
        Map<String, Object> metadata = (Map<String, Object>) there(top, "metadata");
        require(faults, "1".equals(top.get("version")), "the version");
        require(faults, top.keySet().equals(Set.of("version", "metadata", "package")), "keys at the top");
        require(faults, metadata.keySet().equals(OF_METADATA), "keys of metadata");
        Set<Object> platforms = new HashSet<>((List<Object>) there(metadata, "platforms"));
        Map<String, Object> hashes = (Map<String, Object>) there(metadata, "content_hash");
        require(faults, hashes.keySet().equals(platforms), "a content hash for each platform");
        hashes.values()
                .forEach(hash -> require(faults, String.valueOf(hash).matches("[0-9a-f]{64}"), "a hash: " + hash));
        require(faults, !((List<Object>) there(metadata, "sources")).isEmpty(), "sources");
        for (Map<String, Object> channel : (List<Map<String, Object>>) there(metadata, "channels")) {
            require(faults, channel.keySet().equals(Set.of("url", "used_env_vars")), "a channel: " + channel);
        }
        Set<String> seen = new HashSet<>();
        for (Map<String, Object> one : (List<Map<String, Object>>) there(top, "package")) {
            Map<String, Object> hash = (Map<String, Object>) there(one, "hash");
            boolean isConda = "conda".equals(one.get("manager"));
            require(faults, one.keySet().equals(OF_PACKAGE), "keys of " + one);
            require(faults, isConda || "pip".equals(one.get("manager")), "who installs " + one);
            require(faults, platforms.contains(one.get("platform")), "the platform of " + one);
            require(faults, !String.valueOf(one.get("url")).isEmpty(), "the address of " + one);
            require(faults, hash.containsKey(isConda ? "md5" : "sha256"), "the digest of " + one);
            require(
                    faults,
                    seen.add(one.get("manager") + " " + one.get("name") + " " + one.get("platform")),
                    "twice: " + one);
        }
        return faults;
    }

    private static Object there(Map<String, Object> mapping, String key) {
        return Objects.requireNonNull(mapping.get(key), key);
    }

    private static void require(List<String> faults, boolean holds, String what) {
        if (!holds) {
            faults.add(what);
        }
    }
}
