package org.specimen.ui.packages;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.ScreenText;

/** A cell that shows something of its row, and shows it whole where the mouse rests on it. */
class RowCell extends TableCell<PackageRow, PackageRow> {

    private final Function<PackageRow, String> text;
    private final Function<PackageRow, String> whole;
    private final Tooltip tooltip = Words.tooltip("");

    /**
     * A cell.
     *
     * @param text what is shown, cut off where there is no room
     * @param whole what the tooltip says
     */
    RowCell(Function<PackageRow, String> text, Function<PackageRow, String> whole) {
        this.text = text;
        this.whole = whole;
    }

    @Override
    protected void updateItem(@Nullable PackageRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(null);
        if (empty || row == null) {
            setText(null);
            setTooltip(null);
        } else {
            display(row);
        }
    }

    /** Shows the row as it is when nothing is edited. */
    void display(PackageRow row) {
        setText(ScreenText.of(text.apply(row)));
        String all = ScreenText.of(whole.apply(row));
        tooltip.setText(all);
        setTooltip(all.isEmpty() ? null : tooltip);
    }

    /** Lets the person type in the cell: Enter and leaving it keep what was typed, Escape does not. */
    final void editText(String begin, Consumer<String> keep) {
        TextField field = new TextField(begin);
        field.getStyleClass().add("in-cell");
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                // Gone first: the end of editing takes the keyboard away, and leaving a field keeps what was typed.
                setGraphic(null);
                cancelEdit();
                getTableView().requestFocus();
                event.consume();
            }
        });
        Runnable end = () -> {
            if (getGraphic() == field) {
                String typed = field.getText();
                setGraphic(null);
                cancelEdit();
                getTableView().requestFocus();
                keep.accept(typed);
            }
        };
        field.setOnAction(event -> end.run());
        field.focusedProperty().addListener((property, had, has) -> {
            if (!has) {
                end.run();
            }
        });
        setText(null);
        setGraphic(field);
        field.requestFocus();
        // From its end to its beginning, which is what is seen then.
        field.selectRange(field.getLength(), 0);
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        updateItem(getItem(), isEmpty());
    }
}
