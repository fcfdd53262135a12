package org.specimen.ui.code.syntax;

/**
 * A part of a line that has a colour of its own.
 *
 * @param start where it begins in the line, in chars
 * @param end behind its last char
 */
public record Token(int start, int end, Kind kind) {

    /** What a part of a text is. */
    public enum Kind {
        COMMENT,
        /** A key of YAML, an instruction of a Dockerfile, an option of pip. */
        KEYWORD,
        /** A package, an image, a variable. */
        NAME,
        STRING,
        NUMBER,
        OPERATOR,
        HEADING,
        STRONG,
        CODE
    }

    public Token {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a token must have a length: " + start + " to " + end);
        }
    }
}
