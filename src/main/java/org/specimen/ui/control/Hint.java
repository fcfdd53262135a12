package org.specimen.ui.control;

import javafx.scene.control.Control;
import javafx.scene.input.MouseEvent;

/** A hint beside the pointer. It is made when the pointer first comes, since that takes longer than making a button. */
public final class Hint {

    private Hint() {}

    /** Gives a control a hint, for good. */
    public static void on(Control control, String text) {
        control.addEventFilter(MouseEvent.MOUSE_ENTERED, event -> {
            if (control.getTooltip() == null) {
                control.setTooltip(Words.tooltip(text));
            }
        });
    }
}
