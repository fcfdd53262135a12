package org.specimen.ui.trial;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.ScreenText;
import org.specimen.ui.text.Texts;

/** The stations of a trial on a line, each with its state and time, or as words that wrap where there is little room. */
final class StationLine extends Region {

    private static final Texts TEXTS = Texts.of(StationLine.class);

    /** The width that a station needs in a row, in multiples of the text's size. */
    private static final double STATION_WIDTH = 6.5;

    private final HBox row = new HBox();
    private final FlowPane wrapped = new FlowPane(20, 8);
    private final StationNames names;
    private final Map<Station, Shown> shown = new EnumMap<>(Station.class);

    StationLine(StationNames names) {
        this.names = names;
        getStyleClass().add("stations");
        setId("stations");
        List<Station> stations = names.stations();
        for (int i = 0; i < stations.size(); i++) {
            Shown station = new Shown(stations.get(i), i > 0, i < stations.size() - 1);
            shown.put(stations.get(i), station);
            row.getChildren().add(station.upright);
            wrapped.getChildren().add(station.lying);
        }
        getChildren().addAll(row, wrapped);
        show(stations.stream().map(StationRow::waiting).toList(), false);
    }

    /**
     * Shows how far each of them is.
     *
     * @param isOver whether what waits now will not be reached any more
     */
    void show(List<StationRow> rows, boolean isOver) {
        boolean hasBegun = rows.stream().anyMatch(station -> station.state() != StationState.WAITING);
        rows.forEach(
                station -> Objects.requireNonNull(shown.get(station.station())).show(station, hasBegun, isOver));
        setAccessibleText(TEXTS.get(
                "stations.said",
                rows.stream()
                        .map(station -> names.of(station.station()) + ": " + state(station, isOver))
                        .collect(Collectors.joining(", "))));
    }

    /** A state in words, with its time where it has one. */
    private static String state(StationRow station, boolean isOver) {
        if (isOver && station.state() == StationState.WAITING) {
            return TEXTS.get("state.unreached");
        }
        String word = TEXTS.get("state." + station.state().name().toLowerCase(Locale.ROOT));
        boolean hasTime = station.state() == StationState.RUNNING
                || station.state() == StationState.DONE
                || station.state() == StationState.FAILED;
        return hasTime ? TEXTS.get("state.timed", word, Durations.of(station.took())) : word;
    }

    /** As {@link #state}, for the room below a mark: what runs and what is done shows in the mark, and has its time. */
    private static String shortState(StationRow station, boolean isOver) {
        boolean isTimeEnough = station.state() == StationState.RUNNING || station.state() == StationState.DONE;
        return isTimeEnough ? Durations.of(station.took()) : state(station, isOver);
    }

    private boolean isRow(double width) {
        return width >= Math.round(Words.TEXT_SIZE.get() * STATION_WIDTH * shown.size());
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
        return Math.round(Words.TEXT_SIZE.get() * STATION_WIDTH * shown.size());
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

    /** One station, in a row and in words. */
    private final class Shown {
        private final Station station;
        private final StationMark mark = new StationMark();
        private final StationMark smallMark = new StationMark();
        private final Label state = label("station-state");
        private final Label smallState = label("station-state");
        private final Label name;
        private final Label smallName;
        private final Tooltip explanation;
        private final Region upright;
        private final Region lying;

        Shown(Station station, boolean hasLeft, boolean hasRight) {
            this.station = station;
            name = Words.styled(names.of(station), "station-name");
            smallName = Words.styled(names.of(station), "station-name");
            explanation = Words.tooltip(names.whatIs(station));
            for (Label each : new Label[] {name, smallName}) {
                each.setTooltip(explanation);
            }
            name.setAlignment(Pos.TOP_CENTER);
            VBox box = new VBox(6, new StackPane(rail(hasLeft, hasRight), mark), new VBox(name, state));
            ((VBox) box.getChildren().get(1)).setAlignment(Pos.TOP_CENTER);
            box.setAlignment(Pos.TOP_CENTER);
            box.setMinWidth(0);
            box.setPrefWidth(1);
            HBox.setHgrow(box, Priority.ALWAYS);
            upright = box;
            HBox words = new HBox(8, smallMark, smallName, smallState);
            words.getStyleClass().add("station-words");
            words.setAlignment(Pos.CENTER_LEFT);
            lying = words;
        }

        private static Label label(String style) {
            Label label = new Label();
            label.getStyleClass().add(style);
            label.setMinWidth(USE_PREF_SIZE);
            return label;
        }

        void show(StationRow now, boolean hasBegun, boolean isOver) {
            mark.show(now.state());
            smallMark.show(now.state());
            state.setText(shortState(now, isOver));
            smallState.setText(state(now, isOver));
            for (Label each : new Label[] {state, smallState}) {
                Presence.set(each, hasBegun);
            }
            String more = now.summary().isEmpty()
                    ? names.whatIs(station)
                    : TEXTS.get("station.came-of-it", names.whatIs(station), ScreenText.of(now.summary()));
            explanation.setText(more);
            for (Label each : new Label[] {name, smallName}) {
                each.setAccessibleHelp(more);
            }
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
    }
}
