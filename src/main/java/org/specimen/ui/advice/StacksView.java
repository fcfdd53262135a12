package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.specimen.advice.Stack;
import org.specimen.ui.advice.AdvicePage.StackColumn;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.Banner.Tone;
import org.specimen.ui.control.Words;
import org.specimen.ui.theme.Motion;

/** The four stacks side by side, one of which is taken. */
final class StacksView extends VBox {

    private static final double LEAST_EMS = 12;

    private final GridPane grid = new GridPane();
    private final Map<Stack, StackCells> columns = new EnumMap<>(Stack.class);
    private final VBox consequence = new VBox();
    private final Consumer<Stack> choose;
    private String told = "";

    StacksView(Consumer<Stack> choose) {
        this.choose = choose;
        setId("stacks");
        setSpacing(8);
        grid.getStyleClass().add("stacks");
        ToggleGroup group = new ToggleGroup();
        for (Stack stack : Stack.values()) {
            columns.put(stack, new StackCells(stack, group, choose));
        }
        Adaptive.columns(grid, LEAST_EMS, this::arrange, 4, 2, 1);
        getChildren()
                .addAll(
                        Words.section(TEXTS.get("stacks")),
                        Words.prose(TEXTS.get("stacks.explain")),
                        grid,
                        MarkList.legend(),
                        consequence);
        setManagedAndVisible(consequence, false);
    }

    void show(AdvicePage page) {
        for (StackColumn column : page.stacks()) {
            StackCells cells = columns.get(column.stack());
            if (cells != null) {
                cells.show(column, column.stack() == page.effective());
            }
        }
        page.consequence().ifPresent(told -> {
            Button back = new Button(TEXTS.get("take-advised", page.advised().title()));
            back.setId("take-advised");
            back.setOnAction(event -> choose.accept(page.advised()));
            consequence
                    .getChildren()
                    .setAll(new Banner(told.isOpen() ? Tone.CAUTION : Tone.QUIET, "", told.text(), back));
        });
        setManagedAndVisible(consequence, page.consequence().isPresent());
        String now = page.consequence().map(AdvicePage.Consequence::text).orElse("");
        if (!now.equals(told)) {
            told = now;
            Motion.fadeIn(consequence);
        }
    }

    private void arrange(int count) {
        grid.getChildren().clear();
        Adaptive.divide(grid, count);
        int place = 0;
        for (StackCells cells : columns.values()) {
            cells.placeIn(grid, place % count, place / count);
            place++;
        }
    }

    private static void setManagedAndVisible(Node node, boolean isThere) {
        node.setManaged(isThere);
        node.setVisible(isThere);
    }
}
