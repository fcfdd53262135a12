package org.specimen.ui.control;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.specimen.ui.theme.Theme;

/** Scrolls so that what has the keyboard can be seen; JavaFX leaves it where it is. */
public final class FocusInView {

    private static final double MARGIN = 3 * Theme.GRID;

    private final ScrollPane scroll;
    private final Region content;
    private boolean mouseIsDown;

    private FocusInView(ScrollPane scroll, Region content) {
        this.scroll = scroll;
        this.content = content;
    }

    /** Keeps what has the keyboard in view, from now on. */
    public static void keep(ScrollPane scroll, Region content) {
        FocusInView kept = new FocusInView(scroll, content);
        ChangeListener<Node> follow = (property, old, now) -> {
            if (now != null && !kept.mouseIsDown && kept.isInside(now)) {
                kept.show(now);
            }
        };
        // What moved away below the pointer between press and release would not be clicked.
        scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> kept.mouseIsDown = true);
        scroll.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> kept.mouseIsDown = false);
        scroll.sceneProperty().addListener((property, old, now) -> {
            if (old != null) {
                old.focusOwnerProperty().removeListener(follow);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(follow);
            }
        });
    }

    /** Scrolls so that news on a page can be seen, once it has its place there. */
    public static void reveal(Node news) {
        Platform.runLater(() -> {
            Node above = news;
            while (above != null && !(above instanceof ScrollPane)) {
                above = above.getParent();
            }
            if (above instanceof ScrollPane scroll && scroll.getContent() instanceof Region content) {
                scroll.layout();
                new FocusInView(scroll, content).show(news);
            }
        });
    }

    private boolean isInside(Node node) {
        Node above = node;
        while (above != null && above != content) {
            above = above.getParent();
        }
        return above != null;
    }

    private void show(Node node) {
        double height = scroll.getViewportBounds().getHeight();
        double hidden = content.getHeight() - height;
        if (hidden <= 0) {
            return;
        }
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = scroll.getVvalue() * hidden;
        double latest = place.getMinY() - MARGIN;
        double earliest = place.getMaxY() + MARGIN - height;
        double wanted = Math.min(Math.max(top, earliest), latest);
        if (Math.abs(wanted - top) > 0.5) {
            scroll.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
        }
    }
}
