package org.specimen.ui.layers;

import java.util.Arrays;
import java.util.List;
import org.specimen.advice.Layer;

/**
 * What a project stands on, who holds what of it, and what is left open.
 *
 * @param slabs one for every layer, from the top down
 * @param brackets what spans several of them
 */
public record LayerPicture(List<Slab> slabs, List<Bracket> brackets) {

    /** @throws IllegalArgumentException if a layer is missing or out of order */
    public LayerPicture {
        slabs = List.copyOf(slabs);
        brackets = List.copyOf(brackets);
        if (!slabs.stream().map(Slab::layer).toList().equals(Arrays.asList(Layer.values()))) {
            throw new IllegalArgumentException("a picture has every layer, from the top down");
        }
    }

    public Slab slab(Layer layer) {
        return slabs.stream().filter(slab -> slab.layer() == layer).findFirst().orElseThrow();
    }
}
