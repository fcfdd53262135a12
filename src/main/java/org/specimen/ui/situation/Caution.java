package org.specimen.ui.situation;

import java.util.List;

/**
 * What does not go together with an answer.
 *
 * @param action what a button says that settles it; empty where the person alone can tell what is right
 * @param instead the answer to the same question that the button gives
 */
record Caution(String text, String action, List<String> instead) {

    Caution {
        instead = List.copyOf(instead);
    }
}
