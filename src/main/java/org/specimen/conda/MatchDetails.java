package org.specimen.conda;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The fields of a {@link MatchSpec} that few have (conda documentation, "Package match specifications").
 *
 * @param trackFeatures exactly these, in order
 * @param features exactly these, in order: a field of old packages, which {@link PackageRecord} does not keep
 * @param url the package file's address, without credentials
 * @param md5 hexadecimal, in any case; conda also takes a part of one
 * @param sha256 as {@code md5}
 * @param fileName the package file's name
 * @param license in lower case; matches in any case
 * @param licenseFamily as {@code license}
 * @param when the condition under which the specification counts, for a solver; {@link #matches} does not ask it
 * @param extras groups of optional dependencies to take along, in order; for a solver too
 * @param flags of the package's variant, in order, which {@link PackageRecord} does not keep
 */
public record MatchDetails(
        Optional<BuildNumberSpec> buildNumber,
        Optional<List<String>> trackFeatures,
        Optional<List<String>> features,
        Optional<String> url,
        Optional<String> md5,
        Optional<String> sha256,
        Optional<String> fileName,
        Optional<StringMatch> license,
        Optional<StringMatch> licenseFamily,
        Optional<String> when,
        List<String> extras,
        List<String> flags) {

    /** None of them. */
    public static final MatchDetails NONE = new MatchDetails(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    public MatchDetails {
        trackFeatures = trackFeatures.map(MatchDetails::inOrder);
        features = features.map(MatchDetails::inOrder);
        extras = inOrder(extras);
        flags = inOrder(flags);
    }

    private static List<String> inOrder(List<String> names) {
        return names.isEmpty() ? List.of() : List.copyOf(new TreeSet<>(names));
    }

    /**
     * Whether it is met.
     *
     * @throws IllegalArgumentException if a regular expression in it needs too many steps
     */
    boolean matches(PackageRecord record) {
        if (equals(NONE)) {
            return true;
        }
        return (buildNumber.isEmpty() || buildNumber.get().matches(record.buildNumber()))
                && (trackFeatures.isEmpty() || trackFeatures.get().equals(inOrder(record.trackFeatures())))
                && (features.isEmpty() || features.get().isEmpty())
                && flags.isEmpty()
                && (url.isEmpty() || url.get().equals(record.url()))
                && isDigest(md5, record.md5())
                && isDigest(sha256, record.sha256())
                && (fileName.isEmpty() || fileName.get().equals(record.fileName()))
                && isLike(license, record.license())
                && isLike(licenseFamily, record.licenseFamily());
    }

    private static boolean isDigest(Optional<String> wanted, Optional<String> digest) {
        return wanted.isEmpty() || (digest.isPresent() && wanted.get().equalsIgnoreCase(digest.get()));
    }

    private static boolean isLike(Optional<StringMatch> wanted, Optional<String> text) {
        return wanted.isEmpty() || (text.isPresent() && wanted.get().matches(text.get()));
    }
}
