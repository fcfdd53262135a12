package org.specimen.ui.packages;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.ScrollEvent;

/** The scroll bars of a table, which it keeps to itself. */
final class TableBars {

    /** As near to its end as a scroll bar comes. */
    private static final double NEAR = 1e-6;

    private TableBars() {}

    /** Empty before the table has been styled. */
    static Optional<ScrollBar> vertical(TableView<?> table) {
        return bar(table, Orientation.VERTICAL);
    }

    /** Empty before the table has been styled. */
    static Optional<ScrollBar> horizontal(TableView<?> table) {
        return bar(table, Orientation.HORIZONTAL);
    }

    private static Optional<ScrollBar> bar(TableView<?> table, Orientation orientation) {
        return table.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == orientation)
                .findFirst();
    }

    /** Lets the page scroll on where the table is at its end: a table keeps the wheel to itself even then. */
    static void passWheelOn(TableView<?> table) {
        table.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() != 0 && isAtEnd(table, event.getDeltaY() > 0)) {
                event.consume();
                table.getParent().fireEvent(event.copyFor(table.getParent(), table.getParent()));
            }
        });
    }

    private static boolean isAtEnd(TableView<?> table, boolean isUp) {
        return vertical(table)
                .filter(ScrollBar::isVisible)
                .map(bar -> isUp ? bar.getValue() <= bar.getMin() + NEAR : bar.getValue() >= bar.getMax() - NEAR)
                .orElse(true);
    }
}
