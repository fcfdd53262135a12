package org.specimen.proof.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.proof.ProofListener;
import org.specimen.task.Progress;

/** Finds what builds left in an engine, and removes it. */
record CleaningUp(Engine engine, Progress progress) {

    private static final String NOTHING = "<none>";

    /** What could be removed now. */
    ImageStore.Unused look() {
        Leavings leavings = Leavings.among(images(), busy());
        return new ImageStore.Unused(leavings.images().size(), leavings.bytes());
    }

    /** Removes it, as far as nothing that the engine knows of needs it. */
    ImageStore.Unused clean() {
        Leftovers.remove(engine);
        List<Leavings.Image> all = images();
        Leavings leavings = Leavings.among(all, busy());
        Set<String> removed = new HashSet<>();
        for (String image : leavings.images()) {
            progress.checkCancelled();
            if (remove(image)) {
                removed.add(image);
            }
            progress.doing(
                    Texts.get("clean.progress"),
                    removed.size(),
                    leavings.images().size());
        }
        return new ImageStore.Unused(removed.size(), Leavings.bytes(all, removed));
    }

    /** One that a container needs stays, and so does each below it. */
    private boolean remove(String image) {
        try {
            engine.quick().removeImageCmd(image).withNoPrune(true).exec();
            return true;
        } catch (NotFoundException | ConflictException stays) {
            return false;
        } catch (RuntimeException failure) {
            throw EngineFailure.of(engine.name(), failure);
        }
    }

    /** The projects of which something runs. */
    private Set<String> busy() {
        List<Container> running = engine.ask(client -> client.listContainersCmd()
                .withLabelFilter(List.of(Engine.LABEL))
                .exec());
        return running.stream()
                .flatMap(container -> Optional.ofNullable(container.getLabels().get(Engine.LABEL)).stream())
                .collect(Collectors.toSet());
    }

    private List<Leavings.Image> images() {
        List<Image> listed =
                engine.ask(client -> client.listImagesCmd().withShowAll(true).exec());
        List<Leavings.Image> images = new ArrayList<>();
        for (Image image : listed) {
            progress.checkCancelled();
            progress.doing(Texts.get("clean.looking"), images.size(), listed.size());
            find(image).ifPresent(images::add);
        }
        return images;
    }

    /** Empty for one that another program removed meanwhile. */
    private Optional<Leavings.Image> find(Image image) {
        Optional<String> project = Optional.ofNullable(image.getLabels()).map(labels -> labels.get(Engine.LABEL));
        boolean hasName = hasName(image);
        return new BaseImagePull(engine, ProofListener.NONE, progress)
                .find(image.getId())
                .map(found -> new Leavings.Image(
                        image.getId(),
                        Objects.requireNonNullElse(image.getParentId(), ""),
                        hasName,
                        project,
                        !hasName && project.isPresent() && isOfABuild(found),
                        layers(found),
                        Objects.requireNonNullElse(image.getSize(), 0L)));
    }

    private boolean isOfABuild(InspectImageResponse image) {
        List<String> steps = new ArrayList<>();
        try {
            engine.quick()
                    .imageHistoryCmd(String.valueOf(image.getId()))
                    .exec()
                    .forEach(step -> steps.add(Objects.requireNonNullElse(step.getCreatedBy(), "")));
        } catch (NotFoundException gone) {
            return false;
        } catch (RuntimeException failure) {
            throw EngineFailure.of(engine.name(), failure);
        }
        String[] command = image.getConfig() == null ? null : image.getConfig().getCmd();
        return new BuildHistory(steps, command == null ? List.of() : List.of(command)).isOfABuild();
    }

    private static boolean hasName(Image image) {
        return Stream.of(image.getRepoTags(), image.getRepoDigests())
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .anyMatch(name -> !name.startsWith(NOTHING));
    }

    private static List<String> layers(InspectImageResponse image) {
        List<String> layers =
                image.getRootFS() == null ? null : image.getRootFS().getLayers();
        return layers == null ? List.of() : layers;
    }
}
