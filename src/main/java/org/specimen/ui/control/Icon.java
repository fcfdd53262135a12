package org.specimen.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/**
 * A letter of the font of icons ({@link org.specimen.ui.theme.Theme} loads it). Its colour is its {@code -fx-fill}. Ikonli's
 * own node gives each icon a style in line and looks its font up through all providers, which the first window would wait for.
 */
public final class Icon extends Text {

    private static final String FAMILY = "FeatherIcons";

    /**
     * An icon.
     *
     * @param height in pixels, of which whole ones count
     */
    Icon(Feather icon, ObservableValue<? extends Number> height) {
        // The name that the theme's rules for icons know; a font that is bound takes no part in styling.
        getStyleClass().add("ikonli-font-icon");
        fontProperty().bind(height.map(pixels -> new Font(FAMILY, pixels.intValue())));
        show(icon);
    }

    public void show(Feather icon) {
        setText(Character.toString(icon.getCode()));
    }
}
