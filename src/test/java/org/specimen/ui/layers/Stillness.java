package org.specimen.ui.layers;

import org.specimen.ui.theme.Motion;

/** Lets tests say whether anything moves. */
final class Stillness {

    private Stillness() {}

    /** A window of another test may have bound it to its settings. */
    static void set(boolean isStill) {
        Motion.REDUCED.unbind();
        Motion.REDUCED.set(isStill);
    }
}
