package org.specimen.ui.situation;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.text.Texts;

/** An answer in one line, as in "Compiled libraries: yes, because of geopandas in map.py, line 3". */
final class SettledLine extends HBox {

    private static final Texts TEXTS = SituationView.TEXTS;

    private final QuestionModel model;
    private final Text answer = new Text();
    private final Text because = text("", "quiet");
    private final Button change = QuestionView.linkButton(TEXTS.get("change"), Feather.EDIT_2);

    SettledLine(QuestionModel model, Node places, Runnable unfold) {
        this.model = model;
        getStyleClass().add("settled-line");
        answer.getStyleClass().add("text");
        TextFlow words = new TextFlow(text(model.name(), "name"), answer, because);
        words.getStyleClass().add("words");
        words.setMinWidth(0);
        words.setMaxHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        change.setId("change-" + model.question().key());
        change.setAccessibleText(TEXTS.get("change.accessible", model.name()));
        change.setOnAction(event -> unfold.run());
        getChildren().addAll(words, places, change);
    }

    void show() {
        answer.setText(TEXTS.get("line.bare", model.answer()));
        because.setText(model.because().isEmpty() ? "" : TEXTS.get("line.because", model.because()));
    }

    void focus() {
        change.requestFocus();
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().addAll("text", style);
        return text;
    }
}
