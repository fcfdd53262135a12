package org.specimen.ui.project;

import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.specimen.ui.control.Words;

/** A title with a line of text, and a button at its side or, where there is little room, below. */
final class TextAndButton extends HBox {

    /** In multiples of the text's size. */
    private static final double ROOM_FOR_BOTH = 34;

    private final VBox text;
    private final Button button;
    private final BooleanBinding narrow =
            widthProperty().greaterThan(0).and(widthProperty().lessThan(Words.TEXT_SIZE.multiply(ROOM_FOR_BOTH)));

    TextAndButton(Button button, Node... text) {
        super(16);
        this.button = button;
        this.text = new VBox(4, text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(this.text, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(this.text, button);
        narrow.addListener((property, old, now) -> place(now));
    }

    private void place(boolean below) {
        boolean hadFocus = getScene() != null && getScene().getFocusOwner() == button;
        getChildren().remove(button);
        text.getChildren().remove(button);
        (below ? text : this).getChildren().add(button);
        if (hadFocus) {
            button.requestFocus();
        }
    }
}
