package org.specimen.problem;

import org.jspecify.annotations.Nullable;

/** The command, a file or an answer cannot be understood, or a folder cannot be read. */
public final class BadInput extends Problem {

    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        this(message, null);
    }

    public BadInput(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * A fault at a place in a file.
     *
     * @param file the file as the person knows it
     * @param line counted from 1
     * @param column counted from 1
     * @param what what is wrong there and what to do
     */
    public static BadInput at(String file, int line, int column, String what) {
        return new BadInput(file + ", line " + line + ", column " + column + ": " + what);
    }

    @Override
    public ExitStatus status() {
        return ExitStatus.BAD_INPUT;
    }
}
