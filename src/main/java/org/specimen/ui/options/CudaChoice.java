package org.specimen.ui.options;

import java.util.Optional;

/**
 * A CUDA to build the image on.
 *
 * @param version empty where Specimen chooses, or where none is needed
 * @param label for a person
 */
record CudaChoice(Optional<String> version, String label) {}
