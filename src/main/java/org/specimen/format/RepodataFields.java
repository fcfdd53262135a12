package org.specimen.format;

import java.util.List;

/** The fields of a {@link RepodataEntry} while it is being read. */
final class RepodataFields {

    private final String fileName;
    private String name = "";
    private String version = "";
    private String build = "";
    private long buildNumber;
    private List<String> depends = List.of();
    private List<String> constrains = List.of();
    private String trackFeatures = "";
    private String noarch = "";
    private String md5 = "";
    private String sha256 = "";
    private long size;
    private long timestamp;
    private String license = "";
    private String licenseFamily = "";

    /** Set where a field has a value of the wrong kind: such a record is left out. */
    private boolean isMalformed;

    RepodataFields(String fileName) {
        this.fileName = fileName;
    }

    void text(String field, String value) {
        switch (field) {
            case "name" -> name = value;
            case "version" -> version = value;
            case "build" -> build = value;
            case "track_features" -> trackFeatures = value;
            case "noarch" -> noarch = value;
            case "md5" -> md5 = value;
            case "sha256" -> sha256 = value;
            case "license" -> license = value;
            case "license_family" -> licenseFamily = value;
            case "build_number", "depends", "constrains", "size", "timestamp" -> isMalformed = true;
            default -> {}
        }
    }

    void number(String field, long value) {
        switch (field) {
            case "build_number" -> buildNumber = value;
            case "size" -> size = value;
            // Old lists have it in seconds: what would be before 1973 in milliseconds is that.
            case "timestamp" -> timestamp = value < 100_000_000_000L ? value * 1000 : value;
            case "name", "version", "build", "depends", "constrains" -> isMalformed = true;
            default -> {}
        }
        isMalformed |= value < 0;
    }

    void truth(String field, boolean value) {
        if (field.equals("noarch")) {
            noarch = value ? "generic" : "";
        }
    }

    void list(String field, List<String> values) {
        switch (field) {
            case "depends" -> depends = values;
            case "constrains" -> constrains = values;
            case "track_features" -> trackFeatures = String.join(" ", values);
            case "name", "version", "build", "build_number" -> isMalformed = true;
            default -> {}
        }
    }

    void malformed() {
        isMalformed = true;
    }

    static boolean isList(String field) {
        return field.equals("depends") || field.equals("constrains") || field.equals("track_features");
    }

    /** Whether it has what every record must have. */
    boolean isWhole() {
        return !isMalformed && !name.isEmpty() && !version.isEmpty();
    }

    RepodataEntry entry() {
        return new RepodataEntry(
                fileName,
                name,
                version,
                build,
                buildNumber,
                depends,
                constrains,
                trackFeatures,
                noarch,
                md5,
                sha256,
                size,
                timestamp,
                license,
                licenseFamily);
    }
}
