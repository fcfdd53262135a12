package org.specimen.ui.packages;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Side;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.MouseButton;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Icons;

/** A cell that opens a menu below itself where its row can be changed. */
final class ChoiceCell extends RowCell {

    private final Predicate<PackageRow> canChange;
    private final BiConsumer<ChoiceCell, ContextMenu> fill;
    private Optional<ContextMenu> shown = Optional.empty();

    /**
     * A cell.
     *
     * @param fill puts the choices into the menu and then calls {@link #open}
     */
    ChoiceCell(
            Function<PackageRow, String> text,
            Function<PackageRow, String> whole,
            Predicate<PackageRow> canChange,
            BiConsumer<ChoiceCell, ContextMenu> fill) {
        super(text, whole);
        this.canChange = canChange;
        this.fill = fill;
        setContentDisplay(ContentDisplay.RIGHT);
        setGraphicTextGap(4);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEditing()) {
                choose();
            }
        });
    }

    @Override
    void display(PackageRow row) {
        super.display(row);
        setGraphic(canChange.test(row) ? Icons.of(Feather.CHEVRON_DOWN) : null);
    }

    @Override
    public void startEdit() {
        super.startEdit();
        choose();
    }

    private void choose() {
        PackageRow row = getItem();
        boolean isOpen = shown.filter(ContextMenu::isShowing).isPresent();
        if (row != null && !isOpen && canChange.test(row)) {
            ContextMenu menu = new ContextMenu();
            menu.setOnHidden(event -> cancelEdit());
            shown = Optional.of(menu);
            fill.accept(this, menu);
        }
    }

    /** Shows the menu, once it is filled. */
    void open(ContextMenu menu) {
        menu.show(this, Side.BOTTOM, 0, 0);
    }
}
