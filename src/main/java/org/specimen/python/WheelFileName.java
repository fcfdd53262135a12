package org.specimen.python;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a wheel's file (packaging.python.org, "Binary distribution format", "File name convention"; PEP 427).
 *
 * @param name the distribution
 * @param version its version
 * @param build tells apart wheels of the same version and tags; the higher is the better
 * @param tags every tag that the wheel carries, in the order of the name
 */
public record WheelFileName(PackageName name, Version version, Optional<BuildTag> build, Set<Tag> tags) {

    /**
     * Decides between wheels that are else equal.
     *
     * @param number the digits at the start
     * @param suffix the rest, often empty
     */
    public record BuildTag(BigInteger number, String suffix) implements Comparable<BuildTag> {

        @Override
        public int compareTo(BuildTag other) {
            int byNumber = number.compareTo(other.number);
            return byNumber != 0 ? byNumber : suffix.compareTo(other.suffix);
        }

        @Override
        public String toString() {
            return number + suffix;
        }
    }

    public WheelFileName {
        tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
    }

    /**
     * Reads a file name.
     *
     * @throws IllegalArgumentException if the ending is not {@code .whl}, the parts are not five or six, or one of them
     *     is not valid
     */
    public static WheelFileName parse(String fileName) {
        if (!fileName.endsWith(".whl")) {
            throw invalid("it does not end in .whl", fileName);
        }
        String[] parts =
                fileName.substring(0, fileName.length() - ".whl".length()).split("-", -1);
        if (parts.length != 5 && parts.length != 6) {
            throw invalid("it has " + parts.length + " parts between hyphens, not five or six", fileName);
        }
        Version version = Version.tryParse(parts[1])
                .orElseThrow(() -> invalid("its second part is not a version by PEP 440", fileName));
        int tag = parts.length - 3;
        Set<Tag> tags;
        try {
            tags = Tag.parse(String.join("-", parts[tag], parts[tag + 1], parts[tag + 2]));
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()), fileName);
        }
        Optional<BuildTag> build = parts.length == 6 ? Optional.of(build(parts[2], fileName)) : Optional.empty();
        return new WheelFileName(name(parts[0], fileName), version, build, tags);
    }

    private static PackageName name(String part, String fileName) {
        Optional<PackageName> name = part.contains("__") ? Optional.empty() : PackageName.tryOf(part);
        return name.orElseThrow(() -> invalid("its first part is not an escaped name", fileName));
    }

    private static BuildTag build(String part, String fileName) {
        int digits = 0;
        while (digits < part.length() && PythonText.isDigit(part.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > VersionScanner.MAX_DIGITS) {
            throw invalid("its build tag does not start with a number", fileName);
        }
        return new BuildTag(new BigInteger(part.substring(0, digits)), part.substring(digits));
    }

    private static IllegalArgumentException invalid(String reason, String fileName) {
        return new IllegalArgumentException(
                "not the file name of a wheel, " + reason + ": " + PythonText.quote(fileName));
    }
}
