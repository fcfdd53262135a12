package org.specimen.proof.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.LogLine;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Station;
import org.specimen.proof.Trouble;
import org.specimen.task.Progress;

/** Brings images from their registry, and tells how far that is. */
record BaseImagePull(Engine engine, ProofListener listener, Progress progress) {

    private static final double MEGABYTE = 1e6;

    /** The image as the engine has it; empty if it has not. */
    Optional<InspectImageResponse> find(String name) {
        try {
            return Optional.of(engine.quick().inspectImageCmd(name).exec());
        } catch (NotFoundException absent) {
            return Optional.empty();
        } catch (RuntimeException failure) {
            throw EngineFailure.of(engine.name(), failure);
        }
    }

    /**
     * Pulls an image unless it is there.
     *
     * @param platform as in {@code linux/amd64}, where it must not be the engine's own
     * @return whether it was pulled
     * @throws NoSolution if its registry does not have it
     * @throws OutsideFailure if it does not come
     */
    boolean ensure(String name, Optional<String> platform) throws InterruptedException {
        if (find(name).isPresent()) {
            return false;
        }
        pull(name, platform);
        return true;
    }

    /** Pulls an image, in its newest state. */
    void pull(String name, Optional<String> platform) throws InterruptedException {
        Layers layers = new Layers(name);
        PullImageCmd command = engine.patient().pullImageCmd(withTag(name));
        platform.ifPresent(command::withPlatform);
        Conversation<PullResponseItem> pull = new Conversation<>(layers::hear);
        listener.logged(LogLine.of(Station.BASE_IMAGE, LogLine.Source.SPECIMEN, Texts.get("pull.begin", name)));
        try {
            command.exec(pull);
            pull.await(progress);
        } catch (RuntimeException failure) {
            progress.checkCancelled();
            throw refused(name, EngineFailure.said(failure), failure);
        }
        if (layers.error != null) {
            throw refused(name, layers.error, null);
        }
    }

    private RuntimeException refused(String name, String said, @Nullable RuntimeException failure) {
        if (failure != null && EngineFailure.isLost(failure)) {
            return EngineFailure.of(engine.name(), failure);
        }
        Trouble trouble = BuildExplainer.explain(said).orElseGet(() -> Texts.trouble("pull.failed", name, said));
        String text = Texts.get("pull.refused", name) + " " + trouble.text();
        return said.contains("not found") || said.contains("manifest unknown") || said.contains("access denied")
                ? new NoSolution(text)
                : new OutsideFailure(text, failure);
    }

    /** Without a tag the engine would pull every one that there is. */
    static String withTag(String name) {
        boolean tagged = name.contains("@") || name.lastIndexOf(':') > name.lastIndexOf('/');
        return tagged ? name : name + ":latest";
    }

    /** The layers of an image while they come. */
    private final class Layers {
        private final String name;
        private final Map<String, Long> had = new HashMap<>();
        private final Map<String, Long> sizes = new HashMap<>();
        private volatile @Nullable String error;

        Layers(String name) {
            this.name = name;
        }

        void hear(PullResponseItem item) {
            if (item.getErrorDetail() != null) {
                error = Objects.requireNonNullElse(item.getErrorDetail().getMessage(), "");
                return;
            }
            String status = Objects.requireNonNullElse(item.getStatus(), "");
            String layer = Objects.requireNonNullElse(item.getId(), "");
            if (status.equals("Downloading") && item.getProgressDetail() != null) {
                Long current = item.getProgressDetail().getCurrent();
                Long total = item.getProgressDetail().getTotal();
                had.put(layer, current == null ? 0 : current);
                sizes.put(layer, total == null ? 0 : total);
                tell();
            } else if (status.equals("Download complete") && sizes.containsKey(layer)) {
                had.put(layer, sizes.get(layer));
                tell();
            } else if (item.getProgressDetail() == null
                    || item.getProgressDetail().getTotal() == null) {
                String line = layer.isEmpty() ? status : layer + ": " + status;
                listener.logged(LogLine.of(Station.BASE_IMAGE, LogLine.Source.OUTPUT, line));
            }
        }

        private void tell() {
            long done = had.values().stream().mapToLong(Long::longValue).sum();
            long total = sizes.values().stream().mapToLong(Long::longValue).sum();
            listener.progressed(
                    Station.BASE_IMAGE,
                    Texts.get("pull.progress", name, megabytes(done), megabytes(total)),
                    done,
                    total);
        }
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, bytes < 10 * MEGABYTE ? "%.1f" : "%.0f", bytes / MEGABYTE);
    }
}
