package org.specimen.conda;

/**
 * Something that the machine has and packages may depend on, {@code __glibc=2.28=0} (conda documentation, "Managing
 * virtual packages").
 *
 * @param name starts with {@code __}
 * @param build {@code 0} where it means nothing
 */
public record VirtualPackage(CondaName name, CondaVersion version, String build) {

    /** @throws IllegalArgumentException if the name does not start with {@code __} or the build is empty */
    public VirtualPackage {
        if (!name.isVirtual()) {
            throw new IllegalArgumentException("not the name of a virtual package: " + name + "; those start with __");
        }
        if (build.isEmpty()) {
            throw new IllegalArgumentException("the build of virtual package " + name + " is empty");
        }
    }

    /**
     * Reads {@code __name}, {@code __name=version} or {@code __name=version=build}; version and build are 0 unless given.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static VirtualPackage parse(String text) {
        String[] parts = text.strip().split("=", -1);
        if (parts.length > 3) {
            throw new IllegalArgumentException(
                    "not a virtual package: " + Excerpt.of(text) + "; it is written __name=version=build");
        }
        return new VirtualPackage(
                CondaName.of(parts[0]),
                CondaVersion.parse(parts.length > 1 ? parts[1] : "0"),
                parts.length > 2 ? parts[2] : "0");
    }

    @Override
    public String toString() {
        return name + "=" + version + "=" + build;
    }
}
