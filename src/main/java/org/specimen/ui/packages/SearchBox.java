package org.specimen.ui.packages;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;

/**
 * The field in which a package is looked for, with what may be meant in a list below it. The keyboard stays in the
 * field; the arrow keys choose in the list.
 */
final class SearchBox {

    private static final Texts TEXTS = Texts.of(SearchBox.class);

    private static final double ROW_HEIGHT = 2.4;

    private final PackagesViewModel model;
    private final TextField field = new PastingField();
    private final ListView<Suggestion> list = new ListView<>();
    private final HBox node = new HBox(8);

    /** A field into which a list can be pasted; a plain one would run its lines together. */
    private final class PastingField extends TextField {
        @Override
        public void paste() {
            String text = Clipboard.getSystemClipboard().getString();
            if (text != null && text.strip().contains("\n")) {
                model.adding().add(text);
            } else {
                super.paste();
            }
        }
    }

    SearchBox(PackagesViewModel model, Pane overlay) {
        this.model = model;
        field.setId("search");
        field.setPromptText(TEXTS.get("search.prompt"));
        field.setAccessibleText(TEXTS.get("search"));
        field.setAccessibleHelp(TEXTS.get("search.help"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button add = new Button(TEXTS.get("search.add"), Icons.of(Feather.PLUS));
        add.setId("add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(event -> enter());
        node.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().addAll(field, add);

        list.setId("suggestions");
        list.getStyleClass().add("suggestions");
        list.setManaged(false);
        list.setVisible(false);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new SuggestionCell());
        list.fixedCellSizeProperty().bind(Words.TEXT_SIZE.multiply(ROW_HEIGHT));
        list.setOnMouseClicked(event -> take());
        overlay.getChildren().add(list);

        field.textProperty().addListener((property, old, now) -> model.adding().typed(now));
        field.focusedProperty()
                .addListener((property, had, has) ->
                        show(has ? model.adding().suggestions().get() : List.of()));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.setOnAction(event -> enter());
        model.adding().suggestions().addListener((property, old, now) -> show(now));
        model.adding().draft().addListener((property, old, now) -> now.ifPresent(this::goOnWith));
    }

    HBox node() {
        return node;
    }

    TextField field() {
        return field;
    }

    private void goOnWith(String begun) {
        field.requestFocus();
        field.setText(begun);
        field.end();
    }

    private void show(List<Suggestion> suggestions) {
        boolean visible = !suggestions.isEmpty() && field.isFocused();
        if (visible) {
            list.getItems().setAll(suggestions);
            list.getSelectionModel().clearSelection();
            place(suggestions.size());
        }
        list.setVisible(visible);
    }

    private void place(int rows) {
        Bounds in = list.getParent().sceneToLocal(field.localToScene(field.getBoundsInLocal()));
        double height = Words.TEXT_SIZE.get() * (ROW_HEIGHT * rows + 0.7);
        list.resizeRelocate(in.getMinX(), in.getMaxY() + 2, in.getWidth(), height);
        list.toFront();
    }

    private void pressed(KeyEvent event) {
        if (!list.isVisible()) {
            if (event.getCode() == KeyCode.DOWN && !field.getText().isBlank()) {
                model.adding().typed(field.getText());
                event.consume();
            }
            return;
        }
        int chosen = list.getSelectionModel().getSelectedIndex();
        int last = list.getItems().size() - 1;
        switch (event.getCode()) {
            case DOWN -> list.getSelectionModel().clearAndSelect(Math.min(last, chosen + 1));
            case UP -> {
                if (chosen <= 0) {
                    list.getSelectionModel().clearSelection();
                } else {
                    list.getSelectionModel().clearAndSelect(chosen - 1);
                }
            }
            case ESCAPE -> list.setVisible(false);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void enter() {
        Suggestion chosen = list.isVisible() ? list.getSelectionModel().getSelectedItem() : null;
        add(chosen == null ? field.getText() : chosen.entry());
    }

    private void take() {
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            add(chosen.entry());
        }
    }

    private void add(String entry) {
        list.setVisible(false);
        field.clear();
        model.adding().add(entry);
        field.requestFocus();
    }

    /** The name, what it is imported as, and its newest version. */
    private static final class SuggestionCell extends ListCell<Suggestion> {

        private final Label name = new Label();
        private final Label hint = new Label();
        private final Label newest = new Label();
        private final Region gap = new Region();
        private final HBox line = new HBox(12, name, hint, gap, newest);

        SuggestionCell() {
            name.getStyleClass().add("strong");
            name.setMinWidth(0);
            hint.getStyleClass().add("muted");
            newest.getStyleClass().add("muted");
            newest.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMinWidth(0);
            line.setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
            } else {
                name.setText(item.entry());
                hint.setText(item.hint());
                newest.setText(item.newest());
                setAccessibleText(String.join(" ", item.entry(), item.newest(), item.hint()));
                setGraphic(line);
            }
        }
    }
}
