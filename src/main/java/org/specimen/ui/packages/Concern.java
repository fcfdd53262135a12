package org.specimen.ui.packages;

import java.util.List;

/**
 * Something about the chosen releases that a person may want to act on.
 *
 * @param text in a sentence or two
 * @param fixes what can be done about it
 */
record Concern(String text, List<Fix> fixes) {

    Concern {
        fixes = List.copyOf(fixes);
    }
}
