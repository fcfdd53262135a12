package org.specimen.ui;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import org.specimen.ui.text.Texts;
import org.specimen.ui.theme.Theme;

/** Asks whether to close while work is under way. */
final class ClosingQuestion {

    private ClosingQuestion() {}

    /** Whether the person wants to close. */
    static boolean ask(Stage stage) {
        Texts texts = Texts.of(ClosingQuestion.class);
        ButtonType close = new ButtonType(texts.get("closing.close"), ButtonData.OK_DONE);
        ButtonType stay = new ButtonType(texts.get("closing.stay"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get("closing.text"), close, stay);
        alert.initOwner(stage);
        alert.setTitle("Specimen");
        alert.setHeaderText(texts.get("closing.title"));
        alert.getDialogPane().getStylesheets().setAll(stage.getScene().getStylesheets());
        alert.getDialogPane().setStyle(stage.getScene().getRoot().getStyle());
        alert.getDialogPane().pseudoClassStateChanged(Theme.DARK, Theme.isDark(stage.getScene()));
        return alert.showAndWait().filter(close::equals).isPresent();
    }
}
