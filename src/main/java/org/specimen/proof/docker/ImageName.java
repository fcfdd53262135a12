package org.specimen.proof.docker;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specimen.format.ImageReference;
import org.specimen.plan.EnvironmentPlan;

/**
 * A name that Specimen gives to the image of a project.
 *
 * @param repository the name without what stands behind it
 */
record ImageName(String repository) {

    static final String TAG = "latest";

    /** On images that were built before Specimen had a label of its own, or whose Dockerfile lost it. */
    private static final String TITLE = "org.opencontainers.image.title";

    static ImageName of(EnvironmentPlan plan) {
        return new ImageName(plan.imageName());
    }

    /** The name that a text is; empty if it is none that Specimen gives. */
    static Optional<ImageName> parse(String text) {
        return ImageReference.parse(text)
                .map(ImageReference::tagged)
                .filter(name -> name.digest().isEmpty() && name.tag().equals(Optional.of(TAG)))
                .map(name -> new ImageName(name.repository()));
    }

    /**
     * Whether the image that has this name got it from Specimen, here or elsewhere: its labels name the project whose
     * image is called so. What a person makes of an image of Specimen's has its labels too, but a name that they chose.
     */
    boolean isOfSpecimen(@Nullable Map<String, String> labels) {
        return labels != null
                && Stream.of(Engine.LABEL, TITLE)
                        .flatMap(label -> Optional.ofNullable(labels.get(label)).stream())
                        .anyMatch(project -> repository.equals(EnvironmentPlan.imageName(project)));
    }

    @Override
    public String toString() {
        return repository + ":" + TAG;
    }
}
