package org.specimen.ui.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.catalogue.BaseImages;
import org.specimen.ui.text.Texts;

/**
 * A CUDA to build the image on.
 *
 * @param version empty where Specimen chooses, or where none is needed
 * @param label for a person
 */
record CudaChoice(Optional<String> version, String label) {

    private static final Texts TEXTS = Texts.of(CudaChoice.class);

    /**
     * What there is to choose from.
     *
     * @param needed whether the advice asks for a fixed CUDA
     * @param suggested stands in the list though no image is known to have it
     */
    static List<CudaChoice> offered(BaseImages images, boolean needed, Optional<String> suggested) {
        List<CudaChoice> choices = new ArrayList<>();
        choices.add(new CudaChoice(
                Optional.empty(),
                needed ? TEXTS.get("cuda.suggested", images.recommendedCuda().version()) : TEXTS.get("cuda.none")));
        images.cuda().forEach(release -> choices.add(of(release.version())));
        suggested
                .map(CudaChoice::of)
                .filter(choice -> !choices.contains(choice))
                .ifPresent(choices::add);
        return List.copyOf(choices);
    }

    private static CudaChoice of(String version) {
        return new CudaChoice(Optional.of(version), version);
    }
}
