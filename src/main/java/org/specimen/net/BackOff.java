package org.specimen.net;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** How long to leave a server alone after it could not answer. */
final class BackOff {

    /** Too many requests, and faults that pass (RFC 6585, 4; RFC 9110, 15.6). */
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

    private final Patience patience;
    private final RandomGenerator random;

    BackOff(Patience patience, RandomGenerator random) {
        this.patience = patience;
        this.random = random;
    }

    static boolean isPassing(int status) {
        return PASSING.contains(status);
    }

    /**
     * A time that doubles from attempt to attempt, and is drawn by lot from its second half, so that many who failed
     * together do not come back together.
     *
     * @param attempt the one that failed, counted from 1
     */
    Duration afterAttempt(int attempt) {
        long full = patience.firstPause().toMillis() << Math.min(attempt, 10);
        long capped = Math.min(full, patience.longestPause().toMillis());
        return Duration.ofMillis(capped / 2 + random.nextLong(capped / 2 + 1));
    }

    /** What the server asks for: seconds or a date (RFC 9110, "Retry-After"). Empty if it cannot be understood. */
    static Optional<Duration> asked(String retryAfter, Instant now) {
        String text = retryAfter.strip();
        try {
            if (!text.isEmpty() && text.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
                return text.length() > 9 ? Optional.empty() : Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            Duration until = Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
