package org.specimen.net;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.specimen.format.Netrc;

/** Webs for tests: with a clock that stands still until it is moved, and pauses that take no time. */
public final class Webs {

    private static final Patience SHORT = new Patience(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            4,
            Duration.ofMillis(300),
            Duration.ofSeconds(30));

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private Patience patience = SHORT;
    private Proxies proxies = Proxies.of(Map.of());
    private Logins logins = Logins.NONE;
    private Optional<Path> cache = Optional.empty();
    private long cacheSize = DiskCache.ORDINARY_SIZE;

    public Webs patience(Patience changed) {
        patience = changed;
        return this;
    }

    /** Waits no longer than this for an answer to begin, or to go on. */
    public Webs waiting(Duration answering, Duration silence) {
        return patience(new Patience(
                SHORT.connecting(), answering, silence, SHORT.attempts(), SHORT.firstPause(), SHORT.longestPause()));
    }

    public Webs environment(Map<String, String> environment) {
        proxies = Proxies.of(environment);
        return this;
    }

    public Webs logins(String netrc, URI... addresses) {
        logins = Logins.of(List.of(addresses), Netrc.parse(netrc));
        return this;
    }

    public Webs cacheIn(Path folder) {
        cache = Optional.of(folder);
        return this;
    }

    public Webs cacheSize(long bytes) {
        cacheSize = bytes;
        return this;
    }

    public Web open() {
        return Web.on(new Connection(proxies, logins, List.of(), patience), disk(), surroundings());
    }

    public Web offline() {
        return Web.offline(disk(), surroundings());
    }

    private Optional<DiskCache> disk() {
        return cache.map(folder -> new DiskCache(folder, cacheSize, () -> now));
    }

    private Surroundings surroundings() {
        return new Surroundings(
                () -> now,
                (time, progress) -> {
                    progress.checkCancelled();
                    pauses.add(time);
                    now = now.plus(time);
                },
                new Random(1));
    }

    /** The pauses that were made, none of which took time. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    public Instant now() {
        return now;
    }

    public void letPass(Duration time) {
        now = now.plus(time);
    }
}
