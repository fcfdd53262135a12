package org.specimen.catalogue;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A minor version of Python, such as 3.12.
 *
 * @param minor {@code 3.12}
 * @param status where it stood at the date of the catalogue
 * @param latest its newest patch release known, {@code 3.12.14}; of a {@code NEW} version only expected
 * @param firstReleased when its {@code .0} came out
 * @param endOfLife the month that its security fixes end (the release PEP of the version)
 * @param imageSuites the Debian suites with an official image of {@code latest}; empty if there is none any more
 * @param latestOnConda the newest patch release seen on conda-forge, empty if none was
 */
public record PythonRelease(
        String minor,
        Status status,
        String latest,
        YearMonth firstReleased,
        YearMonth endOfLife,
        List<DebianSuite> imageSuites,
        Optional<String> latestOnConda) {

    /** The phases of a minor version's life. */
    public enum Status {
        /** Not out, or out for so short a time that many packages have no wheels for it. */
        NEW,
        /** Gets fixes of bugs and of security. */
        BUGFIX,
        /** Gets fixes of security only. */
        SECURITY,
        /** Gets nothing any more. */
        END_OF_LIFE
    }

    public PythonRelease {
        imageSuites = List.copyOf(imageSuites);
    }
}
