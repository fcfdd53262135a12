package org.specimen.ui.layers;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What the states look like: small slabs with their names, in as many columns as there is room for. */
final class LegendView extends Region {

    private final List<Label> all =
            SlabState.EXPLAINED.stream().map(LegendView::entry).toList();
    private List<Label> entries = all;

    LegendView() {
        getStyleClass().add("layer-legend");
        getChildren().addAll(all);
    }

    /** Explains these states only. To be asked for while the picture is laid out, so it never changes the children. */
    void explain(List<SlabState> explained) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).setVisible(explained.contains(SlabState.EXPLAINED.get(i)));
        }
        entries = all.stream().filter(Label::isVisible).toList();
    }

    /** Its height with so many states. */
    double heightOf(int states, double width) {
        int rows = (states + columns(width) - 1) / columns(width);
        return states == 0 ? 0 : rows * (rowHeight() + gap()) - gap();
    }

    private static Label entry(SlabState state) {
        Label label = new Label(LayerTexts.get("state." + state.key()), null);
        StateIcon icon = new StateIcon(label.fontProperty(), 0.85);
        icon.show(state);
        StackPane swatch = new StackPane(icon);
        swatch.getStyleClass().addAll("layer-swatch", "layer-fill", state.key());
        label.setGraphic(swatch);
        label.setContentDisplay(ContentDisplay.LEFT);
        label.setAlignment(Pos.CENTER_LEFT);
        label.getStyleClass().add("layer-legend-entry");
        return label;
    }

    private double widest() {
        return all.stream().mapToDouble(entry -> entry.prefWidth(-1)).max().orElse(0);
    }

    private double gap() {
        return all.get(0).getFont().getSize() * 0.4;
    }

    private int columns(double width) {
        return width < 0 || widest() == 0
                ? 1
                : Math.max(1, Math.min(5, (int) ((width + gap() * 2) / (widest() + gap() * 2))));
    }

    private int rows(double width) {
        return (entries.size() + columns(width) - 1) / columns(width);
    }

    private double rowHeight() {
        return all.get(0).prefHeight(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return heightOf(entries.size(), width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return widest();
    }

    /** Down the first column, then the next. */
    @Override
    protected void layoutChildren() {
        int rows = rows(getWidth());
        double columnWidth = getWidth() / columns(getWidth());
        for (int i = 0; i < entries.size(); i++) {
            Label entry = entries.get(i);
            int column = i / rows;
            int row = i % rows;
            entry.resizeRelocate(
                    snapPositionX(column * columnWidth),
                    snapPositionY(row * (rowHeight() + gap())),
                    Math.min(columnWidth, entry.prefWidth(-1)),
                    rowHeight());
        }
    }
}
