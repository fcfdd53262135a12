package org.specimen.conda;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where conda packages come from: a name on the public channel host, {@code defaults}, or an address (conda documentation,
 * "Managing channels").
 *
 * <p>Two channels are equal if they have the same addresses. A user, password or token of an address is kept apart: it is
 * in {@link #authorizedUrls} only, never in {@link #toString}, {@link #baseUrls} or a message.
 */
public final class Channel {

    /** The host that a channel given by its name alone is on. */
    public static final String PUBLIC_HOST = "https://conda.anaconda.org";

    /** Anaconda's own channels, whose names start with {@code pkgs/}. */
    static final String ANACONDA_HOST = "https://repo.anaconda.com";

    static final String DEFAULTS_NAME = "defaults";

    /** Conda-forge, the community's channel. */
    public static final Channel CONDA_FORGE = publicChannel("conda-forge");

    /** Bioconda, which builds on conda-forge. */
    public static final Channel BIOCONDA = publicChannel("bioconda");

    /** Anaconda's own channels, the ones of conda without a configuration; under Anaconda's terms of service. */
    public static final Channel DEFAULTS = new Channel(
            DEFAULTS_NAME,
            DEFAULTS_NAME,
            List.of(ANACONDA_HOST + "/pkgs/main", ANACONDA_HOST + "/pkgs/r", ANACONDA_HOST + "/pkgs/msys2"),
            "",
            "");

    /** Not a place: the word in a list of channels that keeps {@link #DEFAULTS} out. */
    public static final Channel NO_DEFAULTS = new Channel("nodefaults", "nodefaults", List.of(), "", "");

    private final String name;
    private final String canonicalName;
    private final List<String> baseUrls;
    private final String credentials;
    private final String token;

    Channel(String name, String canonicalName, List<String> baseUrls, String credentials, String token) {
        this.name = name;
        this.canonicalName = canonicalName;
        this.baseUrls = List.copyOf(baseUrls);
        this.credentials = credentials;
        this.token = token;
    }

    static Channel publicChannel(String name) {
        return new Channel(name, name, List.of(PUBLIC_HOST + "/" + name), "", "");
    }

    /**
     * Reads a name or an address; a platform at its end does not belong to the channel and is left out.
     *
     * @throws IllegalArgumentException if it is neither, or a relative path, which means nothing without a folder
     */
    public static Channel parse(String text) {
        return ChannelAddress.parse(text).channel();
    }

    /** What conda calls its name: {@code conda-forge}, {@code pkgs/main}; for an address elsewhere, its path. */
    public String name() {
        return name;
    }

    /** The name under which conda shows it: short on the public host, {@code defaults} for its parts, else the address. */
    public String canonicalName() {
        return canonicalName;
    }

    /** The addresses without platform, credentials or a slash at the end; none for {@code nodefaults}. */
    public List<String> baseUrls() {
        return baseUrls;
    }

    /** The one address. Empty for {@code defaults}, which has several, and {@code nodefaults}. */
    public Optional<String> baseUrl() {
        return baseUrls.size() == 1 ? Optional.of(baseUrls.get(0)) : Optional.empty();
    }

    /** The addresses of a platform's packages, without credentials. */
    public List<String> urls(Platform platform) {
        return platformBases(platform).map(base -> base + "/" + platform).toList();
    }

    /** Like {@link #urls} with the user, password and token that the channel was given with: to fetch from, not to show. */
    public List<String> authorizedUrls(Platform platform) {
        return platformBases(platform)
                .map(base -> authorize(base) + "/" + platform)
                .toList();
    }

    private Stream<String> platformBases(Platform platform) {
        // Conda's own defaults: msys2 is for Windows alone.
        return baseUrls.stream()
                .filter(base -> baseUrls.size() == 1 || platform.isWindows() || !base.endsWith("/msys2"));
    }

    private String authorize(String base) {
        int afterScheme = base.indexOf("://") + 3;
        int hostEnd = base.indexOf('/', afterScheme);
        hostEnd = hostEnd < 0 ? base.length() : hostEnd;
        return base.substring(0, afterScheme)
                + (credentials.isEmpty() ? "" : credentials + "@")
                + base.substring(afterScheme, hostEnd)
                + (token.isEmpty() ? "" : "/t/" + token)
                + base.substring(hostEnd);
    }

    /** Whether it was given with a user, password or token. */
    public boolean hasSecret() {
        return !credentials.isEmpty() || !token.isEmpty();
    }

    /** Whether a package file lies in it, by the package's address without credentials. */
    public boolean contains(String url) {
        return baseUrls.stream().anyMatch(base -> url.startsWith(base + "/"));
    }

    boolean isOnPublicHost() {
        return baseUrl().filter(base -> base.startsWith(PUBLIC_HOST + "/")).isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Channel that
                && baseUrls.equals(that.baseUrls)
                && canonicalName.equals(that.canonicalName);
    }

    @Override
    public int hashCode() {
        return Objects.hash(baseUrls, canonicalName);
    }

    /** The canonical name, without any secret. */
    @Override
    public String toString() {
        return canonicalName;
    }
}
