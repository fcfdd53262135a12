package org.specimen.ui.layers;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import org.specimen.ui.layers.Bracket.Side;

/** A bracket with its name along it: the line opens where the name stands. */
final class BracketView extends Region {

    private final Bracket bracket;
    private final Path line = new Path();
    private final Label label = new Label();
    private boolean named = true;

    BracketView(Bracket bracket) {
        this.bracket = bracket;
        getStyleClass().add("layer-bracket");
        line.getStyleClass().add("layer-bracket-line");
        label.getStyleClass().add("layer-bracket-label");
        label.setRotate(-90);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(bracket.spoken());
        getChildren().addAll(line, label);
    }

    Bracket bracket() {
        return bracket;
    }

    /** Without its name it is a line only. */
    void setNamed(boolean changed) {
        named = changed;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double em = label.getFont().getSize();
        double width = getWidth();
        double height = getHeight();
        double middle = snapPositionX(width / 2) + 0.5;
        double radius = Math.min(0.3 * em, width / 3);
        fitLabel(height - 2 * radius, em);
        double gap = label.isVisible() ? Math.min(height - 2 * radius - 1, label.prefWidth(-1) + 0.8 * em) : 0;
        double apart = Math.min(0.2 * em, width / 4);
        double edge = bracket.side() == Side.LEFT ? width - apart : apart;
        double turn = bracket.side() == Side.LEFT ? middle + radius : middle - radius;
        boolean clockwise = bracket.side() == Side.RIGHT;
        line.getElements()
                .setAll(
                        new MoveTo(edge, 0.5),
                        new HLineTo(turn),
                        new ArcTo(radius, radius, 0, middle, 0.5 + radius, false, clockwise),
                        new VLineTo((height - gap) / 2),
                        new MoveTo(middle, (height + gap) / 2),
                        new VLineTo(height - 0.5 - radius),
                        new ArcTo(radius, radius, 0, turn, height - 0.5, false, clockwise),
                        new HLineTo(edge));
        double labelWidth = label.prefWidth(-1);
        double labelHeight = label.prefHeight(-1);
        label.resizeRelocate(
                Math.rint(middle - labelWidth / 2),
                Math.rint((height - labelHeight) / 2),
                Math.ceil(labelWidth),
                Math.ceil(labelHeight));
    }

    /** The whole name, the short one, or none: a name is never cut. */
    private void fitLabel(double room, double em) {
        label.setText(bracket.label());
        if (label.prefWidth(-1) > room - 1.6 * em) {
            label.setText(bracket.shortLabel());
        }
        label.setVisible(named && label.prefWidth(-1) <= room);
    }
}
