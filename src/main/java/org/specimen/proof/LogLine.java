package org.specimen.proof;

/**
 * One line of what happens, without its line end and without control characters.
 *
 * @param station where it was said
 * @param source who said it
 * @param text at most {@value #LONGEST} characters; what is longer was cut and says so
 */
public record LogLine(Station station, Source source, String text) {

    /** What is longer is cut. */
    public static final int LONGEST = 4000;

    /** Who says something. */
    public enum Source {
        /** Specimen. */
        SPECIMEN,
        /** A program, on standard output; so says the engine of a build too. */
        OUTPUT,
        /** A program, on standard error. */
        ERRORS
    }

    /** A line as it came from a program: control characters become spaces, and what is too long is cut. */
    public static LogLine of(Station station, Source source, String raw) {
        String plain = plain(raw);
        return new LogLine(station, source, plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…");
    }

    /** Colours and movements of a terminal (ECMA-48) are dropped; a tab stays a tab. */
    private static String plain(String raw) {
        String text = raw.replaceAll("\u001b\\[[0-9;?]*[ -/]*[@-~]", "");
        return text.replaceAll("[\\p{Cntrl}&&[^\t]]", " ").stripTrailing();
    }
}
