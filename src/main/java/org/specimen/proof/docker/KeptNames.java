package org.specimen.proof.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.specimen.format.ImageReference;
import org.specimen.proof.ProofListener;
import org.specimen.task.Progress;

/**
 * The names that images have before others are loaded. An archive may be another one when the engine gets it than when it
 * was looked through, or be read by the engine in another way, so what it did is held against these.
 */
record KeptNames(Engine engine, Map<String, Holder> before) {

    /**
     * The image that has a name.
     *
     * @param isOurs whether Specimen gave it
     */
    record Holder(String id, boolean isOurs) {}

    /** As they are now. */
    static KeptNames of(Engine engine) {
        Map<String, Holder> before = new HashMap<>();
        for (Image image : engine.ask(client -> client.listImagesCmd().exec())) {
            for (String name : Objects.requireNonNullElse(image.getRepoTags(), new String[0])) {
                boolean isOurs = ImageName.parse(name)
                        .filter(ours -> ours.isOfSpecimen(image.getLabels()))
                        .isPresent();
                before.put(ArchivedNames.written(name), new Holder(image.getId(), isOurs));
            }
        }
        return new KeptNames(engine, Map.copyOf(before));
    }

    /**
     * Gives names back that were taken and not to be taken, and takes those away that nobody was to get.
     *
     * @param given the names that the engine says it gave
     * @param said those that were known beforehand
     * @param replace whether an image that Specimen did not make may lose one of these
     * @return those that were put right
     */
    List<String> restore(Collection<String> given, Set<String> said, boolean replace) {
        List<String> restored = new ArrayList<>();
        for (String name : given) {
            Optional<ImageReference> reference = ImageReference.parse(name).map(ImageReference::tagged);
            if (reference.isPresent() && !name.startsWith("sha256:")) {
                String written = reference.get().toString();
                Optional<Holder> holder = Optional.ofNullable(before.get(written));
                Optional<String> now = now(written);
                boolean isKept = now.equals(holder.map(Holder::id));
                boolean isFree = replace || holder.map(Holder::isOurs).orElse(true);
                if (!isKept && !(isFree && isSaid(written, said))) {
                    putBack(reference.get(), holder);
                    now.ifPresent(this::removeUnlessNamed);
                    restored.add(written);
                }
            }
        }
        return restored;
    }

    /** Podman puts this before a name that has no registry in it. */
    private static boolean isSaid(String name, Set<String> said) {
        return said.contains(name) || said.contains(name.replaceFirst("^localhost/", ""));
    }

    private Optional<String> now(String name) {
        return new BaseImagePull(engine, ProofListener.NONE, Progress.NONE)
                .find(name)
                .map(image -> image.getId());
    }

    private void putBack(ImageReference name, Optional<Holder> holder) {
        if (holder.isPresent()) {
            engine.ask(client -> client.tagImageCmd(
                            holder.get().id(), name.repository(), name.tag().orElse(""))
                    .exec());
        } else {
            removeUnlessNamed(name.toString());
        }
    }

    private void removeUnlessNamed(String image) {
        try {
            engine.quick().removeImageCmd(image).exec();
        } catch (NotFoundException | ConflictException goneOrNeeded) {
            // By another name, or by a container of somebody's.
        } catch (RuntimeException failure) {
            throw EngineFailure.of(engine.name(), failure);
        }
    }
}
