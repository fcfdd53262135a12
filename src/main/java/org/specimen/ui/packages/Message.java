package org.specimen.ui.packages;

import java.util.List;

/** A word beside the field on what was typed or done last. */
record Message(Tone tone, String text, List<Fix> fixes) {

    enum Tone {
        /** It went well. */
        DONE,
        /** It went otherwise than typed, or the person should know something about it. */
        NOTE,
        /** It cannot be. */
        WRONG
    }

    Message {
        fixes = List.copyOf(fixes);
    }
}
