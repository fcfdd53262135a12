package org.specimen.ui.packages;

import javafx.scene.control.ContentDisplay;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Icon;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Words;

/** The state of a row: a sign, and the word for it where there is room. */
final class StateCell extends RowCell {

    /** The least width for sign and word, in multiples of the text's size. */
    private static final double WITH_WORDS = 7;

    StateCell() {
        super(RowTexts::state, row -> RowTexts.state(row) + ": " + RowTexts.stateWhole(row));
        contentDisplayProperty()
                .bind(widthProperty()
                        .map(width -> width.doubleValue() < WITH_WORDS * Words.TEXT_SIZE.get()
                                ? ContentDisplay.GRAPHIC_ONLY
                                : ContentDisplay.LEFT));
        setGraphicTextGap(6);
    }

    @Override
    void display(PackageRow row) {
        super.display(row);
        Icon icon = Icons.of(icon(row.state()));
        setGraphic(icon);
        setAccessibleText(RowTexts.state(row));
    }

    private static Feather icon(PackageRow.State state) {
        return switch (state) {
            case VERIFIED -> Feather.CHECK_CIRCLE;
            case UNVERIFIED -> Feather.HELP_CIRCLE;
            case QUESTIONED -> Feather.ALERT_CIRCLE;
            case BY_HAND -> Feather.EDIT_3;
            case ADDRESS -> Feather.LINK;
            case REFUSED -> Feather.ALERT_TRIANGLE;
            case WAITING -> Feather.CLOCK;
            case LEFT_OUT -> Feather.MINUS_CIRCLE;
        };
    }
}
