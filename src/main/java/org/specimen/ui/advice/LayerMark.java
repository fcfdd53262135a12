package org.specimen.ui.advice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.specimen.advice.Layer;
import org.specimen.advice.Recommendation;
import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Stack;

/** How one layer stands under a stack in this project. */
record LayerMark(Layer layer, State state) {

    /** What becomes of a layer. */
    enum State {
        CONTROLLED,
        /** Controlled, though the project does not need it. */
        SPARE,
        /** Needed, and not controlled. */
        OPEN,
        NOT_NEEDED,
        /** Version control's, or nobody's. */
        ELSEWHERE;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String words() {
            return AdviceWords.TEXTS.get("mark." + key());
        }
    }

    String spoken() {
        return AdviceWords.TEXTS.get("mark.spoken", AdviceWords.name(layer), state.words());
    }

    /** Every layer, from the top down. */
    static List<LayerMark> of(Stack stack, Recommendation advice) {
        List<Layer> required = required(advice);
        return Arrays.stream(Layer.values())
                .map(layer -> new LayerMark(layer, state(layer, stack, required.contains(layer))))
                .toList();
    }

    /** The layers that an environment has to control here. */
    static List<Layer> required(Recommendation advice) {
        return advice.layers().stream()
                .filter(LayerAdvice::required)
                .map(LayerAdvice::layer)
                .filter(layer -> layer != Layer.PROJECT && layer != Layer.HARDWARE)
                .toList();
    }

    /** The required layers that a stack leaves open. */
    static List<Layer> open(Stack stack, Recommendation advice) {
        return required(advice).stream().filter(layer -> !stack.controls(layer)).toList();
    }

    private static State state(Layer layer, Stack stack, boolean required) {
        if (layer == Layer.PROJECT || layer == Layer.HARDWARE) {
            return State.ELSEWHERE;
        }
        if (stack.controls(layer)) {
            return required ? State.CONTROLLED : State.SPARE;
        }
        return required ? State.OPEN : State.NOT_NEEDED;
    }
}
