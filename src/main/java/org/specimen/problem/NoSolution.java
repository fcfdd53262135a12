package org.specimen.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The question was understood, and the answer is no: no release fits, or what was tried did not work. */
public final class NoSolution extends Problem {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // the lists of List.copyOf can be serialised
    private final List<Refusal> refusals;

    @SuppressWarnings("serial") // likewise
    private final List<Conflict> conflicts;

    public NoSolution(String message) {
        this(message, List.of(), List.of());
    }

    private NoSolution(String message, List<Refusal> refusals, List<Conflict> conflicts) {
        super(message, null);
        this.refusals = List.copyOf(refusals);
        this.conflicts = List.copyOf(conflicts);
    }

    /** Everything that cannot be had, at once; the message has a line for each. */
    public NoSolution(List<Refusal> refusals) {
        this(refusals.stream().map(Refusal::what).collect(Collectors.joining("\n")), refusals, List.of());
    }

    /** What cannot be had together; the message tells all of it. */
    public static NoSolution of(List<Conflict> conflicts) {
        return new NoSolution(
                conflicts.stream().map(Conflict::text).collect(Collectors.joining("\n")), List.of(), conflicts);
    }

    /** What cannot be had, one by one; empty where that is not what is wrong. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** What cannot be had together; empty where that is not what is wrong. */
    public List<Conflict> conflicts() {
        return conflicts;
    }

    @Override
    public ExitStatus status() {
        return ExitStatus.NO;
    }
}
