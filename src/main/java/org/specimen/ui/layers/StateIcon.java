package org.specimen.ui.layers;

import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sign of a state, so that it is never told by colour alone. */
final class StateIcon extends FontIcon {

    /**
     * A sign that grows with the text beside it.
     *
     * @param scale its size, as a part of the font's
     */
    StateIcon(ObservableValue<Font> font, double scale) {
        getStyleClass().add("layer-icon");
        font.addListener((property, before, after) -> resize(after, scale));
        resize(font.getValue(), scale);
    }

    /** Themes set a size of their own, which only a style can override; the rest of the style is the icon's own. */
    private void resize(Font font, double scale) {
        String rest = Objects.requireNonNullElse(getStyle(), "").replaceAll("-fx-icon-size:[^;]*;", "");
        setStyle(rest + "-fx-icon-size: " + Math.round(font.getSize() * scale) + "px;");
    }

    void show(SlabState state) {
        setIconCode(
                switch (state) {
                    case CONTROLLED -> Feather.LOCK;
                    case NAMED -> Feather.TAG;
                    case OPEN -> Feather.ALERT_TRIANGLE;
                    case NOT_NEEDED -> Feather.MINUS;
                    case UNKNOWN -> Feather.CIRCLE;
                    case YOURS -> Feather.EDIT_3;
                });
    }
}
