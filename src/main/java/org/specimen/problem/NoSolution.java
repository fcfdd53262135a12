package org.specimen.problem;

/** The question was understood, and the answer is no: no release fits, or what was tried did not work. */
public final class NoSolution extends Problem {

    private static final long serialVersionUID = 1L;

    public NoSolution(String message) {
        super(message, null);
    }

    @Override
    public ExitStatus status() {
        return ExitStatus.NO;
    }
}
