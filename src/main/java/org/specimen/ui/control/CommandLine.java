package org.specimen.ui.control;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.text.Texts;

/** Something to type in a terminal, with a button that copies it. */
public final class CommandLine extends HBox {

    private static final Texts TEXTS = Texts.of(CommandLine.class);

    /**
     * A line.
     *
     * @param copy puts text on the clipboard
     */
    public CommandLine(String command, Consumer<String> copy) {
        getStyleClass().add("command");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        Label text = Words.mono(command);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button button = new Button(null, Icons.of(Feather.COPY));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(TEXTS.get("copy-command", command));
        button.setTooltip(new Tooltip(TEXTS.get("copy")));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            copy.accept(command);
            button.setGraphic(Icons.of(Feather.CHECK));
        });
        getChildren().addAll(text, button);
    }
}
