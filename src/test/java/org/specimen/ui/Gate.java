package org.specimen.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Runs work in the background, and puts it off while the gate is closed. */
final class Gate implements Executor {

    private final Executor background = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean isClosed;

    @Override
    public synchronized void execute(Runnable work) {
        if (isClosed) {
            waiting.add(work);
        } else {
            background.execute(work);
        }
    }

    synchronized void close() {
        isClosed = true;
    }

    synchronized void open() {
        isClosed = false;
        waiting.forEach(background::execute);
        waiting.clear();
    }
}
