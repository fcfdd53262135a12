package org.specimen.ui.frame;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.specimen.app.store.Settings;
import org.specimen.ui.control.Words;
import org.specimen.ui.theme.Theme;

/**
 * The frame before anything is in it: each part has its place and its ground, and the rail says whose window it is. It is
 * there at once, while the frame itself is being made.
 */
public final class FrameOutline extends BorderPane {

    private static final double HUNDRED = 100;

    /**
     * An outline.
     *
     * @param windowWidth in pixels
     */
    public FrameOutline(Settings settings, double windowWidth) {
        double textSize = Theme.TEXT * settings.textSize() / HUNDRED;
        // The window will keep this in step with the settings.
        Words.TEXT_SIZE.unbind();
        Words.TEXT_SIZE.set(textSize);
        boolean isFolded = settings.layersFolded() || !LayersSide.isRoomIn(windowWidth, textSize);
        getStyleClass().add("frame");
        VBox rail = new VBox(RailView.brand());
        rail.getStyleClass().add("rail");
        rail.setMinWidth(USE_PREF_SIZE);
        Region layers = ground("layers-side");
        layers.setPrefWidth(LayersSide.width(isFolded, textSize));
        setLeft(rail);
        setRight(layers);
        setBottom(ground("bottom-bar"));
        pseudoClassStateChanged(FrameView.IS_NARROW, windowWidth < textSize * FrameView.NARROW);
    }

    private static Region ground(String style) {
        Region ground = new Region();
        ground.getStyleClass().add(style);
        return ground;
    }
}
