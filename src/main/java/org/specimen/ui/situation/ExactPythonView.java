package org.specimen.ui.situation;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.specimen.ui.control.Words;

/** The field for another version of Python, with a word beside it if what is typed is none. */
final class ExactPythonView extends VBox {

    private final TextField field = new TextField();

    ExactPythonView(ExactPython model) {
        super(4);
        field.setId("python-exact");
        field.setPromptText(SituationView.TEXTS.get("python.prompt"));
        field.textProperty().bindBidirectional(model.text());
        field.setOnAction(event -> model.commit());
        field.focusedProperty().addListener((property, old, now) -> {
            if (!now) {
                model.commit();
            }
        });
        Label label = new Label(SituationView.TEXTS.get("python.exact"));
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(label, field);
        line.getStyleClass().add("exact");
        Label message = Words.styled("", "danger-text");
        message.setId("python-exact-message");
        message.managedProperty().bind(message.visibleProperty());
        model.message().subscribe(fault -> {
            message.setText(fault.orElse(""));
            message.setVisible(fault.isPresent());
            field.pseudoClassStateChanged(Styles.STATE_DANGER, fault.isPresent());
            field.setAccessibleHelp(fault.orElse(""));
        });
        getChildren().addAll(line, message);
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }
}
