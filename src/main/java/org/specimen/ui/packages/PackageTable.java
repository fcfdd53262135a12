package org.specimen.ui.packages;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.specimen.index.IndexRelease;
import org.specimen.index.Months;
import org.specimen.plan.PackageManager;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.packages.PackageRow.Kind;
import org.specimen.ui.text.Texts;

/** The table of packages, and below it a line that tells the row with the keyboard whole. */
final class PackageTable {

    private static final Texts TEXTS = Texts.of(PackageTable.class);

    private static final double ROW_HEIGHT = 2.5;

    /** The height of the header, in rows. */
    private static final double HEADER = 1.04;

    private static final double BORDERS = 3;

    /** What it is high at least where it has that many rows, in multiples of the text's size. */
    private static final double USUAL_HEIGHT = 13;

    private static final int OFFERED = 8;

    private final PackagesViewModel model;
    private final TableView<PackageRow> table = new TableView<>();
    private final Label detail = Words.muted("");
    private final VBox node = new VBox(4, table, detail);
    private final ColumnWidths widths = new ColumnWidths(table);

    PackageTable(PackagesViewModel model) {
        this.model = model;
        table.setId("packages");
        table.setEditable(true);
        table.setAccessibleText(TEXTS.get("title"));
        table.fixedCellSizeProperty().bind(Words.TEXT_SIZE.multiply(ROW_HEIGHT));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getSelectionModel().setCellSelectionEnabled(true);
        // as high as its rows: below them stands the line that tells one whole
        DoubleBinding rows = Words.TEXT_SIZE
                .multiply(ROW_HEIGHT)
                .multiply(Bindings.size(table.getItems()).add(HEADER))
                .add(BORDERS);
        DoubleBinding usual = Words.TEXT_SIZE.multiply(USUAL_HEIGHT);
        table.maxHeightProperty()
                .bind(Bindings.when(Bindings.isEmpty(table.getItems()))
                        .then(usual)
                        .otherwise(rows));
        table.minHeightProperty().bind(Bindings.min(usual, table.maxHeightProperty()));
        WhileShown.show(node, model.fit().fit(), this::showPlaceholder);
        table.setRowFactory(view -> new PackageTableRow());
        addColumns();
        TableBars.passWheelOn(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        detail.setId("detail");
        table.getFocusModel().focusedCellProperty().addListener(observable -> tell());
        table.focusedProperty().addListener((property, had, has) -> tell());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        WhileShown.show(node, model.rows().rows(), this::show);
    }

    VBox node() {
        return node;
    }

    void focus() {
        table.requestFocus();
    }

    private void addColumns() {
        widths.fitting(
                column("name", () -> new RowCell(PackageRow::name, PackageRow::name)), 5, 16, 0, PackageRow::name);
        widths.fitting(column("version", this::versionCell), 4.4, 9, 1.4, RowTexts::version);
        TableColumn<PackageRow, PackageRow> from = column("from", this::fromCell);
        widths.fitting(from, 4.4, 9.5, 1.4, RowTexts::from);
        TableColumn<PackageRow, PackageRow> found = column("found", PackageTable::foundCell);
        widths.sharing(found, 7, 2, RowTexts::found);
        TableColumn<PackageRow, PackageRow> why = column("why", this::whyCell);
        widths.sharing(why, 6, 3, PackageTable::whyText);
        widths.constant(column("state", StateCell::new), 4.2, 9.5);
        widths.constant(
                column("action", () -> new ActionCell(model.editing()::leaveOut, model.editing()::putBack)), 2.6, 2.8);
        widths.hideWhereNarrow(List.of(found, from));
        widths.hideLast(why);
    }

    private TableColumn<PackageRow, PackageRow> column(String key, Supplier<TableCell<PackageRow, PackageRow>> cell) {
        TableColumn<PackageRow, PackageRow> column =
                new TableColumn<>(key.equals("action") ? "" : TEXTS.get("column." + key));
        column.setId("column-" + key);
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(of -> cell.get());
        table.getColumns().add(column);
        return column;
    }

    private TableCell<PackageRow, PackageRow> versionCell() {
        return new ChoiceCell(RowTexts::version, RowTexts::versionWhole, PackageRow::canChange, (cell, menu) -> {
            PackageRow row = cell.getItem();
            model.editing().versions(row, releases -> {
                fillVersions(cell, row, menu, releases);
                cell.open(menu);
            });
        });
    }

    private void fillVersions(ChoiceCell cell, PackageRow row, ContextMenu menu, List<IndexRelease> releases) {
        menu.getItems()
                .add(item(TEXTS.get("version.newest"), () -> model.editing().changeVersion(row, "")));
        menu.getItems().add(new SeparatorMenuItem());
        releases.stream()
                .limit(OFFERED)
                .forEach(release -> menu.getItems()
                        .add(item(
                                versionText(release),
                                () -> model.editing()
                                        .changeVersion(row, release.version().toString()))));
        if (!releases.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems()
                .add(item(
                        TEXTS.get("version.other"),
                        // the menu must be gone first, for it takes the keyboard back
                        () -> Platform.runLater(() -> cell.editText(
                                row.asked().isEmpty() ? row.version() : row.asked(),
                                typed -> model.editing().changeVersion(row, typed)))));
    }

    private static String versionText(IndexRelease release) {
        return release.month()
                .map(month -> TEXTS.get("version.hint", release.version(), Months.named(month)))
                .orElseGet(() -> release.version().toString());
    }

    private TableCell<PackageRow, PackageRow> fromCell() {
        return new ChoiceCell(
                RowTexts::from,
                RowTexts::from,
                row -> row.canChange() && model.editing().canChangeFrom(),
                (cell, menu) -> {
                    PackageRow row = cell.getItem();
                    menu.getItems()
                            .add(item(
                                    TEXTS.get("from.specimen"),
                                    () -> model.editing().changeFrom(row, Optional.empty())));
                    for (PackageManager manager : PackageManager.values()) {
                        menu.getItems()
                                .add(item(
                                        RowTexts.from(manager),
                                        () -> model.editing().changeFrom(row, Optional.of(manager))));
                    }
                    cell.open(menu);
                });
    }

    /** The middle of a long path goes first: the name of the file and how many more there are stay. */
    private static TableCell<PackageRow, PackageRow> foundCell() {
        RowCell cell = new RowCell(RowTexts::found, RowTexts::foundWhole);
        cell.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return cell;
    }

    private TableCell<PackageRow, PackageRow> whyCell() {
        return new RowCell(PackageTable::whyText, PackageRow::why) {
            @Override
            void display(PackageRow row) {
                super.display(row);
                pseudoClassStateChanged(PackageTableRow.INVITES, row.why().isEmpty() && row.canChange());
            }

            @Override
            public void startEdit() {
                PackageRow row = getItem();
                if (row != null && row.canChange()) {
                    super.startEdit();
                    editText(row.why(), typed -> model.editing().changeWhy(row, typed));
                }
            }
        };
    }

    /** The reason, or the invitation to give one. */
    private static String whyText(PackageRow row) {
        return row.why().isEmpty() && row.canChange() ? TEXTS.get("why.prompt") : RowTexts.why(row);
    }

    private static MenuItem item(String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> run.run());
        return item;
    }

    /** What stands in the place of rows: an invitation, or that they are on their way. */
    private void showPlaceholder(Fit fit) {
        boolean isEmpty = fit.kind() == Fit.Kind.EMPTY;
        boolean isOnTheWay = fit.kind() == Fit.Kind.WORKING || fit.kind() == Fit.Kind.FITS;
        String listing = isOnTheWay ? "listing" : "listing.later";
        VBox box = new VBox(4, isEmpty ? Words.section(TEXTS.get("empty.title")) : Words.muted(TEXTS.get(listing)));
        if (isEmpty) {
            box.getChildren().add(Words.muted(TEXTS.get("empty.text")));
        }
        box.setAlignment(Pos.CENTER);
        table.setPlaceholder(box);
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        PackageRow row = table.getFocusModel().getFocusedItem();
        if (row == null) {
            return;
        }
        boolean isDelete = event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE;
        if (isDelete && row.canLeaveOut()) {
            model.editing().leaveOut(row);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && row.kind() == Kind.LEFT_OUT) {
            model.editing().putBack(row);
            event.consume();
        }
    }

    /** Shows the rows, and keeps the place: that of the package that is new, else the one that had the keyboard. */
    private void show(List<PackageRow> rows) {
        if (rows.equals(table.getItems())) {
            widths.update();
            model.rows().takeFresh().ifPresent(name -> select(indexOf(rows, name), firstColumn()));
            return;
        }
        TablePosition<?, ?> before = table.getFocusModel().getFocusedCell();
        PackageRow focused = table.getFocusModel().getFocusedItem();
        table.getItems().setAll(rows);
        widths.update();
        Optional<String> fresh = model.rows().takeFresh();
        if (fresh.isPresent()) {
            select(indexOf(rows, fresh.get()), firstColumn());
        } else if (focused != null && before.getColumn() >= 0) {
            int same = indexOf(rows, focused.name());
            int row = same >= 0 ? same : Math.min(before.getRow(), rows.size() - 1);
            if (row >= 0) {
                TableColumn<PackageRow, ?> column = table.getVisibleLeafColumn(Math.min(
                        before.getColumn(), table.getVisibleLeafColumns().size() - 1));
                table.getSelectionModel().clearAndSelect(row, column);
                table.getFocusModel().focus(row, column);
            }
        }
        tell();
    }

    private TableColumn<PackageRow, ?> firstColumn() {
        return table.getColumns().get(0);
    }

    private void select(int row, TableColumn<PackageRow, ?> column) {
        if (row >= 0) {
            table.getSelectionModel().clearAndSelect(row, column);
            table.getFocusModel().focus(row, column);
            table.scrollTo(Math.max(0, row - 2));
        }
    }

    private static int indexOf(List<PackageRow> rows, String name) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void tell() {
        @Nullable PackageRow row = table.getFocusModel().getFocusedItem();
        boolean isEmpty = table.getItems().isEmpty();
        detail.setVisible(!isEmpty);
        detail.setText(row == null || isEmpty ? TEXTS.get("detail.none") : RowTexts.whole(row));
    }
}
