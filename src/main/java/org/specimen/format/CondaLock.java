package org.specimen.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A {@code conda-lock.yml} in conda-lock's format, version 1 (conda-lock 3, {@code conda_lock.lockfile.v1.models}), which
 * micromamba and conda's own plugin read as well.
 *
 * @param contentHashes for each platform a digest of what was asked for
 * @param channels in the order of their priority, as a person writes them
 * @param sources the files that were locked, relative to the lock
 */
public record CondaLock(
        Map<String, String> contentHashes, List<String> channels, List<String> sources, List<LockedPackage> packages) {

    public CondaLock {
        contentHashes = new TreeMap<>(contentHashes);
        channels = List.copyOf(channels);
        sources = List.copyOf(sources);
        packages = List.copyOf(packages);
    }

    /** Who installs a package. */
    public enum Manager {
        CONDA,
        PIP
    }

    /**
     * A package on one platform.
     *
     * @param dependencies what it needs: for each name the versions, empty for any
     * @param url of the file, without credentials
     * @param md5 of the file, in hexadecimal
     * @param sha256 of the file, in hexadecimal
     */
    public record LockedPackage(
            String name,
            String version,
            Manager manager,
            String platform,
            Map<String, String> dependencies,
            String url,
            Optional<String> md5,
            Optional<String> sha256) {
        public LockedPackage {
            dependencies = new TreeMap<>(dependencies);
        }
    }

    /** The names of conda's package files in the text of a lock that was written here. */
    public static Set<String> fileNames(String text) {
        String url = "  url: ";
        return text.lines()
                .filter(line -> line.startsWith(url))
                .map(line -> line.substring(line.lastIndexOf('/') + 1))
                .filter(name -> name.endsWith(".conda") || name.endsWith(".tar.bz2"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The text of the file; the same lock has the same text. */
    public String write(String comment) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", new YamlWriter.Plain("1"));
        document.put("metadata", metadata());
        List<Object> items = new ArrayList<>();
        packages.stream()
                .sorted(Comparator.comparing(LockedPackage::manager)
                        .thenComparing(LockedPackage::name)
                        .thenComparing(LockedPackage::platform))
                .forEach(one -> items.add(item(one)));
        document.put("package", items);
        return String.join("\n", CommentText.block(comment)) + "\n" + YamlWriter.write(document);
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("content_hash", contentHashes);
        metadata.put("channels", channels.stream().map(CondaLock::channel).toList());
        metadata.put("platforms", List.copyOf(contentHashes.keySet()));
        metadata.put("sources", sources);
        return metadata;
    }

    private static Map<String, Object> channel(String url) {
        Map<String, Object> channel = new LinkedHashMap<>();
        channel.put("url", url);
        channel.put("used_env_vars", List.of());
        return channel;
    }

    private static Map<String, Object> item(LockedPackage one) {
        Map<String, Object> hash = new LinkedHashMap<>();
        one.md5().ifPresent(md5 -> hash.put("md5", md5));
        one.sha256().ifPresent(sha256 -> hash.put("sha256", sha256));
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", one.name());
        item.put("version", one.version());
        item.put("manager", one.manager() == Manager.PIP ? "pip" : "conda");
        item.put("platform", one.platform());
        item.put("dependencies", one.dependencies());
        item.put("url", one.url());
        item.put("hash", hash);
        item.put("category", "main");
        item.put("optional", false);
        return item;
    }
}
