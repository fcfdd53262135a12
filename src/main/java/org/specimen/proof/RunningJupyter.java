package org.specimen.proof;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.specimen.problem.OutsideFailure;
import org.specimen.problem.Problem;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

/** A Jupyter that answers. Closing it ends it and everything that runs in it. */
public final class RunningJupyter implements AutoCloseable {

    private static final long MILLISECONDS_BETWEEN_LOOKS = 100;

    private final JupyterAddress address;
    private final LiveServer server;
    private final LastLines said;

    RunningJupyter(JupyterAddress address, LiveServer server, LastLines said) {
        this.address = address;
        this.server = server;
        this.said = said;
    }

    public JupyterAddress address() {
        return address;
    }

    /**
     * Returns when it ended by itself, as when somebody shut it down from its own page.
     *
     * @throws OutsideFailure if it broke down
     * @throws Cancelled if it is not wanted any more; it has to be closed then
     */
    public void awaitEnd(Progress progress) {
        while (!endedWithin(server, MILLISECONDS_BETWEEN_LOOKS, progress)) {
            progress.checkCancelled();
        }
        LiveServer.End end = server.end().join();
        if (end.status() != 0) {
            throw new OutsideFailure(whyEnded("Jupyter ended unexpectedly", end, said));
        }
    }

    static String whyEnded(String what, LiveServer.End end, LastLines said) {
        String why = end.outOfMemory()
                ? ": it took more memory than it may. Allow it more, or work on less at once."
                : ", with status " + end.status() + ".";
        return what + why + said.told();
    }

    /**
     * Whether a server ended by then.
     *
     * @throws OutsideFailure if it could not be started, or the engine ended
     */
    static boolean endedWithin(LiveServer server, long milliseconds, Progress progress) {
        try {
            server.end().get(milliseconds, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException failed) {
            progress.checkCancelled();
            if (failed.getCause() instanceof Problem told) {
                throw told;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
