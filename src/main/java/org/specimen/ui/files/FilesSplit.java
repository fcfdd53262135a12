package org.specimen.ui.files;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.specimen.ui.control.Words;

/** The list beside the text, or above it where there is little room. */
final class FilesSplit extends Region {

    /** The narrowest width for both side by side, and the sizes of each, in multiples of the text's size. */
    private static final double SIDE_BY_SIDE = 46;

    private static final double LIST_WIDTH = 19;
    private static final double LIST_HEIGHT = 13;
    private static final double TEXT_HEIGHT = 22;
    private static final double GAP = 1.143;

    private final Label summary = Words.muted("");
    private final VBox left;
    private final Region right;

    FilesSplit(Region list, Region right) {
        getStyleClass().add("files-split");
        left = new VBox(8, list, summary);
        summary.setId("files-summary");
        VBox.setVgrow(list, Priority.ALWAYS);
        this.right = right;
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().addAll(left, right);
    }

    void summarize(String text) {
        summary.setText(text);
    }

    private static double em(double multiple) {
        return Math.round(Words.TEXT_SIZE.get() * multiple);
    }

    private static boolean isSideBySide(double width) {
        return width >= em(SIDE_BY_SIDE);
    }

    private static double rightWidth(double width) {
        return Math.max(0, width - em(LIST_WIDTH) - em(GAP));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double gap = em(GAP);
        if (isSideBySide(width)) {
            double list = em(LIST_WIDTH);
            left.resizeRelocate(0, 0, list, height);
            right.resizeRelocate(list + gap, 0, rightWidth(width), height);
        } else {
            double list = em(LIST_HEIGHT);
            left.resizeRelocate(0, 0, width, list);
            right.resizeRelocate(0, list + gap, width, height - list - gap);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return em(SIDE_BY_SIDE);
    }

    @Override
    protected double computeMinHeight(double width) {
        double inner = width < 0 ? getWidth() : width;
        boolean sideBySide = isSideBySide(inner);
        double text = Math.max(em(TEXT_HEIGHT), right.minHeight(sideBySide ? rightWidth(inner) : inner));
        return sideBySide ? text : em(LIST_HEIGHT) + em(GAP) + text;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }
}
