package org.specimen.index;

import java.time.YearMonth;
import java.util.Locale;

/** Names of months for a person. */
public final class Months {

    private Months() {}

    /** As in "November 2026". It is made from the month's own name, for the words of a locale take a while to load. */
    public static String named(YearMonth month) {
        String name = month.getMonth().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + " " + month.getYear();
    }
}
