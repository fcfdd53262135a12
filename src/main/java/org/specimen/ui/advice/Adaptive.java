package org.specimen.ui.advice;

import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.specimen.ui.control.Words;

/** Puts things side by side as far as there is room. */
final class Adaptive {

    private Adaptive() {}

    /**
     * Tells how many columns have room, now and whenever that changes.
     *
     * @param ems the least width of a column, in multiples of the text's size
     * @param counts the numbers of columns that are possible, most first
     */
    static void columns(Region region, double ems, IntConsumer arrange, int... counts) {
        int[] shown = {counts[0]};
        arrange.accept(counts[0]);
        ChangeListener<Object> changed = (property, old, now) -> {
            int fitting = fitting(region.getWidth(), ems * Words.TEXT_SIZE.get(), counts);
            if (region.getWidth() > 0 && fitting != shown[0]) {
                shown[0] = fitting;
                // A pane cannot be rearranged while it is being laid out.
                Platform.runLater(() -> arrange.accept(shown[0]));
            }
        };
        region.widthProperty().addListener(changed);
        Words.TEXT_SIZE.addListener(changed);
    }

    private static int fitting(double width, double least, int... counts) {
        for (int count : counts) {
            if (count * least <= width) {
                return count;
            }
        }
        return counts[counts.length - 1];
    }

    /** Divides a grid's width evenly. */
    static void divide(GridPane grid, int columns) {
        grid.getColumnConstraints().clear();
        for (int column = 0; column < columns; column++) {
            ColumnConstraints even = new ColumnConstraints();
            even.setPercentWidth(100.0 / columns);
            even.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(even);
        }
    }
}
