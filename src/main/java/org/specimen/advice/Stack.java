package org.specimen.advice;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tools that can hold an environment, lightest first. What each controls is the table of the chapter's layers. */
public enum Stack {
    VENV("venv", "venv", Layer.PACKAGES),
    CONDA("conda", "Conda", Layer.PACKAGES, Layer.COMPILED_LIBRARIES, Layer.INTERPRETER),
    DOCKER("docker", "Docker", Layer.PACKAGES, Layer.INTERPRETER, Layer.OPERATING_SYSTEM),
    DOCKER_CONDA(
            "docker-conda",
            "Conda inside Docker",
            Layer.PACKAGES,
            Layer.COMPILED_LIBRARIES,
            Layer.INTERPRETER,
            Layer.GPU_RUNTIME,
            Layer.OPERATING_SYSTEM);

    private final String key;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<Layer> controls;

    Stack(String key, String title, Layer... controls) {
        this.key = key;
        this.title = title;
        this.controls = List.of(controls);
    }

    /** As it is written on the command line and in specimen.yml. */
    public String key() {
        return key;
    }

    /** As a person reads it. */
    public String title() {
        return title;
    }

    public boolean controls(Layer layer) {
        return controls.contains(layer);
    }

    public boolean isHeavierThan(Stack other) {
        return compareTo(other) > 0;
    }

    public boolean usesConda() {
        return this == CONDA || this == DOCKER_CONDA;
    }

    public boolean usesDocker() {
        return this == DOCKER || this == DOCKER_CONDA;
    }

    /**
     * The lightest stack that controls every one of these layers. {@link Layer#PROJECT} and {@link Layer#HARDWARE} are no
     * environment's to control and do not count.
     */
    public static Stack lightestFor(Collection<Layer> layers) {
        Set<Layer> needed = EnumSet.noneOf(Layer.class);
        needed.addAll(layers);
        needed.remove(Layer.PROJECT);
        needed.remove(Layer.HARDWARE);
        return Arrays.stream(values())
                .filter(stack -> stack.controls.containsAll(needed))
                .findFirst()
                .orElseThrow();
    }

    public static Optional<Stack> ofKey(String key) {
        return Arrays.stream(values()).filter(stack -> stack.key.equals(key)).findFirst();
    }
}
