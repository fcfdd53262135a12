package org.specimen.proof.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.Folders;
import org.specimen.proof.LiveServer;
import org.specimen.proof.ProofListener;
import org.specimen.proof.RunLimits;
import org.specimen.proof.RunRequest;
import org.specimen.proof.ServerRequest;
import org.specimen.proof.ServerThread;
import org.specimen.proof.Station;

/**
 * A program of this computer that listens.
 *
 * @param secrets a folder that only this person may look into; it goes with the program
 */
record LocalServer(ServerThread thread, Path secrets) implements LiveServer {

    /** As long as it is wanted. */
    private static final Duration TIME = Duration.ofDays(365);

    /** Longer than a program has to end by itself, and then by force. */
    private static final long SECONDS_TO_END = 20;

    static LocalServer start(LocalEnvironment environment, ServerRequest request, ProofListener listener) {
        Path secrets = Folders.temporary("server");
        boolean begun = false;
        try {
            Path file = secrets.resolve("token");
            Files.writeString(file, request.secret(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            Map<String, String> variables = new HashMap<>(request.variables());
            variables.putAll(request.program().variables(file.toString()));
            RunRequest run = new RunRequest(
                    request.program().words("127.0.0.1", request.port()),
                    request.folder(),
                    "",
                    variables,
                    new RunLimits(TIME, OptionalLong.empty(), true, true));
            LocalServer server = new LocalServer(
                    ServerThread.of(wanted -> End.of(environment.run(run, Station.RUN, listener, wanted))), secrets);
            begun = true;
            return server;
        } catch (IOException failed) {
            throw new OutsideFailure(
                    secrets + " cannot be written to. Check whether the disk of temporary files is full.", failed);
        } finally {
            if (!begun) {
                Folders.remove(secrets);
            }
        }
    }

    @Override
    public CompletableFuture<End> end() {
        return thread.end();
    }

    @Override
    public void close() {
        thread.cancel();
        boolean ended = thread.awaitEnd(SECONDS_TO_END);
        Folders.remove(secrets);
        if (!ended) {
            throw new OutsideFailure("Jupyter did not end when it was asked to. End it in the list of programs that"
                    + " run on this computer.");
        }
    }
}
