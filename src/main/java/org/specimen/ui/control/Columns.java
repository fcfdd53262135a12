package org.specimen.ui.control;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Lays its children out in columns of one width, as many as there is room for; those of a row are equally high. */
public final class Columns extends Pane {

    private static final double GAP = 16;

    private final double least;
    private final int most;

    /** Panes inside each other ask for the same height many times over: the last is remembered. */
    private double measuredWidth = Double.NaN;

    private double measuredHeight;

    /**
     * A layout.
     *
     * @param least the least width of a column, in multiples of the text's size
     * @param most the most columns
     */
    public Columns(double least, int most, Node... children) {
        super(children);
        this.least = least;
        this.most = most;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return least * Words.TEXT_SIZE.get() / 2;
    }

    @Override
    protected double computePrefWidth(double height) {
        return most * (least * Words.TEXT_SIZE.get() + GAP) - GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? computePrefWidth(-1) : width;
        if (inner != measuredWidth) {
            measuredHeight = measure(inner);
            measuredWidth = inner;
        }
        return measuredHeight;
    }

    /** Something inside has changed. */
    @Override
    public void requestLayout() {
        measuredWidth = Double.NaN;
        super.requestLayout();
    }

    private double measure(double inner) {
        int columns = columns(inner);
        List<Node> all = getManagedChildren();
        double height = 0;
        for (int first = 0; first < all.size(); first += columns) {
            height += rowHeight(all, first, columns, columnWidth(inner, columns)) + (first > 0 ? GAP : 0);
        }
        return height;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double column = columnWidth(getWidth(), columns);
        List<Node> all = getManagedChildren();
        double y = 0;
        for (int first = 0; first < all.size(); first += columns) {
            double height = rowHeight(all, first, columns, column);
            for (int i = first; i < Math.min(all.size(), first + columns); i++) {
                all.get(i).resizeRelocate(snapPositionX((i - first) * (column + GAP)), y, column, height);
            }
            y += height + GAP;
        }
    }

    private int columns(double width) {
        int fitting = (int) ((width + GAP) / (least * Words.TEXT_SIZE.get() + GAP));
        return Math.max(1, Math.min(most, fitting));
    }

    private static double columnWidth(double width, int columns) {
        return Math.floor((width - GAP * (columns - 1)) / columns);
    }

    private static double rowHeight(List<Node> all, int first, int columns, double width) {
        return all.stream()
                .skip(first)
                .limit(columns)
                .mapToDouble(child -> Math.ceil(child.prefHeight(width)))
                .max()
                .orElse(0);
    }
}
