package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.specimen.advice.Stack;
import org.specimen.ui.advice.AdvicePage.StackColumn;
import org.specimen.ui.control.Words;

/** One stack as cells of a grid, so that what is compared stands on one line with its neighbours. */
final class StackCells {

    private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");

    private final Region card = new Region();
    private final RadioButton radio;
    private final FlowPane badges = new FlowPane(4, 4);
    private final VBox about = new VBox();
    private final VBox marks = new VBox();
    private final VBox adds = new VBox();
    private final VBox loses = new VBox();
    private final VBox costs = new VBox();
    private final List<Region> cells;

    StackCells(Stack stack, ToggleGroup group, Consumer<Stack> choose) {
        radio = new RadioButton();
        radio.setId("stack-" + stack.key());
        radio.setToggleGroup(group);
        radio.setMinWidth(Region.USE_PREF_SIZE);
        radio.getStyleClass().add("stack-radio");
        radio.setOnAction(event -> choose.accept(stack));
        HBox.setHgrow(badges, Priority.ALWAYS);
        HBox choice = new HBox(4, radio, badges);
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.getStyleClass().add("stack-choice");
        VBox head = new VBox(4, choice, Words.strong(stack.title()));
        cells = List.of(head, about, marks, adds, loses, costs);
        cells.forEach(cell -> cell.getStyleClass().add("stack-cell"));
        head.getStyleClass().add("first");
        costs.getStyleClass().add("last");
        card.getStyleClass().add("stack-card");
        for (Region part : cells) {
            part.setOnMouseClicked(event -> radio.fire());
        }
        card.setOnMouseClicked(event -> radio.fire());
    }

    /** Puts the cells below one another; the card lies behind them. */
    void placeIn(GridPane grid, int column, int band) {
        int first = band * cells.size();
        GridPane.setVgrow(card, Priority.ALWAYS);
        grid.add(card, column, first, 1, cells.size());
        for (int row = 0; row < cells.size(); row++) {
            grid.add(cells.get(row), column, first + row);
        }
        GridPane.setMargin(card, new Insets(band == 0 ? 0 : 16, 0, 0, 0));
        GridPane.setMargin(cells.get(0), new Insets(band == 0 ? 0 : 16, 0, 0, 0));
    }

    void show(StackColumn column, boolean isTaken) {
        radio.setSelected(isTaken);
        card.pseudoClassStateChanged(TAKEN, isTaken);
        badges.getChildren().clear();
        if (column.fits()) {
            badges.getChildren().add(Words.badge(TEXTS.get("badge.fits"), "good"));
        }
        if (column.chosen()) {
            badges.getChildren().add(Words.badge(TEXTS.get("badge.chosen"), "accent"));
        }
        if (column.worksToday()) {
            badges.getChildren().add(Words.badge(TEXTS.get("badge.today")));
        }
        about.getChildren().setAll(Words.muted(column.about()));
        marks.getChildren().setAll(new MarkList(column.marks(), Set.of()));
        if (column.fits()) {
            adds.getChildren().setAll(Words.muted(TEXTS.get("compared")));
            loses.getChildren().clear();
        } else {
            fill(adds, "adds", listed(column.adds(), "adds.none"));
            fill(loses, "loses", listed(column.loses(), "loses.none"));
        }
        fill(costs, "costs", column.cost());
        radio.setAccessibleText(column.stack().title() + ". " + column.about());
    }

    private static String listed(List<String> layers, String none) {
        return layers.isEmpty() ? TEXTS.get(none) : String.join(", ", layers);
    }

    private static void fill(VBox cell, String heading, String text) {
        cell.getChildren().clear();
        if (!text.isEmpty()) {
            cell.getChildren().addAll(Words.styled(TEXTS.get(heading), "cell-heading"), Words.styled(text));
        }
    }
}
