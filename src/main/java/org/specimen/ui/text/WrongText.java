package org.specimen.ui.text;

/** What was typed cannot be; the message says why, beside the field. */
public final class WrongText extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongText(String message) {
        super(message);
    }

    public WrongText(String message, Throwable cause) {
        super(message, cause);
    }
}
