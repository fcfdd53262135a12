package org.specimen.ui.trial;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;

/** The stations of a trial on a line, or as words that wrap where there is little room. */
final class StationLine extends Region {

    private static final Texts TEXTS = Texts.of(StationLine.class);

    /** The width that a station needs in a row, in multiples of the text's size. */
    private static final double STATION_WIDTH = 6.6;

    private final HBox row = new HBox();
    private final FlowPane wrapped = new FlowPane(20, 8);
    private final int count;

    StationLine(List<Station> stations) {
        getStyleClass().add("stations");
        setId("stations");
        count = stations.size();
        for (int i = 0; i < count; i++) {
            Station station = stations.get(i);
            row.getChildren().add(upright(station, i));
            wrapped.getChildren().add(lying(station));
        }
        getChildren().addAll(row, wrapped);
        setAccessibleText(TEXTS.get(
                "stations.said",
                String.join(
                        ", ",
                        stations.stream().map(each -> TEXTS.get(each.key())).toList())));
    }

    private static Region mark() {
        Region mark = new Region();
        mark.getStyleClass().add("station-mark");
        mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        mark.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return mark;
    }

    private VBox upright(Station station, int place) {
        StackPane track = new StackPane(rail(place > 0, place < count - 1), mark());
        Label name = Words.styled(TEXTS.get(station.key()), "station-name");
        name.setAlignment(Pos.TOP_CENTER);
        explain(name, station);
        VBox box = new VBox(6, track, name);
        box.setAlignment(Pos.TOP_CENTER);
        box.setMinWidth(0);
        box.setPrefWidth(1);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /** The line to the neighbours, as a left and a right half. */
    private static HBox rail(boolean left, boolean right) {
        HBox rail = new HBox(half(left), half(right));
        rail.setAlignment(Pos.CENTER);
        return rail;
    }

    private static Region half(boolean shown) {
        Line line = new Line();
        line.getStyleClass().add("station-rail");
        line.setVisible(shown);
        line.setManaged(false);
        StackPane half = new StackPane(line);
        half.setMinWidth(0);
        half.setPrefWidth(1);
        line.endXProperty().bind(half.widthProperty());
        line.layoutYProperty().bind(half.heightProperty().divide(2));
        HBox.setHgrow(half, Priority.ALWAYS);
        return half;
    }

    private static HBox lying(Station station) {
        Label name = Words.styled(TEXTS.get(station.key()), "station-name");
        explain(name, station);
        HBox words = new HBox(8, mark(), name);
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    private static void explain(Label name, Station station) {
        name.setTooltip(Words.tooltip(TEXTS.get(station.key() + ".what")));
        name.setAccessibleHelp(TEXTS.get(station.key() + ".what"));
    }

    private boolean isRow(double width) {
        return width >= Math.round(Words.TEXT_SIZE.get() * STATION_WIDTH * count);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        boolean inRow = isRow(getWidth());
        row.setVisible(inRow);
        wrapped.setVisible(!inRow);
        row.resizeRelocate(0, 0, getWidth(), row.prefHeight(getWidth()));
        wrapped.resizeRelocate(0, 0, getWidth(), wrapped.prefHeight(getWidth()));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.round(Words.TEXT_SIZE.get() * STATION_WIDTH * count);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double available = width < 0 ? computePrefWidth(-1) : width;
        return isRow(available) ? row.prefHeight(available) : wrapped.prefHeight(available);
    }
}
