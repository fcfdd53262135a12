package org.specimen.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image, as registries and engines read it (grammar of the package reference of the distribution project;
 * what it leaves out stands in for Docker Hub, as Docker fills it in).
 *
 * @param domain of the registry, with its port if it has one
 * @param path of the repository there, as in {@code library/python}
 * @param tag as in {@code 3.12-slim}
 * @param digest as in {@code sha256:…}
 */
public record ImageReference(String domain, String path, Optional<String> tag, Optional<String> digest) {

    /** The longest name of a repository, with its domain. */
    public static final int LONGEST = 255;

    private static final String HUB = "docker.io";
    private static final String OLD_HUB = "index.docker.io";
    private static final String OFFICIAL = "library/";

    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
    private static final String DOMAIN =
            "(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[a-fA-F0-9:]{2,45}])(?::[0-9]{1,5})?";
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final String PATH = PART + "(?:/" + PART + ")*";

    private static final Pattern PREFIX = Pattern.compile("(" + DOMAIN + ")(/" + PATH + ")?");

    private static final Pattern REFERENCE = Pattern.compile("((?:" + DOMAIN + "/)?" + PATH + ")"
            + "(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
            + "(?:@([A-Za-z][A-Za-z0-9]*(?:[+._-][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,128}))?");

    /** The reference that a text is; empty if it is none. */
    public static Optional<ImageReference> parse(String text) {
        Matcher reference = REFERENCE.matcher(text);
        if (text.length() > 2 * LONGEST + 2 * 128 || !reference.matches()) {
            return Optional.empty();
        }
        String name = reference.group(1);
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean hasDomain = isDomain(first);
        String domain = hasDomain && !first.equals(OLD_HUB) ? first : HUB;
        String path = hasDomain ? name.substring(slash + 1) : name;
        if (domain.equals(HUB) && path.indexOf('/') < 0) {
            path = OFFICIAL + path;
        }
        // Without a domain, the path must be one: capital letters stand in domains alone.
        if (!path.matches(PATH) || name.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.of(new ImageReference(
                domain, path, Optional.ofNullable(reference.group(2)), Optional.ofNullable(reference.group(3))));
    }

    /** Whether a text can stand before a path and be taken for a registry, with or without a path of its own. */
    public static boolean isPrefix(String text) {
        Matcher prefix = PREFIX.matcher(text);
        return text.length() <= LONGEST && prefix.matches() && isDomain(prefix.group(1));
    }

    /** Docker takes the first part of a name for a domain where it cannot be part of a path on Docker Hub. */
    private static boolean isDomain(String first) {
        return first.contains(".")
                || first.contains(":")
                || first.equals("localhost")
                || !first.equals(first.toLowerCase(Locale.ROOT));
    }

    public boolean isOnDockerHub() {
        return domain.equals(HUB);
    }

    /** The name without tag and digest, as engines write it: what stands in for Docker Hub is left out. */
    public String repository() {
        if (!isOnDockerHub()) {
            return domain + "/" + path;
        }
        boolean isOfficial = path.startsWith(OFFICIAL) && path.indexOf('/') == path.lastIndexOf('/');
        return isOfficial ? path.substring(OFFICIAL.length()) : path;
    }

    /** The same image, with the tag that engines take where neither a tag nor a digest is said. */
    public ImageReference tagged() {
        return tag.isPresent() || digest.isPresent()
                ? this
                : new ImageReference(domain, path, Optional.of("latest"), digest);
    }

    /** The same image in another place: behind a prefix that {@link #isPrefix}. */
    public ImageReference behind(String prefix) {
        int slash = prefix.indexOf('/');
        return slash < 0
                ? new ImageReference(prefix, path, tag, digest)
                : new ImageReference(prefix.substring(0, slash), prefix.substring(slash + 1) + "/" + path, tag, digest);
    }

    /** As engines write it. */
    @Override
    public String toString() {
        return repository()
                + tag.map(text -> ":" + text).orElse("")
                + digest.map(text -> "@" + text).orElse("");
    }
}
