package org.specimen.ui.project;

import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;

/** A line in which the path of a folder is typed. */
final class TypedPathRow extends HBox {

    private static final Texts TEXTS = Texts.of(TypedPathRow.class);
    private static final double GAP = 8;
    private static final int COLUMNS = 24;

    private final Predicate<String> opens;

    /**
     * A line.
     *
     * @param opens opens what was typed, and tells whether it could
     */
    TypedPathRow(Predicate<String> opens) {
        super(GAP, label());
        this.opens = opens;
        getStyleClass().add("typed-path");
        setAlignment(Pos.CENTER_LEFT);
        TextField path = new TextField();
        path.setId("project-path");
        path.setPromptText(TEXTS.get("path.prompt"));
        path.setAccessibleText(TEXTS.get("path"));
        path.setPrefColumnCount(COLUMNS);
        path.setOnAction(event -> open(path));
        HBox.setHgrow(path, Priority.ALWAYS);
        Button go = new Button(TEXTS.get("path.open"));
        go.setId("open-path");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(event -> open(path));
        go.disableProperty().bind(path.textProperty().map(String::isBlank));
        getChildren().addAll(path, go);
    }

    private void open(TextField path) {
        if (opens.test(path.getText())) {
            path.clear();
        }
    }

    private static Label label() {
        Label label = Words.styled(TEXTS.get("path"), "muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
