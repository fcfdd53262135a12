package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.specimen.ui.control.Words;

/**
 * Gives each column of a table what its longest text needs, within bounds; what is left over, or missing, is shared
 * among those that can wait. All widths are in multiples of the text's size.
 */
final class ColumnWidths {

    /** For the table's border, in pixels. */
    private static final double BORDER = 4;

    /** For the room at both sides of a text. */
    private static final double PADDING = 1.9;

    /** From here on a table is wide. */
    private static final double WIDE = 62;

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
    private final List<TableColumn<?, ?>> last = new ArrayList<>();
    private final Map<TableColumn<?, ?>, Double> longest = new HashMap<>();
    private final Text ruler = new Text();

    ColumnWidths(TableView<PackageRow> table) {
        this.table = table;
        table.widthProperty().addListener((property, old, now) -> share());
        table.skinProperty().addListener((property, old, now) -> share());
        Words.TEXT_SIZE.addListener((property, old, now) -> update());
    }

    /**
     * A column that is as wide as its longest text.
     *
     * @param sign for what stands beside the text of a row
     */
    void fitting(
            TableColumn<PackageRow, ?> column,
            double least,
            double most,
            double sign,
            Function<PackageRow, String> text) {
        widths.add(new Width(column, least, most, 0, sign, Optional.of(text)));
    }

    /** A column that takes what its longest text needs of what the others leave, and its share of what is over. */
    void sharing(TableColumn<PackageRow, ?> column, double least, double share, Function<PackageRow, String> text) {
        widths.add(new Width(column, least, Double.MAX_VALUE, share, 0, Optional.of(text)));
    }

    /**
     * A column of one width.
     *
     * @param ample its width where the table is wide
     */
    void constant(TableColumn<PackageRow, ?> column, double width, double ample) {
        widths.add(new Width(column, width, ample, 0, 0, Optional.empty()));
    }

    /**
     * Hides columns, one after the other, where there is no room for all; the line below the table tells what is in
     * them.
     */
    void hideWhereNarrow(Collection<? extends TableColumn<?, ?>> columns) {
        lesser.addAll(columns);
    }

    /** Hides a column only where there is no room even for what the others need at least. */
    void hideLast(TableColumn<?, ?> column) {
        last.add(column);
    }

    /** Measures the rows anew. */
    void update() {
        widths.forEach(width -> width.text()
                .ifPresent(text ->
                        longest.put(width.column(), Math.max(title(width.column()), longest(text) + width.sign()))));
        share();
    }

    private void share() {
        double room = (table.getWidth()
                        - BORDER
                        - TableBars.vertical(table)
                                .map(bar -> bar.prefWidth(-1))
                                .orElse(0.0))
                / Words.TEXT_SIZE.get();
        List<Width> shown = new ArrayList<>(widths);
        for (TableColumn<?, ?> column : lesser) {
            if (taken(shown) > room) {
                shown.removeIf(width -> width.column() == column);
            }
        }
        if (shown.stream().mapToDouble(Width::least).sum() > room) {
            shown.removeIf(width -> last.contains(width.column()));
        }
        widths.forEach(width -> width.column().setVisible(shown.contains(width)));
        double rest = room - taken(shown);
        if (rest < 0) {
            double given = shown.stream()
                    .mapToDouble(each -> first(each) - each.least())
                    .sum();
            double part = given > 0 ? Math.min(1, -rest / given) : 0;
            shown.forEach(each -> set(each, first(each) - part * (first(each) - each.least())));
        } else {
            double missing = shown.stream().mapToDouble(this::missing).sum();
            double part = missing > 0 ? Math.min(1, rest / missing) : 0;
            double over = Math.max(0, rest - missing);
            double shares = shown.stream().mapToDouble(Width::share).sum();
            shown.forEach(each ->
                    set(each, first(each) + part * missing(each) + (shares > 0 ? over * each.share() / shares : 0)));
        }
    }

    private static void set(Width width, double ems) {
        width.column().setPrefWidth(Math.floor(ems * Words.TEXT_SIZE.get()));
    }

    private double taken(List<Width> shown) {
        return shown.stream().mapToDouble(this::first).sum();
    }

    /** What a column gets before anything is shared. */
    private double first(Width width) {
        if (width.share() > 0) {
            return width.least();
        }
        return width.text().isPresent()
                ? Math.min(width.most(), Math.max(width.least(), wanted(width)))
                : table.getWidth() / Words.TEXT_SIZE.get() > WIDE ? width.most() : width.least();
    }

    private double missing(Width width) {
        return width.share() > 0 ? Math.max(0, wanted(width) - width.least()) : 0;
    }

    private double wanted(Width width) {
        return longest.getOrDefault(width.column(), 0.0) + PADDING;
    }

    private double title(TableColumn<?, ?> column) {
        ruler.setFont(Font.font("Inter", FontWeight.BOLD, Words.TEXT_SIZE.get()));
        ruler.setText(column.getText());
        return ruler.getLayoutBounds().getWidth() / Words.TEXT_SIZE.get();
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
