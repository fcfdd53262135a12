package org.specimen.ui.layers;

import java.util.List;
import java.util.Optional;
import org.specimen.advice.Layer;

/**
 * One layer in the picture.
 *
 * @param name the layer's name, short
 * @param pinned what is pinned there, as in {@code Python 3.12.14}, or what holds instead, in few words; may be empty
 * @param about what the layer is, for somebody who never heard of it
 * @param control who controls it here, and how firmly
 * @param reasons why the project needs it fixed; empty if it does not
 * @param risk what it risks to leave it open, where it is needed and open
 */
public record Slab(
        Layer layer,
        SlabState state,
        String name,
        String pinned,
        String about,
        String control,
        List<String> reasons,
        Optional<String> risk) {

    public Slab {
        reasons = List.copyOf(reasons);
    }

    /** What is read aloud of it at once, as in "Operating system: needed but open. That of each computer." */
    public String spoken() {
        String first = LayerTexts.get("spoken", name, LayerTexts.get("state." + state.key() + ".long"));
        return pinned.isEmpty() ? first : first + " " + LayerTexts.get("spoken.pinned", pinned);
    }

    /** Everything that there is to say of it, for who cannot see the explanation. */
    public String explanation() {
        StringBuilder all = new StringBuilder(about).append(' ').append(control);
        reasons.forEach(reason -> all.append(' ').append(reason));
        risk.ifPresent(text -> all.append(' ').append(text));
        return all.toString();
    }
}
