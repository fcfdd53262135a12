package org.specimen.advice;

import java.util.Arrays;
import java.util.Optional;

/** What a Python project stands on, from the top down. */
public enum Layer {
    /** The researcher's code and data: version control's, never the environment's. */
    PROJECT("project"),
    /** The Python packages that the code imports. */
    PACKAGES("packages"),
    /** Libraries below Python, such as GDAL, HDF5 or MPI. */
    COMPILED_LIBRARIES("compiled-libraries"),
    /** The Python version. */
    INTERPRETER("interpreter"),
    /** A fixed CUDA toolkit and the compilers that go with it. */
    GPU_RUNTIME("gpu-runtime"),
    /** The distribution and its system libraries. */
    OPERATING_SYSTEM("operating-system"),
    /** Processor, GPU and driver: nobody pins them, they are recorded. */
    HARDWARE("hardware");

    private final String key;

    Layer(String key) {
        this.key = key;
    }

    /** As it stands in the rulebook and in JSON. */
    public String key() {
        return key;
    }

    public static Optional<Layer> ofKey(String key) {
        return Arrays.stream(values()).filter(layer -> layer.key.equals(key)).findFirst();
    }
}
