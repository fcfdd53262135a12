package org.specimen.ui.layers;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;
import org.specimen.ui.theme.Motion;

/**
 * Explains one slab at a time, beside it. Resting the mouse on a slab or moving the keyboard's focus to it opens the
 * explanation for as long as that lasts; a click or Enter keeps it open until the next one, or Escape.
 */
final class ExplanationPopOver {

    private static final Duration REST = Duration.millis(350);
    private static final Duration LEAVE = Duration.millis(120);
    private static final Duration FADE = Duration.millis(120);

    /** Between slab and arrow, in pixels. */
    private static final double GAP = 2;

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final PopOver popOver = new PopOver();
    private final PauseTransition pause = new PauseTransition();
    private @Nullable SlabView at;
    private boolean kept;

    ExplanationPopOver() {
        popOver.setArrowLocation(ArrowLocation.RIGHT_CENTER);
        popOver.setAutoHide(false);
        popOver.setHideOnEscape(true);
        popOver.setDetachable(false);
        popOver.setHeaderAlwaysVisible(false);
        popOver.setFadeInDuration(FADE);
        // A fade that still runs would close the next explanation too, when it ends.
        popOver.setFadeOutDuration(Duration.ZERO);
        popOver.getStyleClass().add("layer-pop-over");
    }

    boolean isShowing() {
        return popOver.isShowing();
    }

    boolean isAt(SlabView slab) {
        return popOver.isShowing() && at == slab;
    }

    PopOver popOver() {
        return popOver;
    }

    void mouseCame(SlabView slab) {
        if (kept) {
            return;
        }
        pause.stop();
        if (popOver.isShowing()) {
            show(slab);
        } else {
            after(REST, () -> show(slab));
        }
    }

    void mouseLeft() {
        if (!kept) {
            after(LEAVE, this::hide);
        }
    }

    void focusCame(SlabView slab) {
        pause.stop();
        show(slab);
    }

    void focusLeft() {
        hide();
    }

    /** Keeps the explanation of a slab open, or closes it if it was kept. */
    void toggle(SlabView slab) {
        boolean close = kept && isAt(slab);
        pause.stop();
        if (close) {
            hide();
        } else {
            show(slab);
            kept = true;
        }
    }

    /** Tells it anew after the picture has changed. */
    void refresh() {
        if (at != null && popOver.isShowing()) {
            popOver.setContentNode(new SlabExplanation(at.slab()));
            place();
        }
    }

    void hide() {
        pause.stop();
        kept = false;
        at = null;
        popOver.hide(Duration.ZERO);
    }

    private void after(Duration time, Runnable action) {
        pause.stop();
        pause.setDuration(time);
        pause.setOnFinished(event -> action.run());
        pause.playFromStart();
    }

    private void show(SlabView slab) {
        if (isAt(slab) || slab.getScene() == null) {
            return;
        }
        if (popOver.isShowing()) {
            popOver.hide(Duration.ZERO);
        }
        at = slab;
        kept = false;
        popOver.setAnimated(!Motion.REDUCED.get());
        popOver.setContentNode(new SlabExplanation(slab.slab()));
        dressLike(slab.getScene());
        popOver.show(slab);
        place();
    }

    /**
     * Puts the tip of the arrow beside the middle of its slab. Where it comes out by itself depends on the border and on
     * the size before the theme is there, so it is measured where it has come out, and moved by the rest.
     */
    private void place() {
        if (at == null || !popOver.isShowing()) {
            return;
        }
        Parent root = popOver.getScene().getRoot();
        root.applyCss();
        root.layout();
        Node border = root.lookup(".border");
        Bounds slab = at.localToScreen(at.getLayoutBounds());
        if (border == null || slab == null) {
            return;
        }
        Bounds box = border.localToScreen(border.getLayoutBounds());
        popOver.setX(popOver.getX() + slab.getMinX() - GAP - box.getMaxX());
        popOver.setY(popOver.getY() + slab.getCenterY() - box.getCenterY());
    }

    /** A window of its own takes neither the style sheets nor the theme of the one that it belongs to. */
    private void dressLike(Scene owner) {
        popOver.getScene().getStylesheets().setAll(owner.getStylesheets());
        popOver.getScene().getStylesheets().add(LayerPictureView.STYLES);
        Parent root = popOver.getScene().getRoot();
        boolean dark = owner.getRoot().getPseudoClassStates().contains(DARK);
        root.pseudoClassStateChanged(DARK, dark);
        root.setStyle(owner.getRoot().getStyle());
    }
}
