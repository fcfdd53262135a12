package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.specimen.advice.Stack;
import org.specimen.ui.advice.AdvicePage.Consequence;
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
    private String told = "";

    StacksView(Consumer<Stack> choose) {
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
                        consequence,
                        grid,
                        MarkList.legend());
        consequence.setId("consequence");
    }

    void show(AdvicePage page) {
        for (StackColumn column : page.stacks()) {
            StackCells cells = columns.get(column.stack());
            if (cells != null) {
                cells.show(column, column.stack() == page.effective());
            }
        }
        Consequence now = page.consequence();
        if (!now.text().equals(told)) {
            told = now.text();
            Tone tone = now.isOpen() ? Tone.CAUTION : page.effective() == page.advised() ? Tone.GOOD : Tone.QUIET;
            consequence.getChildren().setAll(new Banner(tone, "", told));
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
}
