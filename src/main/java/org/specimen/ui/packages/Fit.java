package org.specimen.ui.packages;

import java.util.List;
import java.util.Optional;
import org.specimen.ui.task.Failure;

/**
 * What is known of whether everything fits together.
 *
 * @param headline empty where there is nothing to say
 * @param problems what does not fit, one by one
 * @param failure where something else went wrong
 */
record Fit(Kind kind, String headline, String sentence, List<Problem> problems, Optional<Failure> failure) {

    enum Kind {
        EMPTY,
        WORKING,
        /** Every requirement is known and met. */
        FITS,
        /** Versions are chosen, and whether they go together is not known. */
        UNTRIED,
        /** Versions are chosen, and some are known not to go together. */
        CLASHES,
        /** No versions are chosen. */
        DOES_NOT_FIT,
        FAULT
    }

    /**
     * One thing that does not fit, with ways out of it.
     *
     * @param because why, a sentence each
     */
    record Problem(String what, List<String> because, List<Fix> fixes) {
        Problem {
            because = List.copyOf(because);
            fixes = List.copyOf(fixes);
        }

        Problem(String what, List<Fix> fixes) {
            this(what, List.of(), fixes);
        }
    }

    Fit {
        problems = List.copyOf(problems);
    }

    static Fit of(Kind kind, String headline, String sentence) {
        return new Fit(kind, headline, sentence, List.of(), Optional.empty());
    }
}
