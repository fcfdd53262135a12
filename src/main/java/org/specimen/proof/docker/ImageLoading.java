package org.specimen.proof.docker;

import com.github.dockerjava.api.model.LoadResponseItem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specimen.problem.BadInput;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Trouble;
import org.specimen.task.Progress;

/** Gives an engine the images of a file. */
record ImageLoading(Engine engine, Preflight preflight, Progress progress) {

    /**
     * Loads them.
     *
     * @param replace whether an image of the same name that Specimen did not make may lose its name to one of them
     * @throws BadInput if the file is no archive of images
     * @throws NoSolution if the engine does not take the archive
     * @throws OutsideFailure if the disk or the engine fails
     */
    ImageStore.Loaded load(Path file, boolean replace) throws InterruptedException {
        String name = String.valueOf(file.getFileName());
        progress.doing(Texts.get("load.looking", name), 0, 0);
        ImageArchive archive = ImageArchive.read(file, progress);
        preflight
                .littleDisk(engine, engine.info(), archive.bytes())
                .map(Trouble::text)
                .ifPresent(text -> {
                    throw new OutsideFailure(text);
                });
        List<String> taken = replace ? List.of() : taken(archive);
        return new ImageStore.Loaded(
                file, taken.isEmpty() ? loaded(file, archive.images().keySet(), replace) : List.of(), taken);
    }

    private List<String> loaded(Path file, Set<String> said, boolean replace) throws InterruptedException {
        String name = String.valueOf(file.getFileName());
        KeptNames kept = KeptNames.of(engine);
        Answer answer = new Answer();
        boolean isLoaded = false;
        try {
            send(file, name, answer);
            isLoaded = true;
        } finally {
            if (!isLoaded) {
                kept.restore(answer.names(), said, replace);
            }
        }
        List<String> restored = kept.restore(answer.names(), said, replace);
        if (!restored.isEmpty()) {
            throw new BadInput(Texts.trouble("load.other-names", name, String.join(", ", restored))
                    .text());
        }
        return answer.names();
    }

    private List<String> taken(ImageArchive archive) {
        List<String> taken = new ArrayList<>();
        archive.images().forEach((name, identity) -> {
            if (isTaken(name, identity)) {
                taken.add(name);
            }
        });
        return taken;
    }

    private boolean isTaken(String name, Optional<String> identity) {
        return new BaseImagePull(engine, ProofListener.NONE, progress)
                .find(name)
                .filter(image -> !identity.equals(Optional.ofNullable(image.getId())))
                .filter(image -> ImageName.parse(name)
                        .filter(ours -> ours.isOfSpecimen(Engine.labels(image)))
                        .isEmpty())
                .isPresent();
    }

    private void send(Path file, String name, Answer answer) throws InterruptedException {
        Conversation<LoadResponseItem> loading = new Conversation<>(answer::hear);
        try (ArchiveFile told = new ArchiveFile(file, progress, (done, size) -> tell(name, done, size))) {
            engine.patient().loadImageAsyncCmd(new BufferedInputStream(told)).exec(loading);
            loading.await(progress);
        } catch (IOException unreadable) {
            throw new BadInput(Texts.trouble("load.unreadable", name).text(), unreadable);
        } catch (RuntimeException failure) {
            progress.checkCancelled();
            throw EngineFailure.isLost(failure)
                    ? EngineFailure.of(engine.name(), failure)
                    : refused(name, EngineFailure.said(failure), failure);
        }
        if (answer.error != null) {
            throw refused(name, answer.error, null);
        }
    }

    private void tell(String name, long done, long size) {
        String text = Texts.get("load.progress", name, BaseImagePull.megabytes(done), BaseImagePull.megabytes(size));
        progress.doing(text, done, size);
    }

    private static NoSolution refused(String name, String said, @Nullable RuntimeException failure) {
        NoSolution refused = new NoSolution(BuildExplainer.explain(said)
                .orElseGet(() -> Texts.trouble("load.refused", name, said))
                .text());
        if (failure != null) {
            refused.addSuppressed(failure);
        }
        return refused;
    }

    /** What the engine says of it. */
    private static final class Answer {
        private static final Pattern LOADED = Pattern.compile("Loaded image(?: ID)?: (\\S+)");

        private final List<String> names = new CopyOnWriteArrayList<>();
        private volatile @Nullable String error;

        void hear(LoadResponseItem item) {
            if (item.getErrorDetail() != null) {
                error = Objects.requireNonNullElse(item.getErrorDetail().getMessage(), "");
            }
            Matcher loaded = LOADED.matcher(Objects.requireNonNullElse(item.getStream(), ""));
            while (loaded.find()) {
                // Podman tells all of them in one line.
                names.addAll(List.of(loaded.group(1).split(",")));
            }
        }

        List<String> names() {
            return List.copyOf(names);
        }
    }
}
