package org.specimen.net;

import java.time.Duration;

/**
 * How long to wait, and how often to try.
 *
 * @param connecting for a server to take the connection
 * @param answering for the first word of an answer
 * @param silence for the next bytes of an answer that has begun
 * @param attempts how often something is asked for in all
 * @param firstPause about how long to wait before the second attempt; it doubles from one to the next
 * @param longestPause what a server that asks to come again later is granted at most
 */
public record Patience(
        Duration connecting,
        Duration answering,
        Duration silence,
        int attempts,
        Duration firstPause,
        Duration longestPause) {

    /** For a person who waits. */
    public static final Patience ORDINARY = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(15),
            4,
            Duration.ofMillis(300),
            Duration.ofSeconds(30));

    public Patience {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts: " + attempts);
        }
    }
}
