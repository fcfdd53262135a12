package org.specimen.conda;

import java.util.List;
import java.util.Optional;

/**
 * What a channel says about one package file (conda documentation, "Repository
 * structure and index"). Made for hundreds of thousands: whoever reads a channel shares equal names, versions, channels and texts
 * between records.
 *
 * @param build the build string, {@code py311h64a7726_0}
 * @param buildNumber not negative; the higher is preferred among equal versions
 * @param fileName {@code numpy-1.26.4-py311h64a7726_0.conda}
 * @param location the file's address if it is not where the channel has it by default
 * @param md5 of the file, in lower case hexadecimal
 * @param sha256 of the file, in lower case hexadecimal
 * @param size of the file in bytes; 0 if not known
 * @param depends match specifications of what it needs, as the channel writes them
 * @param constrains match specifications of what may not stand beside it otherwise
 * @param trackFeatures names that weigh a package down, so that others are preferred
 * @param timestamp when it was built, in milliseconds since 1970; 0 if not known
 */
public record PackageRecord(
        CondaName name,
        CondaVersion version,
        String build,
        long buildNumber,
        Platform subdir,
        Channel channel,
        String fileName,
        Optional<String> location,
        Optional<String> md5,
        Optional<String> sha256,
        long size,
        List<String> depends,
        List<String> constrains,
        List<String> trackFeatures,
        NoArch noarch,
        long timestamp,
        Optional<String> license,
        Optional<String> licenseFamily) {

    /** Whether one file serves every platform (conda documentation, "Noarch packages"). */
    public enum NoArch {
        /** It is for its platform only. */
        NO,
        /** Any content. */
        GENERIC,
        /** Python modules, which conda puts into the folder of the Python at hand. */
        PYTHON
    }

    /** @throws IllegalArgumentException if a number is negative, the file is not a package's, or a digest is not one */
    public PackageRecord {
        if (buildNumber < 0 || size < 0 || timestamp < 0) {
            throw new IllegalArgumentException("build number, size and time are not negative: " + fileName);
        }
        if (!PackageFileName.hasExtension(fileName)) {
            throw new IllegalArgumentException("not a package file: " + Excerpt.of(fileName));
        }
        requireDigest(md5, 32, fileName);
        requireDigest(sha256, 64, fileName);
        depends = List.copyOf(depends);
        constrains = List.copyOf(constrains);
        trackFeatures = List.copyOf(trackFeatures);
    }

    private static void requireDigest(Optional<String> digest, int length, String fileName) {
        if (digest.isPresent()
                && (digest.get().length() != length
                        || !digest.get().chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))) {
            throw new IllegalArgumentException("a digest of " + Excerpt.of(fileName) + " is not " + length
                    + " lower case hexadecimal digits: " + Excerpt.of(digest.get()));
        }
    }

    /** A package of which only this much is known. */
    public static PackageRecord of(PackageFileName file, long buildNumber, Platform subdir, Channel channel) {
        return new PackageRecord(
                file.name(),
                file.version(),
                file.build(),
                buildNumber,
                subdir,
                channel,
                file.toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                List.of(),
                List.of(),
                NoArch.NO,
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** The file's address, without credentials. */
    public String url() {
        return location.orElseGet(
                () -> channel.urls(subdir).stream().findFirst().orElse("") + "/" + fileName);
    }

    /** {@code conda-forge/linux-64::numpy-1.26.4-py311h64a7726_0.conda}. */
    @Override
    public String toString() {
        return channel + "/" + subdir + "::" + fileName;
    }
}
