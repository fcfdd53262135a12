package org.specimen.proof;

import java.util.Optional;
import org.specimen.format.ImageReference;

/**
 * A copy of Docker Hub, as in the network of an institution. It is only asked on the way: no file of a project names it.
 *
 * @param prefix what stands before the names of Docker Hub's images, as in {@code mirror.example.org/docker-hub}
 */
public record RegistryMirror(String prefix) {

    /**
     * Takes a prefix that can be one.
     *
     * @throws IllegalArgumentException if names with it before them would not be names of images there
     */
    public RegistryMirror {
        if (!ImageReference.isPrefix(prefix)) {
            throw new IllegalArgumentException(prefix);
        }
    }

    /** The name under which the mirror has an image; empty where it is not one of Docker Hub's, or would be too long. */
    public Optional<ImageReference> through(String image) {
        return ImageReference.parse(image)
                .filter(ImageReference::isOnDockerHub)
                .map(hub -> hub.behind(prefix))
                .filter(mirrored -> mirrored.repository().length() <= ImageReference.LONGEST);
    }
}
