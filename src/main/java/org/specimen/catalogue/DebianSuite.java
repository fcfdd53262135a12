package org.specimen.catalogue;

import java.time.LocalDate;
import java.util.Locale;

/** The Debian releases that the official Python images are built on. */
public enum DebianSuite {
    /** Debian 12, oldstable since August 2025; the end is that of long-term support. */
    BOOKWORM(12, LocalDate.of(2028, 6, 30)),
    /** Debian 13, stable since 9 August 2025; the end is that of long-term support. */
    TRIXIE(13, LocalDate.of(2030, 6, 30));

    private final int number;
    private final LocalDate endOfLife;

    DebianSuite(int number, LocalDate endOfLife) {
        this.number = number;
        this.endOfLife = endOfLife;
    }

    public int number() {
        return number;
    }

    /** The day that security updates end, long-term support included. */
    public LocalDate endOfLife() {
        return endOfLife;
    }

    /** As it stands in image tags and apt sources, {@code trixie}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
