package org.specimen.net;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long an answer holds (RFC 9111, "Calculating Freshness Lifetime"). */
final class Freshness {

    private static final Duration AT_MOST = Duration.ofDays(1);
    private static final Duration FOREVER = Duration.ofDays(3650);

    private Freshness() {}

    /** Whether the server lets it be kept. */
    static boolean mayKeep(HttpHeaders headers) {
        return !directives(headers).contains("no-store");
    }

    /** Until when it need not be asked for again; in no case for longer than a day, unless it never changes. */
    static Instant until(HttpHeaders headers, boolean forever, Instant now) {
        if (forever) {
            return now.plus(FOREVER);
        }
        List<String> directives = directives(headers);
        if (directives.contains("no-cache")) {
            return now;
        }
        long age = headers.firstValue("Age").map(Freshness::seconds).orElse(0L);
        long seconds = directives.stream()
                .filter(directive -> directive.startsWith("max-age="))
                .mapToLong(directive -> seconds(directive.substring("max-age=".length())))
                .findFirst()
                .orElse(0);
        return now.plusSeconds(Math.max(0, Math.min(seconds - age, AT_MOST.toSeconds())));
    }

    private static List<String> directives(HttpHeaders headers) {
        return headers.allValues("Cache-Control").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static long seconds(String text) {
        String digits = text.strip().replace("\"", "");
        boolean isNumber = !digits.isEmpty() && digits.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        return !isNumber ? 0 : digits.length() > 9 ? AT_MOST.toSeconds() : Long.parseLong(digits);
    }
}
