package org.specimen.machine;

import java.util.Locale;

/** The family of operating systems that a computer runs. */
public enum OperatingSystem {
    LINUX("linux", "Linux"),
    MACOS("macos", "macOS"),
    WINDOWS("windows", "Windows");

    private final String key;
    private final String title;

    OperatingSystem(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** As it stands in the answers file. */
    public String key() {
        return key;
    }

    /** As a person reads it. */
    public String title() {
        return title;
    }

    /** The one that this computer runs. */
    public static OperatingSystem ofThisComputer() {
        return ofJavaName(System.getProperty("os.name", ""));
    }

    /** The system that Java calls so ({@code os.name}); any Unix but Apple's counts as Linux, which its tools resemble. */
    public static OperatingSystem ofJavaName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return WINDOWS;
        }
        return lower.startsWith("mac") || lower.startsWith("darwin") ? MACOS : LINUX;
    }
}
