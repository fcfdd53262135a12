package org.specimen.ui.situation;

import java.util.List;
import org.specimen.project.Evidence;

/**
 * How a question stands now.
 *
 * @param values what is selected; none where the question is open, or nothing is known yet
 * @param because where the answer comes from, in words; empty where nothing is to be said
 * @param places where it shows in the project, likeliest first
 * @param canReturn whether there is something to go back to: a suggestion, or an answer in specimen.yml
 */
record Standing(Source source, List<String> values, String because, List<Evidence> places, boolean canReturn) {

    /** Whose answer it is. */
    enum Source {
        /** The person's, given in the window. */
        SAID,
        /** The person's, given earlier and kept in specimen.yml. */
        PLANNED,
        /** The scan's. */
        FOUND,
        /** This computer's. */
        DETECTED,
        /** Nobody's: what holds for most. */
        ASSUMED,
        /** The person chose "I don't know". */
        OPEN,
        /** It is still being worked out. */
        PENDING
    }

    static final Standing PENDING = new Standing(Source.PENDING, List.of(), "", List.of(), false);

    Standing {
        values = List.copyOf(values);
        places = List.copyOf(places);
    }

    /** Whether Specimen, and not the person, preselected what is selected. */
    boolean isSuggestion() {
        return source == Source.FOUND || source == Source.DETECTED || source == Source.ASSUMED;
    }

    boolean isOpen() {
        return source == Source.OPEN;
    }
}
