package org.specimen.ui.layers;

import java.util.List;
import java.util.Locale;

/** How firmly a layer is held. */
public enum SlabState {
    /** Something that is written down fixes it: the same again next year. */
    CONTROLLED,
    /** It is written down by name, and what stands behind the name can change. */
    NAMED,
    /** The project needs it fixed, and nothing fixes it. */
    OPEN,
    /** The project does not need it fixed, and nothing fixes it. */
    NOT_NEEDED,
    /** Nobody can fix it. */
    UNCONTROLLABLE,
    /** Nothing is known of the project yet. */
    UNKNOWN;

    /** Those that are explained beside a picture, the firmest first. */
    static final List<SlabState> EXPLAINED = List.of(CONTROLLED, NAMED, OPEN, NOT_NEEDED, UNCONTROLLABLE);

    /** As it stands in style sheets and bundles. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
