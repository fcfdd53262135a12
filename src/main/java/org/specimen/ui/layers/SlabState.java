package org.specimen.ui.layers;

import java.util.List;
import java.util.Locale;

/** How exactly a layer is held. {@link #CONTROLLED} and {@link #NAMED} are what advice calls controlled. */
public enum SlabState {
    /** The stack controls it, and what is written down fixes it: the same again next year. */
    CONTROLLED,
    /** The stack controls it, and part of it may still change. */
    NAMED,
    /** The project needs it controlled, and nothing controls it. */
    OPEN,
    /** The project does not need it controlled, and nothing controls it. */
    NOT_NEEDED,
    /** No environment can hold it: it is the person's own to keep or to note down. */
    YOURS,
    /** Nothing is known of the project yet. */
    UNKNOWN;

    /** Those that are explained beside a picture, the firmest first. */
    static final List<SlabState> EXPLAINED = List.of(CONTROLLED, NAMED, OPEN, NOT_NEEDED, YOURS);

    /** As it stands in style sheets and bundles. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
