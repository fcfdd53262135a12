package org.specimen.ui.control;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows a value for as long as anyone can see it: a page that is hidden need not follow every answer. */
public final class WhileShown {

    private WhileShown() {}

    /**
     * Hands over a value: at once, then whenever it changes while the node is in a scene, and once when the node comes
     * into a scene after changes that it missed.
     */
    public static <T> void show(Node node, ObservableValue<T> value, Consumer<? super T> consumer) {
        boolean[] missed = new boolean[1];
        value.addListener((property, old, now) -> {
            missed[0] = node.getScene() == null;
            if (!missed[0]) {
                consumer.accept(now);
            }
        });
        node.sceneProperty().addListener((property, old, now) -> {
            if (now != null && missed[0]) {
                missed[0] = false;
                consumer.accept(value.getValue());
            }
        });
        consumer.accept(value.getValue());
    }
}
