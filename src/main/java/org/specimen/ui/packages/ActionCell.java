package org.specimen.ui.packages;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Icons;
import org.specimen.ui.text.Texts;

/** A cell with the one thing to do about its row: leave it out, or put it back. */
final class ActionCell extends RowCell {

    private static final Texts TEXTS = Texts.of(ActionCell.class);

    private final Button button = new Button();

    ActionCell(Consumer<PackageRow> leaveOut, Consumer<PackageRow> putBack) {
        super(row -> "", ActionCell::says);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "button-icon", "compact");
        button.setFocusTraversable(false);
        button.setOnAction(event -> {
            PackageRow row = getItem();
            if (row != null) {
                (row.kind() == PackageRow.Kind.LEFT_OUT ? putBack : leaveOut).accept(row);
            }
        });
    }

    @Override
    void display(PackageRow row) {
        super.display(row);
        boolean isOut = row.kind() == PackageRow.Kind.LEFT_OUT;
        button.setGraphic(Icons.of(isOut ? Feather.CORNER_UP_LEFT : Feather.X));
        button.setAccessibleText(says(row));
        setGraphic(isOut || row.canLeaveOut() ? button : null);
    }

    private static String says(PackageRow row) {
        if (row.kind() == PackageRow.Kind.LEFT_OUT) {
            return TEXTS.get("action.put-back-name", row.name());
        }
        return row.canLeaveOut() ? TEXTS.get("action.leave-out", row.name()) : "";
    }
}
