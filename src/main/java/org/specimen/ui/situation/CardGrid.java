package org.specimen.ui.situation;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.specimen.ui.control.Words;

/** Cards of one width in rows that fill the width there is; the cards of a row are equally high. */
final class CardGrid extends Region {

    private static final double GAP_EMS = 12.0 / 14;

    private final double leastEms;
    private final int atMost;

    /**
     * A grid.
     *
     * @param leastEms the least width of a card, in multiples of the text's size
     * @param atMost how many cards stand side by side at most
     */
    CardGrid(double leastEms, int atMost, List<? extends Node> cards) {
        this.leastEms = leastEms;
        this.atMost = atMost;
        getChildren().addAll(cards);
        Words.TEXT_SIZE.addListener((property, old, now) -> requestLayout());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Words.TEXT_SIZE.get() * leastEms;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Words.TEXT_SIZE.get() * leastEms * columns(Double.MAX_VALUE);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? computePrefWidth(-1) : width;
        int columns = columns(inside);
        double height = 0;
        for (int first = 0; first < cards().size(); first += columns) {
            height += (first == 0 ? 0 : gap()) + rowHeight(first, columns, inside);
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double card = cardWidth(columns, getWidth());
        double top = 0;
        for (int first = 0; first < cards().size(); first += columns) {
            double height = rowHeight(first, columns, getWidth());
            for (int place = 0; place < columns && first + place < cards().size(); place++) {
                double left = snapPositionX(place * (card + gap()));
                layoutInArea(cards().get(first + place), left, top, card, height, 0, HPos.LEFT, VPos.TOP);
            }
            top += height + gap();
        }
    }

    private List<Node> cards() {
        return getManagedChildren();
    }

    private double gap() {
        return Math.round(Words.TEXT_SIZE.get() * GAP_EMS);
    }

    /** As many as there is room for, spread evenly over the rows. */
    private int columns(double width) {
        int count = Math.max(1, cards().size());
        double least = Words.TEXT_SIZE.get() * leastEms;
        int room = (int) Math.max(1, Math.min(Math.min(atMost, count), (width + gap()) / (least + gap())));
        int rows = (count + room - 1) / room;
        return (count + rows - 1) / rows;
    }

    private double cardWidth(int columns, double width) {
        return Math.floor((width - (columns - 1) * gap()) / columns);
    }

    private double rowHeight(int first, int columns, double width) {
        double card = cardWidth(columns, width);
        return Math.ceil(cards().stream()
                .skip(first)
                .limit(columns)
                .mapToDouble(node -> node.prefHeight(card))
                .max()
                .orElse(0));
    }
}
