package org.specimen.proof.docker;

import java.util.ArrayList;
import java.util.List;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.EnvironmentIdentity;
import org.specimen.proof.LiveServer;
import org.specimen.proof.LogLine;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.ProofListener;
import org.specimen.proof.RunOutcome;
import org.specimen.proof.RunRequest;
import org.specimen.proof.ServerRequest;
import org.specimen.proof.Station;
import org.specimen.task.Progress;

/** An image that is there. Each program runs in a container of its own, which goes with it. */
final class MadeImage implements MadeEnvironment {

    private final Container.Origin origin;
    private final EnvironmentIdentity identity;
    private final List<String> notes = new ArrayList<>();

    MadeImage(Container.Origin origin, EnvironmentIdentity identity) {
        this.origin = origin;
        this.identity = identity;
    }

    @Override
    public EnvironmentIdentity identity() {
        return identity;
    }

    @Override
    public List<String> python() {
        return List.of("python");
    }

    @Override
    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public RunOutcome run(RunRequest request, Station station, ProofListener listener, Progress progress) {
        progress.checkCancelled();
        if (request.limits().gpu() && !origin.hasGpu()) {
            note(Texts.get("gpu.none", origin.engine().name()), station, listener);
        }
        try (Container container = Container.create(origin, request, progress)) {
            if (!container.shared()) {
                note(Texts.get("copied", origin.engine().name()), station, listener);
            }
            RunOutcome outcome =
                    new ContainerRun(origin.engine(), listener, station, progress).run(container.id(), request);
            container.collect();
            return outcome;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure(Texts.get("interrupted"), interrupted);
        }
    }

    @Override
    public LiveServer serve(ServerRequest request, ProofListener listener, Progress progress) {
        progress.checkCancelled();
        if (request.limits().gpu() && !origin.hasGpu()) {
            note(Texts.get("gpu.none", origin.engine().name()), Station.RUN, listener);
        }
        return ServingContainer.start(origin, request, listener, progress);
    }

    private synchronized void note(String text, Station station, ProofListener listener) {
        if (!notes.contains(text)) {
            notes.add(text);
            listener.logged(LogLine.of(station, LogLine.Source.SPECIMEN, text));
        }
    }

    @Override
    public void close() {
        origin.engine().close();
    }
}
