package org.specimen.ui.options;

/** What was typed cannot be; the message says why, beside the field. */
final class WrongText extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongText(String message) {
        super(message);
    }

    WrongText(String message, Throwable cause) {
        super(message, cause);
    }
}
