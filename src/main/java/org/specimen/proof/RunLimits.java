package org.specimen.proof;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far a program may go. A container holds all of it; a venv or a conda environment only the time.
 *
 * @param time how long it may take; it is ended then
 * @param memoryBytes empty for no limit but the computer's
 * @param network whether it may reach the network
 * @param gpu whether it shall see the GPUs of this computer
 */
public record RunLimits(Duration time, OptionalLong memoryBytes, boolean network, boolean gpu) {

    /** For looking at the environment itself. */
    public static final RunLimits CHECK = new RunLimits(Duration.ofMinutes(10), OptionalLong.empty(), false, false);
}
