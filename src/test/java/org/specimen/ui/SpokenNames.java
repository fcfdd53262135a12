package org.specimen.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;

/** What a screen reader says of the parts that the keyboard leads to. */
final class SpokenNames {

    private SpokenNames() {}

    /** What can be seen, and takes the keyboard. */
    static List<Node> heard(Node root) {
        List<Node> heard = new ArrayList<>();
        collect(root, heard);
        return heard;
    }

    /** Those of them of which nothing is said. */
    static List<Node> nameless(Node root) {
        return heard(root).stream().filter(node -> name(node).isBlank()).toList();
    }

    private static void collect(Node node, List<Node> heard) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() && (node instanceof Control || node.getAccessibleRole() != null)) {
            heard.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, heard));
        }
    }

    private static String name(Node node) {
        return Optional.ofNullable(node.getAccessibleText())
                .or(() -> node instanceof Labeled labeled ? Optional.ofNullable(labeled.getText()) : Optional.empty())
                .orElse("");
    }
}
