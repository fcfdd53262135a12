package org.specimen.ui.layers;

import org.specimen.advice.Question;
import org.specimen.advice.Situation;
import org.specimen.advice.Stack;

/**
 * How one layer is held.
 *
 * @param pinned what is pinned there, in few words
 * @param control who controls it, and how firmly
 */
record Hold(SlabState state, String pinned, String control) {

    static Hold of(SlabState state, String pinned, String control, Object... values) {
        return new Hold(state, LayerTexts.get(pinned), LayerTexts.get(control, values));
    }

    /** The researcher's own files: Specimen does not hold them, and does not look whether somebody does. */
    static Hold project() {
        return of(SlabState.YOURS, "pinned.project", "control.project");
    }

    static Hold hardware() {
        return of(SlabState.YOURS, "pinned.hardware", "control.hardware");
    }

    /** Compiled libraries where the stack does not hold them. */
    static Hold freeLibraries(Stack stack, boolean required) {
        String pinned = stack == Stack.DOCKER ? "pinned.in-image" : "pinned.those-of-each-computer";
        return required
                ? of(SlabState.OPEN, pinned, "control.compiled-libraries.open." + stack.key())
                : of(SlabState.NOT_NEEDED, "pinned.in-packages", "control.compiled-libraries.not-needed");
    }

    /** The software of the graphics card where the stack does not hold it, or does not yet. */
    static Hold freeGpu(Stack stack, Situation situation, boolean required) {
        if (required) {
            String key = stack == Stack.DOCKER_CONDA ? ".open.docker-conda" : ".open";
            return of(SlabState.OPEN, "pinned.those-of-each-computer", "control.gpu-runtime" + key, stack.title());
        }
        boolean none = situation.one(Question.GPU).equals("none");
        return of(
                SlabState.NOT_NEEDED,
                none ? "pinned.no-gpu" : "pinned.with-packages",
                "control.gpu-runtime.not-needed");
    }

    /** The operating system outside of an image. */
    static Hold freeSystem(Stack stack, boolean required) {
        return required
                ? of(SlabState.OPEN, "pinned.of-each-computer", "control.operating-system.open", stack.title())
                : of(
                        SlabState.NOT_NEEDED,
                        "pinned.of-each-computer",
                        "control.operating-system.not-needed",
                        stack.title());
    }
}
