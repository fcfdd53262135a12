package org.specimen.proof;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.python.PackageName;
import org.specimen.task.Progress;

/**
 * Starts the Jupyter of an environment on the files of a project.
 *
 * @param folder the project's: what is saved there is saved in the project
 * @param variables of the environment, with their values: never logged and never kept
 * @param limits the memory, and whether it sees the GPU
 * @param port the one that is wanted; empty for the usual one, or the next that is free
 * @param patience how long it may take until it answers
 */
public record JupyterStart(
        Path folder, Map<String, String> variables, RunLimits limits, OptionalInt port, Duration patience) {

    /** What a large JupyterLab takes at most in an emulated image on a slow disk. */
    public static final Duration USUAL_PATIENCE = Duration.ofMinutes(3);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** As many as Jupyter's own tokens have. */
    private static final int TOKEN_BYTES = 24;

    private static final int ANSWER_MILLISECONDS = 2000;
    private static final long MILLISECONDS_BETWEEN_LOOKS = 150;

    /** Where it is not among the packages: what to do. */
    public static final Trouble ABSENT = new Trouble(
            "JupyterLab is not among the packages of this environment.",
            "Add it, so that it is pinned with the others, and make the environment again.",
            List.of(new Trouble.Fix.AddJupyterLab()));

    /** Whether a set of packages has a Jupyter that can be opened in a browser. */
    public static boolean isAmong(Set<PackageName> packages) {
        return JupyterKind.isAmong(packages);
    }

    /**
     * Starts it, and waits until it answers.
     *
     * @param listener hears what it says, without its token
     * @throws NoSolution if no Jupyter is in the environment; the listener has heard {@link #ABSENT} then
     * @throws OutsideFailure if it does not come up, or the port that is wanted is taken
     * @throws org.specimen.task.Cancelled if it was cancelled; nothing is left of it then
     */
    public RunningJupyter in(MadeEnvironment made, ProofListener listener, Progress progress) {
        progress.doing("looking for Jupyter in the environment", 0, 0);
        Optional<JupyterKind> kind = JupyterKind.in(made, ProofListener.NONE, progress);
        if (kind.isEmpty()) {
            listener.troubled(Station.RUN, ABSENT);
            throw new NoSolution(ABSENT.text());
        }
        Iterator<Integer> candidates = LoopbackPort.candidates(port).iterator();
        while (candidates.hasNext()) {
            progress.checkCancelled();
            int candidate = candidates.next();
            if (LoopbackPort.isFree(candidate)) {
                Optional<RunningJupyter> running = start(made, kind.get(), candidate, listener, progress);
                if (running.isPresent()) {
                    return running.get();
                }
            }
            listener.logged(LogLine.of(
                    Station.RUN, LogLine.Source.SPECIMEN, "Port " + candidate + " is taken by another program."));
        }
        throw new OutsideFailure(
                port.isPresent()
                        ? "Port " + port.getAsInt() + " of this computer is taken by another program. Choose another"
                                + " port, or end that program."
                        : "No port of this computer is free for Jupyter. End programs that listen, and try again.");
    }

    /** Empty if the port was taken meanwhile. */
    private Optional<RunningJupyter> start(
            MadeEnvironment made, JupyterKind kind, int free, ProofListener listener, Progress progress) {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        JupyterAddress address =
                new JupyterAddress(free, kind.page(), HexFormat.of().formatHex(random));
        LastLines said = new LastLines(listener, address.token());
        progress.doing("starting Jupyter", 0, 0);
        LiveServer server = made.serve(
                new ServerRequest(
                        kind.program(made.python()), folder, free, address.token(), new TreeMap<>(variables), limits),
                said,
                progress);
        boolean answers = false;
        try {
            answers = answers(address, server, said, progress);
            return answers ? Optional.of(new RunningJupyter(address, server, said)) : Optional.empty();
        } finally {
            if (!answers) {
                server.close();
            }
        }
    }

    /** Whether it came up; if not, another program has its port. */
    private boolean answers(JupyterAddress address, LiveServer server, LastLines said, Progress progress) {
        progress.doing("waiting for Jupyter to answer at " + address.shown(), 0, 0);
        long deadline = System.nanoTime() + patience.toNanos();
        while (!RunningJupyter.endedWithin(server, MILLISECONDS_BETWEEN_LOOKS, progress)) {
            progress.checkCancelled();
            if (isUp(address)) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                throw new OutsideFailure("Jupyter was started and did not answer within " + patience.toSeconds()
                        + " seconds. Try again when this computer has less to do." + said.told());
            }
        }
        LiveServer.End end = server.end().join();
        if (end.portTaken()) {
            return false;
        }
        throw new OutsideFailure(RunningJupyter.whyEnded("Jupyter ended before it answered", end, said));
    }

    /** Asks it as a browser with the token would, and never through a proxy. */
    private static boolean isUp(JupyterAddress address) {
        int status;
        try {
            HttpURLConnection asked =
                    (HttpURLConnection) URI.create(address.status()).toURL().openConnection(Proxy.NO_PROXY);
            asked.setConnectTimeout(ANSWER_MILLISECONDS);
            asked.setReadTimeout(ANSWER_MILLISECONDS);
            asked.setInstanceFollowRedirects(false);
            asked.setUseCaches(false);
            asked.setRequestProperty("Authorization", "token " + address.token());
            try {
                status = asked.getResponseCode();
            } finally {
                asked.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
        if (status == HttpURLConnection.HTTP_FORBIDDEN || status == HttpURLConnection.HTTP_UNAUTHORIZED) {
            throw new OutsideFailure("Jupyter runs at " + address.shown() + " and refuses the token that it was given."
                    + " A setting of your own sets another: look through the folder that \"jupyter --config-dir\""
                    + " names.");
        }
        return status == HttpURLConnection.HTTP_OK;
    }
}
