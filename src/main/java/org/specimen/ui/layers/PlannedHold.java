package org.specimen.ui.layers;

import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Situation;
import org.specimen.advice.Stack;
import org.specimen.files.FileRole;

/**
 * How a stack will hold the layers, before versions are chosen. The states are those that {@link ExactHold} comes to at
 * best, so that the picture does not promise what the files will not keep.
 */
record PlannedHold(Stack stack, Situation situation) {

    Hold of(LayerAdvice advice) {
        boolean required = advice.required();
        return switch (advice.layer()) {
            case PROJECT -> Hold.project();
            case PACKAGES ->
                stack.usesConda()
                        ? held(SlabState.NAMED, "control.packages.conda", FileRole.ENVIRONMENT_YML)
                        : held(SlabState.CONTROLLED, "control.packages.plan", FileRole.REQUIREMENTS);
            case COMPILED_LIBRARIES ->
                stack.usesConda()
                        ? held(SlabState.NAMED, "control.compiled-libraries.conda", FileRole.ENVIRONMENT_YML)
                        : Hold.freeLibraries(stack, required);
            case INTERPRETER -> interpreter(required);
            case GPU_RUNTIME ->
                stack == Stack.DOCKER_CONDA && required
                        ? held(SlabState.CONTROLLED, "control.gpu-runtime.plan", FileRole.DOCKERFILE)
                        : Hold.freeGpu(stack, situation, required);
            case OPERATING_SYSTEM ->
                stack.usesDocker()
                        ? held(SlabState.NAMED, "control.operating-system.plan", FileRole.DOCKERFILE)
                        : Hold.freeSystem(stack, required);
            case HARDWARE -> Hold.hardware();
        };
    }

    private Hold interpreter(boolean required) {
        if (stack == Stack.VENV) {
            return required
                    ? Hold.of(SlabState.OPEN, "pinned.of-each-computer", "control.interpreter.open")
                    : Hold.of(SlabState.NOT_NEEDED, "pinned.of-each-computer", "control.interpreter.not-needed");
        }
        return stack.usesConda()
                ? held(SlabState.CONTROLLED, "control.interpreter.conda", FileRole.ENVIRONMENT_YML)
                : held(SlabState.CONTROLLED, "control.interpreter.docker", FileRole.DOCKERFILE);
    }

    private Hold held(SlabState state, String control, FileRole file) {
        return new Hold(state, LayerTexts.get("pinned.by", stack.title()), LayerTexts.get(control, file.fileName()));
    }
}
