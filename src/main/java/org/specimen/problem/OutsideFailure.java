package org.specimen.problem;

import org.jspecify.annotations.Nullable;

/** Something that Specimen stands on failed: the disk, the network, a program, the container engine. */
public sealed class OutsideFailure extends Problem permits NetworkFailure {

    private static final long serialVersionUID = 1L;

    public OutsideFailure(String message) {
        this(message, null);
    }

    public OutsideFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public ExitStatus status() {
        return ExitStatus.OUTSIDE;
    }
}
