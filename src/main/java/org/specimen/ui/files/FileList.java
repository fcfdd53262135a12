package org.specimen.ui.files;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Words;
import org.specimen.ui.files.FileRow.Kind;
import org.specimen.ui.text.ScreenText;

/** The files, each with how it stands to what lies there. */
final class FileList extends ListView<FileRow> {

    private boolean showing;

    FileList(Consumer<FileRow> chosen) {
        setId("files-list");
        getStyleClass().add("file-list");
        setAccessibleText(FilesTexts.TEXTS.get("list"));
        setCellFactory(list -> new Cell());
        getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null && !showing) {
                chosen.accept(now);
            }
        });
    }

    void show(List<FileRow> rows, Optional<FileRow> selected) {
        showing = true;
        getItems().setAll(rows);
        selected.ifPresent(row -> getSelectionModel().select(row));
        showing = false;
    }

    /** Shows which file is selected. */
    void follow(FileRow row) {
        showing = true;
        getSelectionModel().select(row);
        showing = false;
    }

    static Feather icon(Kind kind) {
        return switch (kind) {
            case NEW -> Feather.PLUS_CIRCLE;
            case CHANGED -> Feather.EDIT_2;
            case UNCHANGED -> Feather.CHECK;
            case YOURS -> Feather.USER;
        };
    }

    static String style(Kind kind) {
        return "kind-" + kind.name().toLowerCase(Locale.ROOT);
    }

    private static final class Cell extends ListCell<FileRow> {
        private final Label sign = new Label();
        private final Label path = new Label();
        private final Label state = new Label();
        private final HBox row = new HBox(sign, new VBox(path, state));

        Cell() {
            row.getStyleClass().add("file-row");
            row.setAlignment(Pos.TOP_LEFT);
            path.getStyleClass().add("mono");
            path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            state.getStyleClass().add("file-state");
            sign.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(row.getChildren().get(1), Priority.ALWAYS);
            row.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(FileRow file, boolean empty) {
            super.updateItem(file, empty);
            if (empty || file == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            String said = FilesTexts.TEXTS.get(file.stateKey());
            sign.setGraphic(Icons.of(icon(file.kind())));
            path.setText(ScreenText.of(file.path()));
            state.setText(said);
            row.getStyleClass().setAll("file-row", style(file.kind()));
            setGraphic(row);
            setAccessibleText(file.path() + ", " + said);
            setTooltip(Words.tooltip(path.getText() + "\n" + said));
            setId("file-" + file.role().name().toLowerCase(Locale.ROOT));
        }
    }
}
