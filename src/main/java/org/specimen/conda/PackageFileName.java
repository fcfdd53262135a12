package org.specimen.conda;

/**
 * The name of a package file, {@code numpy-1.26.4-py311h64a7726_0.conda} (CEP 26): name, version and build,
 * of which only the name may contain {@code -}.
 *
 * @param extension {@code .conda} or {@code .tar.bz2}
 */
public record PackageFileName(CondaName name, CondaVersion version, String build, String extension) {

    /**
     * Reads a file name, without a folder.
     *
     * @throws IllegalArgumentException if it is not the name of a package file
     */
    public static PackageFileName parse(String fileName) {
        String extension = fileName.endsWith(".conda") ? ".conda" : ".tar.bz2";
        if (!hasExtension(fileName)) {
            throw invalid(fileName, "it does not end with .conda or .tar.bz2");
        }
        String stem = fileName.substring(0, fileName.length() - extension.length());
        int beforeBuild = stem.lastIndexOf('-');
        int beforeVersion = stem.lastIndexOf('-', beforeBuild - 1);
        if (beforeBuild < 0 || beforeVersion <= 0 || beforeBuild == stem.length() - 1) {
            throw invalid(fileName, "it is not name-version-build");
        }
        return new PackageFileName(
                CondaName.of(stem.substring(0, beforeVersion)),
                CondaVersion.parse(stem.substring(beforeVersion + 1, beforeBuild)),
                stem.substring(beforeBuild + 1),
                extension);
    }

    /** Whether a file of this name may be a package. */
    public static boolean hasExtension(String fileName) {
        return fileName.endsWith(".conda") || fileName.endsWith(".tar.bz2");
    }

    private static IllegalArgumentException invalid(String fileName, String reason) {
        return new IllegalArgumentException("not a package file name: " + Excerpt.of(fileName) + " (" + reason + ")");
    }

    @Override
    public String toString() {
        return name + "-" + version + "-" + build + extension;
    }
}
