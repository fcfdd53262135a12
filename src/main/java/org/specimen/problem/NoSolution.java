package org.specimen.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The question was understood, and the answer is no: no release fits, or what was tried did not work. */
public final class NoSolution extends Problem {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // the lists of List.copyOf can be serialised
    private final List<Refusal> refusals;

    public NoSolution(String message) {
        super(message, null);
        this.refusals = List.of();
    }

    /** Everything that cannot be had, at once; the message has a line for each. */
    public NoSolution(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::what).collect(Collectors.joining("\n")), null);
        this.refusals = List.copyOf(refusals);
    }

    /** What cannot be had, one by one; empty where that is not what is wrong. */
    public List<Refusal> refusals() {
        return refusals;
    }

    @Override
    public ExitStatus status() {
        return ExitStatus.NO;
    }
}
