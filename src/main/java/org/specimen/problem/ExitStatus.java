package org.specimen.problem;

/** How a run of Specimen ends, as the number that scripts see. */
public enum ExitStatus {
    /** It did what was asked. */
    DONE(0),
    /** It ran and the answer is no: nothing fits together, a build or a run failed. */
    NO(1),
    /** Wrong usage, or input that cannot be read. */
    BAD_INPUT(2),
    /** Something outside failed: disk, network, container engine. */
    OUTSIDE(3),
    /** A fault in Specimen itself. */
    FAULT(4);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
