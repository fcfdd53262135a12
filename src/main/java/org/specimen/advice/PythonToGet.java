package org.specimen.advice;

import org.specimen.advice.Recommendation.Missing;
import org.specimen.machine.MachineFacts;

/** How to get one certain version of Python. */
public final class PythonToGet {

    private PythonToGet() {}

    /**
     * What the matter is and how to get it on this computer.
     *
     * @param minor as in {@code 3.13}
     */
    public static Missing of(String minor, MachineFacts machine) {
        return new Missing(
                AdviceTexts.text("missing.python.what") + " " + minor,
                AdviceTexts.text("missing.python.minor." + machine.system().key(), minor));
    }
}
