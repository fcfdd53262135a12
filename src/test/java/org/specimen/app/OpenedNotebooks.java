package org.specimen.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.specimen.proof.JupyterAddress;
import org.specimen.proof.LogLine;
import org.specimen.proof.Station;
import org.specimen.proof.Trouble;
import org.specimen.task.Progress;

/** A Jupyter that a test opens beside itself, with all that was heard of it. */
public final class OpenedNotebooks implements JupyterListener, Progress, AutoCloseable {

    private static final long SECONDS = 120;

    private final CompletableFuture<JupyterAddress> address = new CompletableFuture<>();
    private final CompletableFuture<Void> end;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> hanging = new CompletableFuture<>();
    private final List<String> doing = new CopyOnWriteArrayList<>();
    private volatile Optional<Path> page = Optional.empty();
    private volatile boolean cancelled;

    /** Begins. */
    public OpenedNotebooks(BiConsumer<JupyterListener, Progress> open) {
        end = CompletableFuture.runAsync(() -> open.accept(this, this)).whenComplete((nothing, failure) -> {
            if (failure != null) {
                address.completeExceptionally(failure);
                hanging.completeExceptionally(failure);
            }
        });
    }

    /** Waits until it answers. */
    public JupyterAddress address() throws Exception {
        return address.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until it answers, and says where the page for the browser lies. */
    public Path page() throws Exception {
        address();
        return page.orElseThrow();
    }

    /** Waits until it hangs. */
    public void awaitHanging() throws Exception {
        hanging.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Waits for its end, and fails as it did. */
    public void awaitEnd() throws Exception {
        end.get(SECONDS, TimeUnit.SECONDS);
    }

    public void stop() {
        cancelled = true;
    }

    public List<String> log() {
        return log;
    }

    public List<Trouble> troubles() {
        return troubles;
    }

    public List<String> doing() {
        return doing;
    }

    @Override
    public void answers(JupyterAddress where, Optional<Path> leading) {
        page = leading;
        address.complete(where);
    }

    @Override
    public void logged(LogLine line) {
        log.add(line.text());
        if (line.text().equals("hanging")) {
            hanging.complete(null);
        }
    }

    @Override
    public void troubled(Station station, Trouble trouble) {
        troubles.add(trouble);
    }

    @Override
    public void doing(String what, long done, long total) {
        doing.add(what);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /** Ends it, however it ends. */
    @Override
    public void close() {
        stop();
        end.handle((nothing, failure) -> true)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
