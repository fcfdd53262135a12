package org.specimen.ui;

import java.util.Locale;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import org.specimen.ui.text.Texts;
import org.specimen.ui.theme.Theme;

/** Asks whether to close while work is under way. */
final class ClosingQuestion {

    private ClosingQuestion() {}

    /** Whether the person wants to close. */
    static boolean ask(Stage stage, Closing.Work work) {
        Texts texts = Texts.of(ClosingQuestion.class);
        String key = work.name().toLowerCase(Locale.ROOT).replace('_', '-');
        ButtonType close = new ButtonType(texts.get("closing.close." + key), ButtonData.OK_DONE);
        ButtonType stay = new ButtonType(texts.get("closing.stay"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get("closing.text." + key), close, stay);
        alert.initOwner(stage);
        // Whoever presses Enter without reading loses nothing.
        button(alert, close).setDefaultButton(false);
        button(alert, stay).setDefaultButton(true);
        alert.setTitle("Specimen");
        alert.setGraphic(null);
        alert.setHeaderText(texts.get("closing.title." + key));
        alert.getDialogPane().getStylesheets().setAll(stage.getScene().getStylesheets());
        alert.getDialogPane().setStyle(stage.getScene().getRoot().getStyle());
        alert.getDialogPane().pseudoClassStateChanged(Theme.DARK, Theme.isDark(stage.getScene()));
        return alert.showAndWait().filter(close::equals).isPresent();
    }

    private static Button button(Alert alert, ButtonType type) {
        return (Button) alert.getDialogPane().lookupButton(type);
    }
}
