package org.specimen.ui.frame;

import javafx.scene.layout.VBox;
import org.specimen.ui.session.Preferences;
import org.specimen.ui.session.Session;

/** The picture of the layers, on the right; it folds to a strip. */
public final class LayersSide extends VBox {

    public LayersSide(Session session, Preferences preferences) {
        getStyleClass().add("layers-side");
    }
}
