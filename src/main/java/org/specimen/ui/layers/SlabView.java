package org.specimen.ui.layers;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import org.specimen.ui.text.ScreenText;

/** One slab: name, what is pinned, and the sign of its state; folded it is the sign alone. */
final class SlabView extends Region {

    private final Label name = new Label();
    private final Label pinned = new Label();
    private final StateIcon icon = new StateIcon(name.fontProperty(), 1.15);
    private Slab slab;
    private boolean folded;

    SlabView(Slab slab) {
        this.slab = slab;
        name.getStyleClass().add("layer-name");
        name.setMinWidth(0);
        pinned.getStyleClass().add("layer-pinned");
        pinned.setMinWidth(0);
        pinned.setTextOverrun(OverrunStyle.ELLIPSIS);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        getChildren().addAll(name, pinned, icon);
        show(slab);
    }

    Slab slab() {
        return slab;
    }

    /** The size of the text, by which everything else is measured. */
    double em() {
        return name.getFont().getSize();
    }

    void show(Slab shown) {
        slab = shown;
        name.setText(shown.name());
        pinned.setText(ScreenText.of(shown.pinned()));
        icon.show(shown.state());
        getStyleClass().setAll("layer-slab", "layer-fill", shown.state().key());
        setAccessibleText(shown.spoken());
        setAccessibleHelp(shown.explanation());
        requestLayout();
    }

    void setFolded(boolean changed) {
        folded = changed;
        requestLayout();
    }

    /** The whole name or, where it would be cut, the short one. */
    private void fitName(double room) {
        String shortName = "name." + slab.layer().key() + ".short";
        name.setText(slab.name());
        if (name.prefWidth(-1) > room && LayerTexts.has(shortName)) {
            name.setText(LayerTexts.get(shortName));
        }
    }

    private double across() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double upAndDown() {
        return snappedTopInset() + snappedBottomInset();
    }

    /** Name over pin. */
    @Override
    protected double computePrefHeight(double width) {
        return name.prefHeight(-1) + pinned.prefHeight(-1) + upAndDown();
    }

    /** The name alone; folded, the sign alone. */
    @Override
    protected double computeMinHeight(double width) {
        return folded ? icon.prefHeight(-1) : name.prefHeight(-1) + upAndDown();
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computePrefWidth(double height) {
        double text = Math.max(name.prefWidth(-1), pinned.prefWidth(-1));
        return text + icon.prefWidth(-1) + em() * 0.6 + across();
    }

    @Override
    protected double computeMinWidth(double height) {
        return icon.prefWidth(-1);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        double iconWidth = icon.prefWidth(-1);
        double iconTop = (getHeight() - icon.prefHeight(-1)) / 2;
        name.setVisible(!folded);
        if (folded) {
            pinned.setVisible(false);
            icon.relocate(snapPositionX((getWidth() - iconWidth) / 2), snapPositionY(iconTop));
            return;
        }
        double left = snappedLeftInset();
        double room = Math.max(0, getWidth() - across() - iconWidth - em() * 0.6);
        icon.relocate(snapPositionX(getWidth() - snappedRightInset() - iconWidth), snapPositionY(iconTop));
        boolean twoLines =
                getHeight() >= prefHeight(-1) - 0.5 && !pinned.getText().isEmpty();
        fitName(room);
        double nameWidth = Math.min(room, name.prefWidth(-1));
        double nameHeight = name.prefHeight(-1);
        double pinnedHeight = pinned.prefHeight(-1);
        double pinnedRoom = room - nameWidth - em();
        pinned.setVisible(twoLines || pinnedRoom >= pinned.prefWidth(-1));
        double top = (getHeight() - nameHeight - (twoLines ? pinnedHeight : 0)) / 2;
        name.resizeRelocate(left, snapPositionY(top), nameWidth, nameHeight);
        if (twoLines) {
            pinned.resizeRelocate(
                    left, snapPositionY(top + nameHeight), Math.min(room, pinned.prefWidth(-1)), pinnedHeight);
        } else {
            pinned.resizeRelocate(
                    left + room - pinned.prefWidth(-1), snapPositionY(top), pinned.prefWidth(-1), pinnedHeight);
        }
    }
}
