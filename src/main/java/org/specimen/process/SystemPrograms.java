package org.specimen.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the programs of this computer. */
final class SystemPrograms implements Programs {

    /** What a program writes beyond this is read, so that it does not block, and dropped. */
    static final int MAX_BYTES = 256 * 1024;

    @Override
    public Optional<ProgramResult> run(List<String> words, Duration limit) {
        Process process;
        try {
            process = new ProcessBuilder(words).start();
        } catch (IOException notStarted) {
            return Optional.empty();
        }
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            process.getOutputStream().close();
            CompletableFuture<String> output = read(process.getInputStream());
            CompletableFuture<String> errors = read(process.getErrorStream());
            if (!process.waitFor(left(deadline), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
            // A child of the program may still hold its output open: that counts against the limit too.
            return Optional.of(new ProgramResult(
                    process.exitValue(),
                    output.get(left(deadline), TimeUnit.NANOSECONDS),
                    errors.get(left(deadline), TimeUnit.NANOSECONDS)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | ExecutionException | TimeoutException noOutput) {
            return Optional.empty();
        } finally {
            end(process);
        }
    }

    private static long left(long deadline) {
        return Math.max(1, deadline - System.nanoTime());
    }

    private static CompletableFuture<String> read(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread reader = new Thread(() -> text.complete(readAll(stream)), "reads a program's output");
        reader.setDaemon(true);
        reader.start();
        return text;
    }

    private static String readAll(InputStream stream) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                kept.write(buffer, 0, Math.min(count, MAX_BYTES - kept.size()));
            }
        } catch (IOException closed) {
            // The program was killed while it wrote; what it wrote before is all there is.
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
