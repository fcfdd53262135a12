package org.specimen.ui.theme;

import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.util.Duration;

/** Calm movement, and none where the person wants none. */
public final class Motion {

    /** Whether nothing shall move. */
    public static final BooleanProperty REDUCED = new SimpleBooleanProperty();

    private static final Duration SHORT = Duration.millis(160);
    private static final double FADED = 0.25;

    private Motion() {}

    /** Lets something that has just come to the screen appear. */
    public static void fadeIn(Node node) {
        fadeFrom(0, node);
    }

    /** Lets something that changed in its place come anew; it never goes from the screen. */
    public static void freshen(Node node) {
        fadeFrom(FADED, node);
    }

    private static void fadeFrom(double opacity, Node node) {
        if (REDUCED.get()) {
            return;
        }
        FadeTransition fade = new FadeTransition(SHORT, node);
        fade.setFromValue(opacity);
        fade.setToValue(1);
        fade.play();
    }

    /** Scrolls up or down to a place, from 0 at the top to 1 at the end. */
    public static void scrollTo(ScrollPane scroll, double place) {
        if (REDUCED.get()) {
            scroll.setVvalue(place);
            return;
        }
        new Timeline(new KeyFrame(SHORT, new KeyValue(scroll.vvalueProperty(), place, Interpolator.EASE_BOTH))).play();
    }
}
