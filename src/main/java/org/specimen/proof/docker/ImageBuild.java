package org.specimen.proof.docker;

import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.LogLine;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Station;
import org.specimen.proof.Trouble;
import org.specimen.task.Progress;

/**
 * One build with the classic builder. It gives no name to the image, so that one that ends early leaves none; what it
 * leaves are layers that the next one begins with.
 */
record ImageBuild(Engine engine, ProofListener listener, Progress progress) {

    private static final long LARGE = 100_000_000;
    private static final long BYTES_BETWEEN_REPORTS = 4_000_000;

    /**
     * How an image is to be built.
     *
     * @param dockerfile its name in the context
     * @param platform as in {@code linux/amd64}, where it is not the engine's own
     * @param network the network of its steps; empty for the engine's usual one
     * @param arguments of the build
     */
    record Settings(
            String dockerfile, Optional<String> platform, Optional<String> network, Map<String, String> arguments) {}

    /** What was built. */
    record Built(String image, int steps, int reused) {}

    /**
     * Builds an image.
     *
     * @throws NoSolution if a step failed, or the context cannot be read
     * @throws OutsideFailure if the engine ended
     */
    Built build(ContextStream context, Settings settings, StepWords words) throws InterruptedException {
        BuildLog log = new BuildLog(words, listener);
        ContextReport report = new ContextReport(context);
        BuildImageCmd command = engine.patient()
                .buildImageCmd(new Reported(context, report))
                .withDockerfilePath(settings.dockerfile())
                .withRemove(true)
                .withForcerm(true);
        settings.platform().ifPresent(command::withPlatform);
        settings.network().ifPresent(command::withNetworkMode);
        settings.arguments().forEach(command::withBuildArg);
        Conversation<BuildResponseItem> build = new Conversation<>(item -> {
            report.end();
            log.hear(item);
        });
        try {
            command.exec(build);
            build.await(progress);
        } catch (RuntimeException failure) {
            log.container().ifPresent(this::removeIfThere);
            progress.checkCancelled();
            context.failure().ifPresent(cause -> {
                throw cause;
            });
            throw EngineFailure.of(engine.name(), failure);
        }
        log.end();
        if (log.error().isPresent()) {
            throw failed(log, listener);
        }
        String image = log.image()
                .orElseThrow(
                        () -> new OutsideFailure(Texts.trouble("build.ended").text()));
        return new Built(image, log.steps(), log.reused());
    }

    /** The engine removes it by itself, but takes its time. One that ended does so when it starts again. */
    private void removeIfThere(String container) {
        try {
            Leftovers.removeOfABuild(engine, container);
        } catch (OutsideFailure ended) {
            listener.logged(LogLine.of(Station.BUILD, LogLine.Source.SPECIMEN, ended.explanation()));
        }
    }

    private static NoSolution failed(BuildLog log, ProofListener listener) {
        String error = log.error().orElse("");
        Trouble trouble =
                BuildExplainer.explain(log.lastLines()).orElseGet(() -> Texts.trouble("build.unknown", error));
        listener.troubled(Station.BUILD, trouble);
        String where = log.steps() > 0 ? Texts.get("build.failed", log.step(), log.steps(), error) + " " : "";
        return new NoSolution((where + trouble.text()).strip());
    }

    /** Tells how far the context is sent, and at its end whether that was much. */
    private final class ContextReport {
        private final ContextStream context;
        private long told;
        private boolean ended;

        ContextReport(ContextStream context) {
            this.context = context;
        }

        void read() {
            long bytes = context.bytes();
            if (bytes - told >= BYTES_BETWEEN_REPORTS) {
                told = bytes;
                listener.progressed(
                        Station.BUILD, Texts.get("context.sending", BaseImagePull.megabytes(bytes)), bytes, 0);
            }
        }

        synchronized void end() {
            if (ended) {
                return;
            }
            ended = true;
            String megabytes = BaseImagePull.megabytes(context.bytes());
            String text = context.bytes() < LARGE
                    ? Texts.get("context.sent", megabytes)
                    : Texts.get("context.large", megabytes, largest());
            listener.logged(LogLine.of(Station.BUILD, LogLine.Source.SPECIMEN, text));
        }

        private String largest() {
            return context.largest().stream()
                    .sorted(Comparator.comparingLong(ContextStream.Part::bytes).reversed())
                    .map(part -> part.path() + " (" + BaseImagePull.megabytes(part.bytes()) + " MB)")
                    .collect(Collectors.joining(", "));
        }
    }

    /** The context, with a report after each piece. */
    private static final class Reported extends java.io.FilterInputStream {
        private final ContextReport report;

        Reported(ContextStream context, ContextReport report) {
            super(context);
            this.report = report;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws java.io.IOException {
            int count = super.read(target, offset, length);
            report.read();
            return count;
        }
    }
}
