package org.specimen.app.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.specimen.format.CommentText;
import org.specimen.format.Credentials;

/**
 * Makes the lines of a log. Each begins with the time, or with spaces where it goes on from the one before.
 *
 * @param zone asked for with the first entry only: to find it, Java looks into every jar for further time zones
 */
record Entries(InstantSource clock, Supplier<ZoneId> zone) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private static final String INDENT = "    ";

    private static final int LONGEST_LINE = 2000;

    /** A recursion without end has a thousand. */
    private static final int MOST_TRACE_LINES = 200;

    /**
     * The lines of one entry.
     *
     * @param withTrace whether the stack trace of {@code cause} is among them
     */
    List<String> of(Level level, String message, Optional<Throwable> cause, boolean withTrace) {
        List<String> lines = new ArrayList<>();
        String seen = cause.filter(failed -> !withTrace)
                .map(failed -> " (" + failed + ", as above)")
                .orElse("");
        lines.add(OffsetDateTime.ofInstant(clock.instant(), zone.get()).format(TIME) + " " + level.getName() + " "
                + harmless(message + seen));
        if (withTrace) {
            cause.stream()
                    .flatMap(Entries::trace)
                    .limit(MOST_TRACE_LINES)
                    .map(line -> INDENT + harmless(line))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static Stream<String> trace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        // Before it comes apart: some keys have several lines.
        return Credentials.without(text.toString()).lines();
    }

    /** On one line, of bounded length, without logins and without anything that a terminal would obey. */
    private static String harmless(String text) {
        String line = CommentText.oneLine(Credentials.without(text));
        boolean tooLong = line.codePointCount(0, line.length()) > LONGEST_LINE;
        return tooLong ? line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE)) + "…" : line;
    }
}
