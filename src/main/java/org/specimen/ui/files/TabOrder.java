package org.specimen.ui.files;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Walks the controls of a window in their order, where a control keeps Tab to itself. */
final class TabOrder {

    private TabOrder() {}

    /** Gives the keyboard to the control after this one, or before it. */
    static void leave(Node from, boolean forward) {
        List<Node> order = new ArrayList<>();
        collect(from.getScene().getRoot(), order, from);
        int place = order.indexOf(from);
        if (place >= 0 && order.size() > 1) {
            int next = Math.floorMod(place + (forward ? 1 : -1), order.size());
            order.get(next).requestFocus();
        }
    }

    private static void collect(Node node, List<Node> order, Node from) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node == from || node.isFocusTraversable()) {
            order.add(node);
        }
        if (node != from && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, order, from));
        }
    }
}
