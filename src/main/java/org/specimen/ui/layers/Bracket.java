package org.specimen.ui.layers;

import org.specimen.advice.Layer;

/**
 * Something that spans several layers, as a Conda environment does.
 *
 * @param label its name
 * @param shortLabel its name where there is little room
 * @param top the highest layer that it spans
 * @param bottom the lowest one
 * @param depth 0 beside the slabs, 1 outside of that
 */
public record Bracket(String label, String shortLabel, Layer top, Layer bottom, Side side, int depth) {

    /** On which side of the slabs it stands. */
    public enum Side {
        LEFT,
        RIGHT
    }

    public Bracket {
        if (top.compareTo(bottom) > 0) {
            throw new IllegalArgumentException("a bracket spans from the top down: " + top + ", " + bottom);
        }
    }

    public boolean spans(Layer layer) {
        return top.compareTo(layer) <= 0 && layer.compareTo(bottom) <= 0;
    }

    /** What is read aloud of it. */
    String spoken() {
        String from = LayerTexts.get("name." + top.key());
        return top == bottom
                ? LayerTexts.get("bracket.spoken.one", label, from)
                : LayerTexts.get("bracket.spoken", label, from, LayerTexts.get("name." + bottom.key()));
    }
}
