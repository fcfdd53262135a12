package org.specimen.proof.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import com.github.dockerjava.api.model.WaitContainerCondition;
import com.github.dockerjava.api.model.WaitResponse;
import java.time.Duration;
import java.util.Objects;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.LogLine;
import org.specimen.proof.ProofListener;
import org.specimen.proof.RunOutcome;
import org.specimen.proof.RunRequest;
import org.specimen.proof.Station;
import org.specimen.task.Progress;

/** A program's life in a container: attached before it starts, ended when its time is over, removed in any case. */
record ContainerRun(Engine engine, ProofListener listener, Station station, Progress progress) {

    private static final int KILLED = 137;
    private static final Duration TIME_TO_DIE = Duration.ofSeconds(30);

    /**
     * Runs a container that was created for it.
     *
     * @throws OutsideFailure if the engine ended, or could not start the program
     */
    RunOutcome run(String container, RunRequest request) throws InterruptedException {
        long begin = System.nanoTime();
        Output output = new Output(true, line -> say(LogLine.Source.OUTPUT, line));
        Output errors = new Output(false, line -> say(LogLine.Source.ERRORS, line));
        Conversation<Frame> attached = new Conversation<>(
                frame -> (frame.getStreamType() == StreamType.STDERR ? errors : output).add(frame.getPayload()));
        boolean outOfTime;
        long limit = begin + request.limits().time().toNanos();
        try {
            engine.patient()
                    .attachContainerCmd(container)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withFollowStream(true)
                    .exec(attached);
            attached.awaitStart(progress);
            engine.quick().startContainerCmd(container).exec();
            outOfTime = !attached.await(progress, limit);
            if (outOfTime) {
                kill(container);
                attached.await(progress, System.nanoTime() + TIME_TO_DIE.toNanos());
            }
        } catch (RuntimeException failure) {
            progress.checkCancelled();
            throw EngineFailure.of(engine.name(), failure);
        } finally {
            attached.close();
        }
        output.end();
        errors.end();
        // The output may be closed long before the program ends.
        if (!ended(container, limit)) {
            outOfTime = true;
            kill(container);
            ended(container, System.nanoTime() + TIME_TO_DIE.toNanos());
        }
        return outcome(container, output, errors, outOfTime, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void say(LogLine.Source source, String line) {
        listener.logged(LogLine.of(station, source, line));
    }

    private RunOutcome outcome(String container, Output output, Output errors, boolean outOfTime, Duration took) {
        InspectContainerResponse.ContainerState state = engine.ask(
                        client -> client.inspectContainerCmd(container).exec())
                .getState();
        int status =
                (int) Objects.requireNonNullElse(state.getExitCodeLong(), 0L).longValue();
        boolean outOfMemory = Boolean.TRUE.equals(state.getOOMKilled()) && status != 0;
        RunOutcome.End end = RunOutcome.End.BY_ITSELF;
        if (outOfTime) {
            end = RunOutcome.End.OUT_OF_TIME;
        } else if (outOfMemory) {
            end = RunOutcome.End.OUT_OF_MEMORY;
        }
        return new RunOutcome(outOfTime && status == 0 ? KILLED : status, output.text(), errors.text(), end, took);
    }

    /** Whether the program has ended by then. */
    private boolean ended(String container, long deadline) throws InterruptedException {
        Conversation<WaitResponse> end = new Conversation<>(response -> {});
        try {
            engine.patient().waitContainerCmd(container).exec(end);
            return end.await(progress, deadline);
        } catch (RuntimeException failure) {
            progress.checkCancelled();
            throw EngineFailure.of(engine.name(), failure);
        } finally {
            end.close();
        }
    }

    private void kill(String container) {
        try {
            engine.quick().killContainerCmd(container).exec();
        } catch (NotFoundException | ConflictException ended) {
            // It ended by itself meanwhile.
        }
    }

    /** Ends and removes a container, with what belongs to it alone. */
    static void remove(Engine engine, String container) {
        try {
            engine.quick()
                    .removeContainerCmd(container)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException gone) {
            // That is what was wanted.
        } catch (ConflictException inProgress) {
            awaitRemoval(engine, container);
        } catch (RuntimeException failure) {
            throw EngineFailure.of(engine.name(), failure);
        }
    }

    private static void awaitRemoval(Engine engine, String container) {
        Conversation<WaitResponse> removal = new Conversation<>(response -> {});
        try (removal) {
            engine.patient()
                    .waitContainerCmd(container)
                    .withCondition(WaitContainerCondition.REMOVED)
                    .exec(removal);
            removal.await(Progress.NONE, System.nanoTime() + TIME_TO_DIE.toNanos());
        } catch (NotFoundException gone) {
            // That is what was wanted.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
