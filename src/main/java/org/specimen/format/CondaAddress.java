package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.format.LockedPackages.Locked;

/** The address of a conda package, whose last part is {@code name-version-build} (conda documentation, "Packages"). */
final class CondaAddress {

    private static final Pattern FILE =
            Pattern.compile("(\\S+)-([^-\\s]+)-[^-\\s]+(?:\\.conda|\\.tar\\.bz2)(?:#\\S*)?");

    private static final int MAX_LENGTH = 2_000;

    private CondaAddress() {}

    /** Empty if it is no such address. */
    static Optional<Locked> read(String address, int line) {
        if (address.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher file = FILE.matcher(address.substring(address.lastIndexOf('/') + 1));
        return file.matches() ? Optional.of(new Locked(file.group(1), file.group(2), true, line)) : Optional.empty();
    }

    static List<Locked> explicit(String text) {
        List<Locked> packages = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            String address = line.strip();
            if (address.contains("://")) {
                read(address, number).ifPresent(packages::add);
            }
        }
        return packages;
    }
}
