package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.specimen.ui.control.Words;

/** Gives each column of a table the least that it needs, and shares out the rest. */
final class ColumnWidths {

    /** For the border and the scroll bar, in multiples of the text's size. */
    private static final double MARGIN = 1.3;

    /** From here on a table is wide, in multiples of the text's size. */
    private static final double WIDE = 62;

    /** Up to here it is narrow. */
    private static final double NARROW = 41;

    private record Width(TableColumn<?, ?> column, double share, double small, double ample) {}

    private final TableView<?> table;
    private final List<Width> widths = new ArrayList<>();
    private final List<TableColumn<?, ?>> lesser = new ArrayList<>();

    ColumnWidths(TableView<?> table) {
        this.table = table;
        table.widthProperty().addListener((property, old, now) -> update());
        Words.TEXT_SIZE.addListener((property, old, now) -> update());
    }

    /**
     * A column more.
     *
     * @param share of what is left
     * @param small the least, in multiples of the text's size
     * @param ample the least where the table is wide
     */
    void add(TableColumn<?, ?> column, double share, double small, double ample) {
        widths.add(new Width(column, share, small, ample));
    }

    /** Hides a column where the others would have no room beside it; the line below the table tells what is in it. */
    void hideWhereNarrow(TableColumn<?, ?> column) {
        lesser.add(column);
    }

    void update() {
        double size = Words.TEXT_SIZE.get();
        boolean isNarrow = table.getWidth() < NARROW * size;
        lesser.forEach(column -> column.setVisible(!isNarrow));
        boolean isWide = table.getWidth() > WIDE * size;
        double shares = shown().mapToDouble(Width::share).sum();
        double least = shown().mapToDouble(each -> least(each, isWide)).sum() * size;
        double rest = Math.max(0, table.getWidth() - least - MARGIN * size);
        widths.forEach(each ->
                each.column().setPrefWidth(Math.floor(least(each, isWide) * size + rest * each.share() / shares)));
    }

    private Stream<Width> shown() {
        return widths.stream().filter(each -> each.column().isVisible());
    }

    private static double least(Width width, boolean isWide) {
        return isWide ? width.ample() : width.small();
    }
}
