package org.specimen.python;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A place between versions, such as the one after all local labels of a version, where PEP 440's clauses begin and end.
 *
 * @param kind on which side of the version, and of what belongs to it, the place is
 * @param version the version beside it
 * @param key where it stands among the keys of versions: those that are not less lie above it
 */
record VersionCut(Kind kind, Version version, String key) {

    enum Kind {
        BEFORE,
        /** Just after the version itself. */
        AFTER,
        /** After the version with any local label, before its post-releases. */
        AFTER_LOCALS,
        /** After all post-releases of the version. */
        AFTER_POSTS
    }

    /** Greater than any character of a key. */
    private static final char TOP = Character.MAX_VALUE;

    /** Below all versions. */
    static final VersionCut LOWEST = before(Version.ofRelease(0).withSuffix(null, null, BigInteger.ZERO));

    static VersionCut before(Version version) {
        return new VersionCut(Kind.BEFORE, version, version.key().text());
    }

    static VersionCut after(Version version) {
        return new VersionCut(Kind.AFTER, version, version.key().text() + '\0');
    }

    static VersionCut afterLocals(Version version) {
        return new VersionCut(
                Kind.AFTER_LOCALS, version, prefix(version, version.key().publicEnd()) + TOP);
    }

    static VersionCut afterPosts(Version version) {
        return new VersionCut(
                Kind.AFTER_POSTS, version, prefix(version, version.key().preEnd()) + TOP);
    }

    private static String prefix(Version version, int end) {
        return version.key().text().substring(0, end);
    }

    /** The least version above this place; empty if there is always one between. */
    Optional<Version> least() {
        return switch (kind) {
            case BEFORE -> Optional.of(version);
            case AFTER -> Optional.empty();
            case AFTER_LOCALS -> Optional.of(leastAfterLocals());
            case AFTER_POSTS ->
                version.pre()
                        .map(pre -> new Version.PreRelease(pre.phase(), next(pre.number())))
                        .map(pre -> version.withSuffix(pre, null, BigInteger.ZERO));
        };
    }

    private Version leastAfterLocals() {
        BigInteger post = version.post().orElse(null);
        return version.dev().isPresent()
                ? version.withSuffix(
                        version.pre().orElse(null), post, next(version.dev().get()))
                : version.withSuffix(
                        version.pre().orElse(null), post == null ? BigInteger.ZERO : next(post), BigInteger.ZERO);
    }

    private static BigInteger next(BigInteger number) {
        return number.add(BigInteger.ONE);
    }

    /** A version above this place that is no pre-release and has none of its kind below it that matters. */
    Version leastFinal() {
        if (version.isPrerelease()) {
            BigInteger post = version.pre().isPresent() ? null : version.post().orElse(null);
            return version.withSuffix(null, post, null);
        }
        if (kind == Kind.BEFORE || kind == Kind.AFTER) {
            return version;
        }
        return version.withSuffix(null, version.post().map(VersionCut::next).orElse(BigInteger.ZERO), null);
    }
}
