package org.specimen.format;

import java.util.List;

/**
 * What a channel's list says about one package file, as it is written there: nothing is checked yet but that texts are
 * texts and numbers numbers (conda documentation, "Repository structure and index"). What is missing is empty or 0.
 *
 * @param buildNumber not negative
 * @param trackFeatures names with blanks or commas between them
 * @param noarch {@code python}, {@code generic}, or empty
 * @param size in bytes
 * @param timestamp in milliseconds since 1970
 */
public record RepodataEntry(
        String fileName,
        String name,
        String version,
        String build,
        long buildNumber,
        List<String> depends,
        List<String> constrains,
        String trackFeatures,
        String noarch,
        String md5,
        String sha256,
        long size,
        long timestamp,
        String license,
        String licenseFamily) {

    public RepodataEntry {
        depends = List.copyOf(depends);
        constrains = List.copyOf(constrains);
    }
}
