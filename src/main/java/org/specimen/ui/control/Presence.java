package org.specimen.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Whether a part of the page is there at all: to be seen, and with room of its own. */
public final class Presence {

    private Presence() {}

    public static void set(Node part, boolean isThere) {
        part.setVisible(isThere);
        part.setManaged(isThere);
    }

    /** Takes a pane away while nothing is in it. */
    public static void whereFilled(Pane pane) {
        set(pane, !pane.getChildren().isEmpty());
    }
}
