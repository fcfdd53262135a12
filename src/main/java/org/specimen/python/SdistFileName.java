package org.specimen.python;

/**
 * The name of a source distribution's file (PEP 625; also {@code .zip}, which indexes still hold).
 *
 * @param name the distribution
 * @param version its version
 */
public record SdistFileName(PackageName name, Version version) {

    /**
     * Reads a file name.
     *
     * @throws IllegalArgumentException if the ending is neither {@code .tar.gz} nor {@code .zip}, or name or version
     *     is missing or not valid
     */
    public static SdistFileName parse(String fileName) {
        String stem;
        if (fileName.endsWith(".tar.gz")) {
            stem = fileName.substring(0, fileName.length() - ".tar.gz".length());
        } else if (fileName.endsWith(".zip")) {
            stem = fileName.substring(0, fileName.length() - ".zip".length());
        } else {
            throw invalid("it ends in neither .tar.gz nor .zip", fileName);
        }
        int hyphen = stem.lastIndexOf('-');
        if (hyphen < 0) {
            throw invalid("no hyphen separates name and version", fileName);
        }
        PackageName name = PackageName.tryOf(stem.substring(0, hyphen))
                .orElseThrow(() -> invalid("the name before the last hyphen is not valid", fileName));
        Version version = Version.tryParse(stem.substring(hyphen + 1))
                .orElseThrow(() -> invalid("what follows the last hyphen is not a version by PEP 440", fileName));
        return new SdistFileName(name, version);
    }

    private static IllegalArgumentException invalid(String reason, String fileName) {
        return new IllegalArgumentException(
                "not the file name of a source distribution, " + reason + ": " + PythonText.quote(fileName));
    }
}
