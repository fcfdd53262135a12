package org.specimen.proof.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.specimen.format.Credentials;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.process.LiveProgram;
import org.specimen.proof.Explainer;
import org.specimen.proof.LogLine;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Station;
import org.specimen.proof.Trouble;
import org.specimen.task.Progress;

/** Runs the programs that install, and says in plain words why one failed. No login gets into the log. */
final class Installation {

    /** A compiler may take long; a program that hangs for a day does not come back. */
    private static final Duration TIME = Duration.ofHours(12);

    private final Explainer explainer;
    private final SortedMap<String, String> variables;
    private final ProofListener listener;
    private final Progress progress;
    private final AtomicInteger collected = new AtomicInteger();

    Installation(Explainer explainer, SortedMap<String, String> variables, ProofListener listener, Progress progress) {
        this.explainer = explainer;
        this.variables = variables;
        this.listener = listener;
        this.progress = progress;
    }

    /** The variables that lead pip to another index and to extra certificates: they show in no list of programs. */
    static void addIndex(SortedMap<String, String> variables, MakeRequest request, Path temporary) {
        request.indexUrl().ifPresent(address -> variables.put("PIP_INDEX_URL", address.toString()));
        if (!request.certificates().isEmpty()) {
            Path bundle = bundle(request.certificates(), temporary);
            variables.put("PIP_CERT", bundle.toString());
            variables.put("SSL_CERT_FILE", bundle.toString());
        }
    }

    private static Path bundle(List<Path> certificates, Path temporary) {
        Path bundle = temporary.resolve("certificates.pem");
        StringBuilder all = new StringBuilder();
        for (Path file : certificates) {
            try {
                all.append(Files.readString(file, StandardCharsets.US_ASCII)).append('\n');
            } catch (IOException unreadable) {
                throw new OutsideFailure(
                        file + " cannot be read as a file of certificates (PEM). Check where it lies.", unreadable);
            }
        }
        try {
            return Files.writeString(bundle, all);
        } catch (IOException failed) {
            throw new OutsideFailure("The certificates could not be put together in " + bundle + ".", failed);
        }
    }

    /**
     * Runs one program.
     *
     * @param what for a person, as in "installing 84 packages"
     * @param total how many packages there are, or 0
     * @throws NoSolution if it failed
     */
    void run(String what, List<String> words, Path folder, int total) {
        progress.doing(what, 0, total);
        listener.progressed(Station.BUILD, what, 0, total);
        listener.logged(
                LogLine.of(Station.BUILD, LogLine.Source.SPECIMEN, Credentials.without(String.join(" ", words))));
        collected.set(0);
        LiveProgram.Ended ended = new LiveProgram(words, folder, variables, "", TIME)
                .run(
                        (line, isError) -> {
                            listener.logged(LogLine.of(
                                    Station.BUILD,
                                    isError ? LogLine.Source.ERRORS : LogLine.Source.OUTPUT,
                                    Credentials.without(line)));
                            if (line.startsWith("Collecting ") && total > 0) {
                                listener.progressed(
                                        Station.BUILD, what, Math.min(collected.incrementAndGet(), total), total);
                            }
                        },
                        progress);
        if (!ended.succeeded()) {
            Trouble trouble = explainer
                    .build(ended.output() + "\n" + ended.errors())
                    .orElseGet(() -> new Trouble(
                            "It failed while " + what + " (exit status " + ended.status() + ").",
                            "The log says what the program said at the end."));
            listener.troubled(Station.BUILD, trouble);
            throw new NoSolution(trouble.text());
        }
    }
}
