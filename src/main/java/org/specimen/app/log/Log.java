package org.specimen.app.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * What Specimen writes down about its own running: a few files of bounded size, without logins, and nothing on the
 * console. A disk that does not take it never stops the application.
 */
public final class Log implements AutoCloseable {

    /** Each Specimen that runs at the same time has a number of its own, and each of its files another. */
    private static final String FILE_NAME = "specimen-%u.%g.log";

    private static final int BYTES = 1_000_000;
    private static final int FILES = 3;
    private static final int REMEMBERED = 1000;

    private final Entries entries = new Entries(Clock.systemUTC(), ZoneId::systemDefault);
    private final Optional<Path> folder;
    private Optional<FileHandler> file = Optional.empty();
    private boolean isOpen;
    private final Deque<String> recent = new ArrayDeque<>();
    private final Set<Throwable> traced = Collections.newSetFromMap(new WeakHashMap<>());

    private Log(Optional<Path> folder) {
        this.folder = folder;
    }

    /** A log in this folder, which is made with the first entry if need be. */
    public static Log in(Path folder) {
        return new Log(Optional.of(folder));
    }

    /** A log that is kept in memory only. */
    public static Log inMemory() {
        return new Log(Optional.empty());
    }

    /** Opens the file once. */
    private void open() {
        if (isOpen || folder.isEmpty()) {
            return;
        }
        isOpen = true;
        try {
            Files.createDirectories(folder.get());
            file = Optional.of(open(folder.get()));
        } catch (IOException notWritable) {
            warning("This log is kept in memory only, since " + folder.get() + " cannot be written to: " + notWritable);
        }
    }

    private static FileHandler open(Path folder) throws IOException {
        // In the handler's pattern, a percent sign begins a placeholder and two of them stand for one.
        String pattern = folder.toAbsolutePath().toString().replace("%", "%%") + "/" + FILE_NAME;
        FileHandler handler = new FileHandler(pattern, BYTES, FILES, true);
        handler.setEncoding("UTF-8");
        handler.setLevel(Level.ALL);
        handler.setFormatter(new AsItIs());
        handler.setErrorManager(new Silence());
        return handler;
    }

    public void info(String message) {
        write(Level.INFO, message, Optional.empty());
    }

    public void warning(String message) {
        write(Level.WARNING, message, Optional.empty());
    }

    /** What went wrong, with its stack trace, which is written once however often it comes by. */
    public void failure(String message, Throwable cause) {
        write(Level.SEVERE, message, Optional.of(cause));
    }

    private synchronized void write(Level level, String message, Optional<Throwable> cause) {
        open();
        List<String> lines =
                entries.of(level, message, cause, cause.map(traced::add).orElse(false));
        for (String line : lines) {
            recent.addLast(line);
            if (recent.size() > REMEMBERED) {
                recent.removeFirst();
            }
        }
        file.ifPresent(handler -> handler.publish(new LogRecord(level, String.join("\n", lines))));
    }

    /** The last lines of this run, oldest first, for "copy details". */
    public synchronized List<String> recentLines(int most) {
        return recent.stream().skip(Math.max(0, recent.size() - most)).toList();
    }

    @Override
    public synchronized void close() {
        file.ifPresent(FileHandler::close);
    }

    /** The entry is made before it is handed on, so that the file and the memory hold the same. */
    private static final class AsItIs extends Formatter {

        @Override
        public String format(LogRecord entry) {
            return entry.getMessage() + "\n";
        }
    }

    /** Java's own would print to the console that the disk is full. */
    private static final class Silence extends ErrorManager {

        @Override
        public synchronized void error(String message, Exception failed, int code) {}
    }
}
