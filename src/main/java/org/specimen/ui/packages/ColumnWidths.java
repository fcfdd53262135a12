package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.specimen.ui.control.Words;

/**
 * Gives each column of a table what its longest text needs, within bounds; what is left over, or missing, is shared
 * among those that can wait. All widths are in multiples of the text's size.
 */
final class ColumnWidths {

    /** For the border and the scroll bar. */
    private static final double MARGIN = 1.3;

    /** For the room at both sides of a text. */
    private static final double PADDING = 1.9;

    /** From here on a table is wide. */
    private static final double WIDE = 62;

    /** Up to here it is narrow. */
    private static final double NARROW = 41;

    /** How many rows are measured. */
    private static final int MEASURED = 500;

    private record Width(
            TableColumn<PackageRow, ?> column,
            double least,
            double most,
            double share,
            double sign,
            Optional<Function<PackageRow, String>> text) {}

    private final TableView<PackageRow> table;
    private final List<Width> widths = new ArrayList<>();
    private final List<TableColumn<?, ?>> lesser = new ArrayList<>();
    private final Text ruler = new Text();

    ColumnWidths(TableView<PackageRow> table) {
        this.table = table;
        table.widthProperty().addListener((property, old, now) -> update());
        Words.TEXT_SIZE.addListener((property, old, now) -> update());
    }

    /**
     * A column that is as wide as its longest text.
     *
     * @param sign for what stands beside the text
     */
    void fitting(
            TableColumn<PackageRow, ?> column,
            double least,
            double most,
            double sign,
            Function<PackageRow, String> text) {
        widths.add(new Width(column, least, most, 0, sign, Optional.of(text)));
    }

    /**
     * A column that takes its share of what the others leave.
     *
     * @param share zero for one that never grows
     * @param ample the least where the table is wide
     */
    void sharing(TableColumn<PackageRow, ?> column, double least, double ample, double share) {
        widths.add(new Width(column, least, ample, share, 0, Optional.empty()));
    }

    /** Hides a column where the others would have no room beside it; the line below the table tells what is in it. */
    void hideWhereNarrow(TableColumn<?, ?> column) {
        lesser.add(column);
    }

    void update() {
        double size = Words.TEXT_SIZE.get();
        double room = table.getWidth() / size - MARGIN;
        boolean isNarrow = room < NARROW;
        lesser.forEach(column -> column.setVisible(!isNarrow));
        List<Width> shown =
                widths.stream().filter(each -> each.column().isVisible()).toList();
        double taken = shown.stream().mapToDouble(this::wanted).sum();
        double shares = shown.stream().mapToDouble(Width::share).sum();
        double rest = Math.max(0, room - taken);
        shown.forEach(each ->
                each.column().setPrefWidth(Math.floor((wanted(each) + rest * each.share() / shares) * size)));
    }

    private double wanted(Width width) {
        return width.text()
                .map(text -> Math.min(width.most(), Math.max(width.least(), longest(text) + width.sign() + PADDING)))
                .orElseGet(() -> table.getWidth() / Words.TEXT_SIZE.get() > WIDE ? width.most() : width.least());
    }

    private double longest(Function<PackageRow, String> text) {
        ruler.setFont(Font.font("Inter", Words.TEXT_SIZE.get()));
        return Stream.concat(
                                Stream.of(""),
                                table.getItems().stream().limit(MEASURED).map(text))
                        .distinct()
                        .mapToDouble(each -> {
                            ruler.setText(each);
                            return ruler.getLayoutBounds().getWidth();
                        })
                        .max()
                        .orElse(0)
                / Words.TEXT_SIZE.get();
    }
}
