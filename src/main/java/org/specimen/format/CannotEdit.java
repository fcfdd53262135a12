package org.specimen.format;

/** A text cannot be changed in place without risk to what a person wrote in it. The message says why. */
public final class CannotEdit extends Exception {

    private static final long serialVersionUID = 1L;

    public CannotEdit(String reason) {
        super(reason);
    }

    /** Why, as in {@code it is not valid YAML (line 3, column 1)}. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
