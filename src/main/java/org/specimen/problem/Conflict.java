package org.specimen.problem;

import java.io.Serializable;
import java.util.List;

/**
 * Things that are asked for and cannot be had together.
 *
 * @param subjects the names of the packages that were asked for and do not go together
 * @param what that they do not, in one sentence for a person
 * @param because which package needs what, a sentence each
 * @param remedies what would settle it, the smallest changes first; each was tried. Empty where none was found
 */
public record Conflict(List<String> subjects, String what, List<String> because, List<Remedy> remedies)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Changes that settle a conflict.
     *
     * @param what for a person: {@code Use numpy 1.26.4.}
     */
    public record Remedy(String what, List<Change> changes) implements Serializable {

        private static final long serialVersionUID = 1L;

        public Remedy {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One change of what is asked for.
     *
     * @param subject the name of a package; {@code python} where it is the interpreter
     * @param value a version, as {@link Kind} says; empty where there is none
     */
    public record Change(Kind kind, String subject, String value) implements Serializable {

        private static final long serialVersionUID = 1L;

        /** What is changed. */
        public enum Kind {
            /** Ask for exactly this version of the package. */
            USE_VERSION,
            /** Ask for the package no more. */
            LEAVE_OUT,
            /** Take this Python, as in 3.12. */
            USE_PYTHON
        }
    }

    public Conflict {
        subjects = List.copyOf(subjects);
        because = List.copyOf(because);
        remedies = List.copyOf(remedies);
    }

    /** All of it as lines, for where there is nothing to click on. */
    public String text() {
        StringBuilder text = new StringBuilder(what);
        because.forEach(sentence -> text.append("\n  ").append(sentence));
        if (!remedies.isEmpty()) {
            text.append("\nAny of these would settle it:");
            remedies.forEach(remedy -> text.append("\n  ").append(remedy.what()));
        }
        return text.toString();
    }
}
