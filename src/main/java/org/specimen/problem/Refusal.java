package org.specimen.problem;

import java.io.Serializable;
import java.util.List;

/**
 * One thing that cannot be had, and what would do instead: enough for a face to offer a way out.
 *
 * @param subject the name of the package; {@code python} where it is the interpreter
 * @param what what is wrong and what to do, for a person
 * @param suggestions what to put in its place, best first, as {@link Kind} says; may be empty
 */
public record Refusal(String subject, Kind kind, String what, List<String> suggestions) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** No version of it is known, so it may be misspelt. The suggestions are names that may be meant. */
        UNKNOWN_NAME,
        /** Nobody knows the name, and it is nearly that of another. The suggestions are names that may be meant. */
        QUESTIONABLE_NAME,
        /** It has other versions than the ones asked for. The suggestions are versions that there are. */
        NO_SUCH_VERSION,
        /** What is asked for does not run on the Python. The suggestions are Pythons that it runs on, as in 3.12. */
        NOT_FOR_THIS_PYTHON,
        /** There is no such Python. The suggestions are those that there are, as in 3.12. */
        NO_SUCH_PYTHON
    }

    public Refusal {
        suggestions = List.copyOf(suggestions);
    }
}
