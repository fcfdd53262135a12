package org.specimen.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.specimen.task.Progress;

/** Says every few seconds what is being done, line by line, so that it reads well in a file too. */
final class ProgressLines implements Progress {

    private static final long BETWEEN = TimeUnit.SECONDS.toNanos(2);

    private final Terminal terminal;
    private final LongSupplier clock;
    private long next;

    /** @param clock in nanoseconds */
    ProgressLines(Terminal terminal, LongSupplier clock) {
        this.terminal = terminal;
        this.clock = clock;
        next = clock.getAsLong() + BETWEEN;
    }

    @Override
    public synchronized void doing(String what, long done, long total) {
        long now = clock.getAsLong();
        if (now - next >= 0) {
            next = now + BETWEEN;
            terminal.line("  " + what);
            terminal.flush();
        }
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
