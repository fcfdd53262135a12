package org.specimen.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a proof found: what stands in the place of names that can move, so that a later build takes the same, and that
 * the environment works.
 *
 * @param base the image that the Dockerfile started from, name and tag; empty where there was none
 * @param digest of that image in its registry, {@code sha256:…}; empty where it came from none
 * @param systemPackages Debian packages with their exact versions, {@code name=version}, sorted. They are recorded and
 *     not installed by version: Debian's mirrors keep none but the newest
 * @param proved empty if nothing was, or with an answer that is no
 */
public record Frozen(
        Optional<String> base, Optional<String> digest, List<String> systemPackages, Optional<Proved> proved) {

    public static final Frozen NOTHING = new Frozen(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    /** Debian Policy, "Source: the package name" and "Version". */
    private static final Pattern PACKAGE = Pattern.compile("[a-z0-9][a-z0-9+.-]{1,127}=[A-Za-z0-9.+:~-]{1,200}");

    public Frozen {
        base.ifPresent(image -> OneLine.check("the base image", image));
        digest.filter(value -> !DIGEST.matcher(value).matches()).ifPresent(value -> {
            throw new IllegalArgumentException("a digest is sha256: and 64 hexadecimal digits, not " + value);
        });
        if (digest.isPresent() && base.isEmpty()) {
            throw new IllegalArgumentException("a digest belongs to a base image");
        }
        systemPackages = systemPackages.stream().sorted().toList();
        systemPackages.stream()
                .filter(text -> !PACKAGE.matcher(text).matches())
                .findFirst()
                .ifPresent(text -> {
                    throw new IllegalArgumentException("a system package is name=version, not " + text);
                });
    }

    /** The same, and this proved with it. */
    public Frozen withProved(Proved found) {
        return new Frozen(base, digest, systemPackages, Optional.of(found));
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** The digest to take an image by; empty if another one was frozen. */
    public Optional<String> digestOf(String image) {
        return base.filter(image::equals).flatMap(same -> digest);
    }
}
