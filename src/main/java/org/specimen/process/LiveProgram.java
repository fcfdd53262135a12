package org.specimen.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.specimen.problem.OutsideFailure;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

/**
 * A program that runs for long: its lines are heard as they come, it can be cancelled, and it ends with all that it
 * started.
 *
 * @param words the program, as a path, and its arguments, never for a shell
 * @param folder the folder that it runs in
 * @param environment its variables, all of them
 * @param input what it reads on standard input, UTF-8
 * @param time how long it may take
 */
public record LiveProgram(
        List<String> words, Path folder, Map<String, String> environment, String input, Duration time) {

    /** How much of its output and of its errors is kept, in characters. */
    public static final int MAX_CHARACTERS = 4_000_000;

    /** How often it is looked at whether it was cancelled, in milliseconds. */
    private static final long LOOK = 40;

    /** Every how many looks its children are noted. */
    private static final int CHILDREN = 5;

    /** How long it has to end by itself when it is asked to, in milliseconds. */
    private static final long GRACE = 3000;

    public LiveProgram {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** Hears lines, one at a time, on a thread of its own. */
    @FunctionalInterface
    public interface Output {
        /**
         * Hears a line.
         *
         * @param isError whether it came on standard error
         */
        void line(String text, boolean isError);
    }

    /**
     * How it ended.
     *
     * @param status its exit status; 128 and more where a signal ended it
     * @param output the first {@value LiveProgram#MAX_CHARACTERS} characters
     * @param errors the last {@value LiveProgram#MAX_CHARACTERS} characters
     * @param outOfTime whether it was ended because of its time
     */
    public record Ended(int status, String output, String errors, boolean outOfTime, Duration took) {

        public boolean succeeded() {
            return status == 0 && !outOfTime;
        }
    }

    /**
     * Runs it to its end.
     *
     * @throws OutsideFailure if it could not be started
     * @throws Cancelled if it was cancelled or the thread interrupted; it has ended then
     */
    public Ended run(Output heard, Progress progress) {
        progress.checkCancelled();
        long begin = System.nanoTime();
        Process process = start();
        Set<ProcessHandle> children = new HashSet<>();
        Object oneAtATime = new Object();
        KeptText output = KeptText.first(MAX_CHARACTERS);
        KeptText errors = KeptText.last(MAX_CHARACTERS);
        Thread writer = background(() -> write(process.getOutputStream()));
        Thread out = background(() -> read(process.getInputStream(), output, line -> {
            synchronized (oneAtATime) {
                heard.line(line, false);
            }
        }));
        Thread error = background(() -> read(process.getErrorStream(), errors, line -> {
            synchronized (oneAtATime) {
                heard.line(line, true);
            }
        }));
        try {
            boolean inTime = await(process, children, begin + time.toNanos(), progress);
            if (!inTime) {
                end(process, children);
            }
            // A child that outlives it would keep its output open for ever.
            join(GRACE, out, error);
            end(process, children);
            join(GRACE, out, error, writer);
            return new Ended(
                    process.exitValue(),
                    output.toString(),
                    errors.toString(),
                    !inTime,
                    Duration.ofNanos(System.nanoTime() - begin));
        } catch (InterruptedException interrupted) {
            end(process, children);
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } finally {
            end(process, children);
        }
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(new TreeMap<>(environment));
        try {
            return builder.start();
        } catch (IOException notStarted) {
            throw new OutsideFailure(
                    words.get(0) + " could not be started. Check that it is there and may be run.", notStarted);
        }
    }

    /** Whether it ended in time. */
    private static boolean await(Process process, Set<ProcessHandle> children, long deadline, Progress progress)
            throws InterruptedException {
        for (int look = 0; !process.waitFor(LOOK, TimeUnit.MILLISECONDS); look++) {
            if (look % CHILDREN == 0) {
                process.descendants().forEach(children::add);
            }
            progress.checkCancelled();
            if (System.nanoTime() > deadline) {
                return false;
            }
        }
        return true;
    }

    private void write(OutputStream in) {
        try (in) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            // A program need not read what it is given.
        }
    }

    private static void read(InputStream stream, KeptText kept, Consumer<String> lines) {
        LineSplitter splitter = new LineSplitter(lines);
        char[] buffer = new char[8192];
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                kept.add(buffer, count);
                splitter.add(buffer, count);
            }
        } catch (IOException closed) {
            // It was ended while it wrote; what it wrote before is all there is.
        }
        splitter.end();
    }

    private static Thread background(Runnable work) {
        Thread thread = new Thread(work, "carries a program's text");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(long milliseconds, Thread... threads) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        for (Thread thread : threads) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            thread.join(Math.max(1, left));
        }
    }

    /** Asks it and all that it started to end, and ends by force what has not after a while. */
    private static void end(Process process, Set<ProcessHandle> children) {
        process.descendants().forEach(children::add);
        children.add(process.toHandle());
        children.removeIf(handle -> !handle.isAlive());
        if (children.isEmpty()) {
            return;
        }
        children.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE);
        children.forEach(handle -> awaitEnd(handle, deadline));
        children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        children.forEach(handle -> awaitEnd(handle, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE)));
    }

    private static void awaitEnd(ProcessHandle handle, long deadline) {
        try {
            handle.onExit().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stillThere) {
            // It is ended by force next.
        }
    }
}
